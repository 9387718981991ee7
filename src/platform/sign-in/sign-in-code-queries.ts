import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import type { Realm } from './sign-in-codes.ts'

/** How many codes have been asked for since: for this address of mail, and from this address on the net. */
export async function countRequests(
  tx: Transaction,
  { realm, email, originHash, since }: { realm: Realm; email: string; originHash: Buffer; since: Date },
): Promise<{ forEmail: number; fromOrigin: number }> {
  const { rows } = await sql<{ forEmail: number; fromOrigin: number }>`
    select
      (select count(*) from sign_in_codes
        where realm = ${realm} and email = ${email} and created_at > ${since}) as "forEmail",
      (select count(*) from sign_in_codes
        where realm = ${realm} and origin_hash = ${originHash} and created_at > ${since}) as "fromOrigin"
  `.execute(tx)
  return rows[0]!
}

export async function insertRequest(
  tx: Transaction,
  request: {
    realm: Realm
    email: string
    browserHash: Buffer
    originHash: Buffer
    now: Date
    expiresAt: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('sign_in_codes')
    .values({
      realm: request.realm,
      email: request.email,
      browser_hash: request.browserHash,
      origin_hash: request.originHash,
      created_at: request.now,
      expires_at: request.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What waits for its code, locked; null where it has one already, has run out, or was never asked for. */
export async function findWaiting(
  tx: Transaction,
  { id, realm, now }: { id: number; realm: Realm; now: Date },
): Promise<{ email: string; expiresAt: Date } | null> {
  const row = await tx
    .selectFrom('sign_in_codes')
    .select(['email', 'expires_at as expiresAt'])
    .where('id', '=', id)
    .where('realm', '=', realm)
    .where('code_hash', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function setCode(tx: Transaction, id: number, hash: Buffer): Promise<void> {
  await tx.updateTable('sign_in_codes').set({ code_hash: hash }).where('id', '=', id).execute()
}

/** Counts one try and says what it is measured against; null where there is nothing left to try. */
export async function countTry(
  tx: Transaction,
  { realm, browserHash, now, mostTries }: { realm: Realm; browserHash: Buffer; now: Date; mostTries: number },
): Promise<{ id: number; email: string; codeHash: Buffer | null; tries: number } | null> {
  const row = await tx
    .updateTable('sign_in_codes')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('realm', '=', realm)
    .where('browser_hash', '=', browserHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .returning(['id', 'email', 'code_hash as codeHash', 'tries'])
    .executeTakeFirst()
  return row ?? null
}

export async function markUsed(tx: Transaction, id: number, now: Date): Promise<void> {
  await tx.updateTable('sign_in_codes').set({ used_at: now }).where('id', '=', id).execute()
}

/** The address of a request whose code has been sent and can still be used. */
export async function findIssued(
  db: Database,
  { id, realm, now }: { id: number; realm: Realm; now: Date },
): Promise<{ email: string } | null> {
  const row = await db
    .selectFrom('sign_in_codes')
    .select('email')
    .where('id', '=', id)
    .where('realm', '=', realm)
    .where('code_hash', 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** False where somebody has used it in the meantime. */
export async function useIssued(tx: Transaction, id: number, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('sign_in_codes')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The address a browser asked for, while its code can still be used. */
export async function findOpenRequest(
  db: Transaction,
  { realm, browserHash, now, mostTries }: { realm: Realm; browserHash: Buffer; now: Date; mostTries: number },
): Promise<{ email: string } | null> {
  const row = await db
    .selectFrom('sign_in_codes')
    .select('email')
    .where('realm', '=', realm)
    .where('browser_hash', '=', browserHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .executeTakeFirst()
  return row ?? null
}

export async function deleteRequestsBefore(tx: Transaction, before: Date): Promise<void> {
  await tx.deleteFrom('sign_in_codes').where('created_at', '<', before).execute()
}
