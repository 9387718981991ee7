import { sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { mostListed, type TroubledLetter } from './letter.ts'

/** Letters that have been tried and not been taken, the next try first. */
export function listLate(db: Database, now: Date): Promise<TroubledLetter[]> {
  return list(
    db,
    now,
    sql`state in ('waiting', 'sending') and tries > 0 and last_answer <> ''`,
    sql`next_try_at`,
  )
}

/** Letters that were refused or given up and have not been set aside, the newest first. */
export function listLost(db: Database, now: Date): Promise<TroubledLetter[]> {
  return list(db, now, sql`state in ('refused', 'given-up') and set_aside_at is null`, sql`ended_at desc`)
}

export async function countLost(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from letters
    where state in ('refused', 'given-up') and set_aside_at is null`.execute(db)
  return rows[0]!.n
}

/** Has a letter that ended without being taken wait again from now on. Null where it is not to be sent any more. */
export async function waitAgain(tx: Transaction, id: number, now: Date): Promise<{ kind: string } | null> {
  const { rows } = await sql<{ kind: string }>`
    update letters set state = 'waiting', tries = 0, next_try_at = ${now}, created_at = ${now},
      ended_at = null, set_aside_at = null
    where id = ${id} and state in ('refused', 'given-up') and html <> ''
      and (useless_after is null or useless_after > ${now})
    returning kind`.execute(tx)
  return rows[0] ?? null
}

/** Has a letter that waits for another try be due now. Null where it does not wait. */
export async function hurry(tx: Transaction, id: number, now: Date): Promise<{ kind: string } | null> {
  const row = await tx
    .updateTable('letters')
    .set({ next_try_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('kind')
    .executeTakeFirst()
  return row ?? null
}

/** Takes one letter, or all, out of the list of what went wrong. Returns how many. */
export async function setAside(tx: Transaction, which: number | 'all', now: Date): Promise<number> {
  let query = tx
    .updateTable('letters')
    .set({ set_aside_at: now })
    .where('state', 'in', ['refused', 'given-up'])
    .where('set_aside_at', 'is', null)
  if (which !== 'all') query = query.where('id', '=', which)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

type Piece = ReturnType<typeof sql>

async function list(db: Database, now: Date, where: Piece, order: Piece): Promise<TroubledLetter[]> {
  const { rows } = await sql<TroubledLetter>`
    select id::int, kind, to_address as "to", subject, tries, last_answer as words, state,
      coalesce(ended_at, next_try_at) as at,
      html <> '' and (useless_after is null or useless_after > ${now}) as sendable
    from letters where ${where} order by ${order}, id limit ${mostListed}`.execute(db)
  return rows
}
