import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'

/** The newest letters that are kept; older ones make room. */
export const mostLetters = 500

export interface PracticeLetter {
  id: number
  receivedAt: Date
  sender: string
  recipients: string[]
  subject: string
}

/** Keeps a letter as it came, and lets the oldest go. Returns its number. */
export async function keepLetter(
  db: Database,
  letter: { receivedAt: Date; sender: string; recipients: string[]; subject: string; source: Buffer },
): Promise<number> {
  const { receivedAt, ...values } = letter
  const { id } = await db
    .insertInto('practice_letters')
    .values({ received_at: receivedAt, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('practice_letters')
    .where('id', '<=', eb =>
      eb.selectFrom('practice_letters').select('id').orderBy('id', 'desc').offset(mostLetters).limit(1),
    )
    .execute()
  return id
}

/** Newest first; only those to an address that contains `to`, where something is said. */
export async function listLetters(db: Database, to = ''): Promise<PracticeLetter[]> {
  const rows = await db
    .selectFrom('practice_letters')
    .select(['id', 'received_at', 'sender', 'recipients', 'subject'])
    .where(
      sql<boolean>`${to} = '' or exists (select from unnest(recipients) as one where strpos(lower(one), lower(${to})) > 0)`,
    )
    .orderBy('id', 'desc')
    .limit(mostLetters)
    .execute()
  return rows.map(({ received_at, ...row }) => ({ ...row, receivedAt: received_at }))
}

export async function findLetter(
  db: Database,
  id: number,
): Promise<(PracticeLetter & { source: Buffer }) | null> {
  const row = await db.selectFrom('practice_letters').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { received_at, ...rest } = row
  return { ...rest, receivedAt: received_at }
}
