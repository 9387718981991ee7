import { type Insertable, sql, type Updateable } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { ReadersTable } from '../../platform/database/schema-support.ts'
import type { Reader } from './reader.ts'

const columns = [
  'readers.id',
  'readers.email',
  'readers.name',
  'readers.language',
  'readers.country',
  'readers.time_zone as timeZone',
  'readers.customer',
  'readers.email_confirmed_at as emailConfirmedAt',
  'readers.created_at as createdAt',
  'readers.last_seen_at as lastSeenAt',
  'readers.forgotten_at as forgottenAt',
] as const

/** One reader; for the number of a double that was merged, the account that it became part of. */
export async function findReader(db: Database, id: number): Promise<Reader | null> {
  const row = await db
    .selectFrom('readers')
    .select(columns)
    .where('id', '=', eb =>
      eb
        .selectFrom('readers as named')
        .select(({ fn }) => fn.coalesce('named.merged_into', 'named.id').as('id'))
        .where('named.id', '=', id),
    )
    .executeTakeFirst()
  return row ?? null
}

export async function findReaderByEmail(db: Database, email: string): Promise<Reader | null> {
  const row = await db
    .selectFrom('readers')
    .select(columns)
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .executeTakeFirst()
  return row ?? null
}

export async function findReaderByCustomer(db: Database, customer: string): Promise<Reader | null> {
  const row = await db
    .selectFrom('readers')
    .select(columns)
    .where('customer', '=', customer)
    .executeTakeFirst()
  return row ?? null
}

/** Locks the account until the transaction ends; null for one that is forgotten, merged, or was never there. */
export async function lockReader(tx: Transaction, id: number): Promise<Reader | null> {
  const row = await tx
    .selectFrom('readers')
    .select(columns)
    .where('id', '=', id)
    .where('email', 'is not', null)
    // Whoever only refers to the reader (a payment that comes in) need not wait.
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Null where somebody has the address already. */
export async function insertReader(
  tx: Transaction,
  reader: Insertable<ReadersTable>,
): Promise<Reader | null> {
  const row = await tx
    .insertInto('readers')
    .values(reader)
    .onConflict(conflict => conflict.expression(sql`lower(email)`).doNothing())
    .returning(columns)
    .executeTakeFirst()
  return row ?? null
}

export async function updateReader(
  tx: Transaction,
  id: number,
  change: Updateable<ReadersTable>,
): Promise<void> {
  await tx.updateTable('readers').set(change).where('id', '=', id).execute()
}

/** Takes note that letters to the address reach this reader, the first time it becomes certain. */
export async function confirmEmail(tx: Transaction, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('readers')
    .set({ email_confirmed_at: now })
    .where('id', '=', id)
    .where('email_confirmed_at', 'is', null)
    .execute()
}

/** Throws the database's error for a customer that is another reader's. */
export async function setCustomer(tx: Transaction, id: number, customer: string): Promise<void> {
  await updateReader(tx, id, { customer })
}

/** Doubles of a double belong to the account that both became part of. */
export async function repointMerged(tx: Transaction, from: number, into: number): Promise<void> {
  await tx.updateTable('readers').set({ merged_into: into }).where('merged_into', '=', from).execute()
}

/** What was written to an address, the newest first; not the words of letters that are secret. */
export async function listLettersTo(
  db: Database,
  email: string,
): Promise<{ kind: string; subject: string | null; text: string | null; writtenAt: Date; state: string }[]> {
  return await db
    .selectFrom('letters')
    .select(['kind', 'subject', 'text', 'created_at as writtenAt', 'state'])
    .where(sql`lower(to_address)`, '=', email.toLowerCase())
    .orderBy('id', 'desc')
    .execute()
}

/** How many letters have been asked for since with addresses that nobody has. */
export async function countUnknown(tx: Transaction, since: Date): Promise<number> {
  const { n } = await tx
    .selectFrom('sign_in_codes as asked')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('asked.realm', '=', 'reader')
    .where('asked.created_at', '>', since)
    .where('asked.code_hash', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('readers')
            .select('readers.id')
            .where(sql`lower(readers.email)`, '=', sql.ref('asked.email')),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return n
}

/** Takes out what was written to an address and asked for with it: letters that wait, letters that went, codes. */
export async function deleteTraces(tx: Transaction, email: string): Promise<void> {
  await tx.deleteFrom('letters').where(sql`lower(to_address)`, '=', email.toLowerCase()).execute()
  await tx
    .deleteFrom('sign_in_codes')
    .where('realm', 'in', ['reader', 'reader-address'])
    .where('email', '=', email.toLowerCase())
    .execute()
}
