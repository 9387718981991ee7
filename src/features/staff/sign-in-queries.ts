import type { Database, Transaction } from '../../platform/database/database.ts'

/** A sign-in whose second factor is still to come. */
export interface PendingSignIn {
  id: number
  staffId: number
  firstFactor: string
}

export async function insertPending(
  tx: Transaction,
  pending: { hash: Buffer; staffId: number; firstFactor: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('staff_sign_ins')
    .values({
      token_hash: pending.hash,
      staff_id: pending.staffId,
      first_factor: pending.firstFactor,
      created_at: pending.now,
      expires_at: pending.expiresAt,
    })
    .execute()
}

export async function findPending(
  db: Database,
  { hash, now, mostTries }: { hash: Buffer; now: Date; mostTries: number },
): Promise<PendingSignIn | null> {
  const row = await db
    .selectFrom('staff_sign_ins')
    .select(['id', 'staff_id as staffId', 'first_factor as firstFactor'])
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .executeTakeFirst()
  return row ?? null
}

/** Counts one try; null where there is nothing left to try. */
export async function countPendingTry(
  tx: Transaction,
  { hash, now, mostTries }: { hash: Buffer; now: Date; mostTries: number },
): Promise<(PendingSignIn & { tries: number }) | null> {
  const row = await tx
    .updateTable('staff_sign_ins')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .returning(['id', 'staff_id as staffId', 'first_factor as firstFactor', 'tries'])
    .executeTakeFirst()
  return row ?? null
}

export async function deletePending(tx: Transaction, staffId: number): Promise<void> {
  await tx.deleteFrom('staff_sign_ins').where('staff_id', '=', staffId).execute()
}

export async function insertLink(
  tx: Transaction,
  link: { hash: Buffer; staffId: number | null; now: Date; expiresAt: Date | null },
): Promise<void> {
  await tx
    .insertInto('staff_links')
    .values({
      token_hash: link.hash,
      staff_id: link.staffId,
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .execute()
}

/** Ends the links of one person, or the owner's welcome (null). */
export async function deleteLinks(tx: Transaction, staffId: number | null): Promise<void> {
  await tx
    .deleteFrom('staff_links')
    .where('staff_id', staffId === null ? 'is' : '=', staffId)
    .execute()
}

/** Whose link this is; `staffId` is null for the owner's welcome. Nothing is used up. */
export async function findLink(
  db: Database,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<{ staffId: number | null } | null> {
  const row = await db
    .selectFrom('staff_links')
    .select('staff_id as staffId')
    .where('token_hash', '=', hash)
    .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst()
  return row ?? null
}

/** Uses the link up; null where somebody has already, or it has run out. */
export async function takeLink(
  tx: Transaction,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<{ staffId: number | null } | null> {
  const row = await tx
    .deleteFrom('staff_links')
    .where('token_hash', '=', hash)
    .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .returning('staff_id as staffId')
    .executeTakeFirst()
  return row ?? null
}

/** Takes out what has run out and can no longer be used for anything. */
export async function deleteExpired(tx: Transaction, { now, idleSince }: { now: Date; idleSince: Date }) {
  await tx.deleteFrom('staff_sign_ins').where('expires_at', '<', now).execute()
  await tx.deleteFrom('passkey_challenges').where('expires_at', '<', now).execute()
  await tx.deleteFrom('staff_links').where('expires_at', '<', now).execute()
  await tx
    .deleteFrom('staff_sessions')
    .where(({ eb, or }) => or([eb('expires_at', '<', now), eb('last_used_at', '<', idleSince)]))
    .execute()
}
