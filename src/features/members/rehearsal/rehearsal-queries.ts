import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/database.ts'
import type { RehearsalsTable } from '../../../platform/database/schema-rehearsals.ts'

export interface Rehearsal {
  id: number
  days: number
  daysDone: number
  /** Money's time as it began. */
  beganFrom: Date
  /** The clock's time. */
  beganAt: Date
  endedAt: Date | null
  failure: string
  lastLine: number
  lastLetter: number
}

/** Writes down that one begins; null where another is under way. */
export async function insertRehearsal(
  tx: Transaction,
  { days, from, now }: { days: number; from: Date; now: Date },
): Promise<number | null> {
  const row = await tx
    .insertInto('rehearsals')
    .values({
      days,
      began_from: from,
      began_at: now,
      last_line: sql<number>`(select coalesce(max(id), 0) from ledger_lines)`,
      last_letter: sql<number>`(select coalesce(max(id), 0) from letters)`,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findRehearsal(db: Transaction, id: number): Promise<Rehearsal | null> {
  const row = await db.selectFrom('rehearsals').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRehearsal(row) : null
}

export async function findLatestRehearsal(db: Transaction): Promise<Rehearsal | null> {
  const row = await db.selectFrom('rehearsals').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? toRehearsal(row) : null
}

export async function noteDaysDone(db: Transaction, id: number, daysDone: number): Promise<void> {
  await db.updateTable('rehearsals').set({ days_done: daysDone }).where('id', '=', id).execute()
}

export async function endRehearsal(
  db: Transaction,
  id: number,
  { now, failure }: { now: Date; failure: string },
): Promise<void> {
  await db.updateTable('rehearsals').set({ ended_at: now, failure }).where('id', '=', id).execute()
}

export interface MadeLetter {
  id: number
  kind: string
  subject: string
  to: string
  state: string
  /** Its number in the practice mailbox, once it lies there. */
  mailboxId: number | null
}

/** The letters written since, the newest first, as far as `limit`; and how many of each kind there are. */
export async function lettersSince(
  db: Transaction,
  { lastLetter, limit }: { lastLetter: number; limit: number },
): Promise<{ letters: MadeLetter[]; kinds: { kind: string; letters: number }[] }> {
  const [letters, kinds] = await Promise.all([
    sql<MadeLetter>`
      select l.id, l.kind, l.subject, l.to_address as "to", l.state, p.id as "mailboxId"
      from letters l
      left join lateral (
        select id from practice_letters p
        where p.recipients @> array[l.to_address] and p.subject = l.subject and l.subject <> ''
        order by id desc limit 1
      ) p on true
      where l.id > ${lastLetter} order by l.id desc limit ${limit}
    `.execute(db),
    db
      .selectFrom('letters')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('letters')])
      .where('id', '>', lastLetter)
      .groupBy('kind')
      .orderBy('kind')
      .execute(),
  ])
  return {
    letters: letters.rows,
    kinds: kinds.map(({ kind, letters }) => ({ kind, letters: Number(letters) })),
  }
}

function toRehearsal(row: Selectable<RehearsalsTable>): Rehearsal {
  return {
    id: row.id,
    days: row.days,
    daysDone: row.days_done,
    beganFrom: row.began_from,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    failure: row.failure,
    lastLine: row.last_line,
    lastLetter: row.last_letter,
  }
}
