import type { Database, Transaction } from '../../platform/database/database.ts'

/** An address that waits for its owner's word. */
export interface AddressLink {
  staffId: number
  email: string
  sentAt: Date
  expiresAt: Date
}

const columns = ['staff_id as staffId', 'email', 'sent_at as sentAt', 'expires_at as expiresAt'] as const

export async function findAddressLink(db: Database, staffId: number): Promise<AddressLink | null> {
  const query = db.selectFrom('staff_address_links').select(columns).where('staff_id', '=', staffId)
  return (await query.executeTakeFirst()) ?? null
}

/** Uses nothing up. */
export async function openAddressLink(
  db: Database,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<AddressLink | null> {
  const row = await db
    .selectFrom('staff_address_links')
    .select(columns)
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Uses the link up; null where it has been, or has run out. */
export async function takeAddressLink(
  tx: Transaction,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<AddressLink | null> {
  const row = await tx
    .deleteFrom('staff_address_links')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .returning(columns)
    .executeTakeFirst()
  return row ?? null
}

/** In place of one that is there already: the older letter's link ends. */
export async function putAddressLink(
  tx: Transaction,
  link: { staffId: number; email: string; hash: Buffer; askedBy: number; now: Date; expiresAt: Date },
): Promise<void> {
  const values = {
    token_hash: link.hash,
    email: link.email,
    asked_by: link.askedBy,
    sent_at: link.now,
    expires_at: link.expiresAt,
  }
  await tx
    .insertInto('staff_address_links')
    .values({ staff_id: link.staffId, ...values })
    .onConflict(conflict => conflict.column('staff_id').doUpdateSet(values))
    .execute()
}

/** Returns the address that waited; null for none. */
export async function deleteAddressLink(tx: Transaction, staffId: number): Promise<string | null> {
  const row = await tx
    .deleteFrom('staff_address_links')
    .where('staff_id', '=', staffId)
    .returning('email')
    .executeTakeFirst()
  return row?.email ?? null
}
