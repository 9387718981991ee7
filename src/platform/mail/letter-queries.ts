import { type Selectable, sql } from 'kysely'
import { type Database, json, type Transaction } from '../database/database.ts'
import type { LettersTable } from '../database/schema-letters.ts'

export type Letter = Selectable<LettersTable>

export interface NewLetter {
  kind: string
  key: string | null
  to: { address: string; name: string }
  language: string
  words: { subject: string; html: string; text: string } | null
  sealed: Buffer | null
  headers: Record<string, string>
  messageId: string
  uselessAfter: Date | null
  now: Date
}

/** Returns its number, or null where a letter with this key is there already. */
export async function insertLetter(tx: Transaction, letter: NewLetter): Promise<number | null> {
  const row = await tx
    .insertInto('letters')
    .values({
      kind: letter.kind,
      key: letter.key,
      to_address: letter.to.address,
      to_name: letter.to.name,
      language: letter.language,
      ...letter.words,
      sealed: letter.sealed,
      headers: json(letter.headers),
      message_id: letter.messageId,
      next_try_at: letter.now,
      useless_after: letter.uselessAfter,
      created_at: letter.now,
    })
    .onConflict(conflict => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Takes a letter in hand until `until`: one whose time has come, or one that whoever had it in hand has let go of. Null
 * for every other letter, so that it is never in two hands and never taken up again once it has ended.
 */
export async function takeInHand(
  db: Database,
  id: number,
  { now, until }: { now: Date; until: Date },
): Promise<Letter | null> {
  // Clocks of two nodes, and of the database that calls the job, are never quite the same.
  const nearly = new Date(now.getTime() + 30_000)
  const row = await db
    .updateTable('letters')
    .set({ state: 'sending', tries: sql`tries + 1`, next_try_at: until })
    .where('id', '=', id)
    .where(eb =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('next_try_at', '<=', nearly)]),
        eb.and([eb('state', '=', 'sending'), eb('next_try_at', '<=', now)]),
      ]),
    )
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

export async function keepInHand(db: Database, id: number, until: Date): Promise<void> {
  await db
    .updateTable('letters')
    .set({ next_try_at: until })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute()
}

const forgotten = { subject: '', html: '', text: '' }

/** The end of a letter. The words of a secret one are forgotten with it. */
export async function endLetter(
  db: Database,
  id: number,
  { state, answer, now }: { state: 'accepted' | 'refused' | 'given-up'; answer: string; now: Date },
): Promise<void> {
  await db
    .updateTable('letters')
    .set({
      state,
      last_answer: answer,
      accepted_at: state === 'accepted' ? now : null,
      ended_at: now,
      sealed: null,
    })
    .where('id', '=', id)
    // Whoever had it in hand for too long may come second; the first word stands, unless only now it was accepted.
    .where(eb =>
      state === 'accepted' ? eb('state', '!=', 'accepted') : eb('state', 'in', ['waiting', 'sending']),
    )
    .execute()
}

export async function putOff(
  tx: Transaction,
  id: number,
  { answer, until }: { answer: string; until: Date },
): Promise<void> {
  await tx
    .updateTable('letters')
    .set({ state: 'waiting', last_answer: answer, next_try_at: until })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute()
}

/** Letters whose job was lost: due since `before`, or let go of by whoever had them in hand. They become due now. */
export async function takeUpLost(
  tx: Transaction,
  { before, now, most }: { before: Date; now: Date; most: number },
): Promise<number[]> {
  const lost = tx
    .selectFrom('letters')
    .select('id')
    .where(eb =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('next_try_at', '<', before)]),
        eb.and([eb('state', '=', 'sending'), eb('next_try_at', '<', now)]),
      ]),
    )
    .orderBy('next_try_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
  const rows = await tx
    .updateTable('letters')
    .set({ state: 'waiting', next_try_at: now })
    .where('id', 'in', lost)
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}

/** Forgets what ended letters said, and at last that they were sent at all. */
export async function forgetLetters(
  db: Database,
  { wordsBefore, rowsBefore }: { wordsBefore: Date; rowsBefore: Date },
): Promise<void> {
  await db
    .updateTable('letters')
    .set({ ...forgotten, sealed: null })
    .where('ended_at', '<', wordsBefore)
    .where('html', '!=', '')
    .execute()
  await db.deleteFrom('letters').where('ended_at', '<', rowsBefore).execute()
}

export interface LetterTrouble {
  /** Letters the server has not taken yet although they have been tried. */
  late: number
  /** Letters that were refused or given up since `since`. */
  lost: number
  /** The server's newest words about any of them; '' where all is well. */
  words: string
}

/** How many letters are in trouble that owners should know of: late since `before`, or lost and not set aside. */
export async function countTroubled(db: Database, before: Date): Promise<{ late: number; lost: number }> {
  const { rows } = await sql<{ late: number; lost: number }>`
    select
      (select count(*)::int from (select 1 from letters where state in ('waiting', 'sending') and tries > 0
        and last_answer <> '' and created_at < ${before} limit 100) late) as late,
      (select count(*)::int from (select 1 from letters where state in ('refused', 'given-up')
        and set_aside_at is null limit 100) lost) as lost`.execute(db)
  return rows[0]!
}

/** How letters are faring, for doctor. What an owner has set aside is no trouble any more. */
export async function letterTrouble(db: Database, since: Date): Promise<LetterTrouble> {
  const { rows } = await sql<LetterTrouble>`
    with trouble as (
      select state, last_answer, coalesce(ended_at, next_try_at) as at from letters
      where (state in ('waiting', 'sending') and tries > 0 and last_answer <> '')
        or (state in ('refused', 'given-up') and ended_at > ${since} and set_aside_at is null)
    )
    select count(*) filter (where state in ('waiting', 'sending')) as late,
      count(*) filter (where state not in ('waiting', 'sending')) as lost,
      coalesce((select last_answer from trouble order by at desc limit 1), '') as words
    from trouble`.execute(db)
  return rows[0]!
}
