import type { Database, Transaction } from '../../platform/database/database.ts'

/** A passkey as its owner sees it. */
export interface PasskeyLine {
  id: number
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

export interface Passkey {
  id: number
  staffId: number
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

export async function listPasskeys(db: Database, staffId: number): Promise<PasskeyLine[]> {
  return await db
    .selectFrom('staff_passkeys')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('staff_id', '=', staffId)
    .orderBy('id')
    .execute()
}

const columns = [
  'id',
  'staff_id as staffId',
  'credential_id as credentialId',
  'public_key as publicKey',
  'counter',
  'transports',
] as const

export async function findPasskeys(db: Database, staffId: number): Promise<Passkey[]> {
  return await db.selectFrom('staff_passkeys').select(columns).where('staff_id', '=', staffId).execute()
}

/** Locked, so that its counter moves one answer at a time. */
export async function findPasskey(tx: Transaction, credentialId: string): Promise<Passkey | null> {
  const row = await tx
    .selectFrom('staff_passkeys')
    .select(columns)
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function insertPasskey(
  tx: Transaction,
  passkey: Omit<Passkey, 'id'> & { name: string; now: Date },
): Promise<number | null> {
  const row = await tx
    .insertInto('staff_passkeys')
    .values({
      staff_id: passkey.staffId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
      created_at: passkey.now,
    })
    .onConflict(conflict => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function markPasskeyUsed(
  tx: Transaction,
  { id, counter, now }: { id: number; counter: number; now: Date },
): Promise<void> {
  await tx.updateTable('staff_passkeys').set({ counter, last_used_at: now }).where('id', '=', id).execute()
}

/** Takes away one passkey of this person, or all. Returns their names. */
export async function deletePasskeys(tx: Transaction, staffId: number, only?: number): Promise<string[]> {
  let query = tx.deleteFrom('staff_passkeys').where('staff_id', '=', staffId)
  if (only !== undefined) query = query.where('id', '=', only)
  return (await query.returning('name').execute()).map(({ name }) => name)
}

export async function insertChallenge(
  tx: Transaction,
  challenge: { hash: Buffer; challenge: string; staffId: number | null; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('passkey_challenges')
    .values({
      token_hash: challenge.hash,
      challenge: challenge.challenge,
      staff_id: challenge.staffId,
      expires_at: challenge.expiresAt,
    })
    .execute()
}

/** A challenge is answered once, rightly or wrongly: it is gone afterwards. */
export async function takeChallenge(
  tx: Transaction,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<{ challenge: string; staffId: number | null } | null> {
  const row = await tx
    .deleteFrom('passkey_challenges')
    .where('token_hash', '=', hash)
    .returning(['challenge', 'staff_id as staffId', 'expires_at as expiresAt'])
    .executeTakeFirst()
  return row && row.expiresAt > now ? row : null
}
