import { sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'

/** What somebody has to prove themselves with, beside their letters. */
export interface Factors {
  /** One-time passwords from an app. */
  totp: boolean
  passkeys: number
  /** How many are still unused. */
  recoveryCodes: number
}

export async function findFactors(db: Database, staffId: number): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select
      exists (select 1 from staff_totp where staff_id = ${staffId} and confirmed_at is not null) as totp,
      (select count(*) from staff_passkeys where staff_id = ${staffId}) as passkeys,
      (select count(*) from staff_recovery_codes where staff_id = ${staffId} and used_at is null)
        as "recoveryCodes"
  `.execute(db)
  return rows[0]!
}

export async function secondFactorRequired(db: Database): Promise<boolean> {
  const row = await db.selectFrom('staff_rules').select('second_factor_required').executeTakeFirst()
  return row?.second_factor_required ?? false
}

export async function setSecondFactorRequired(tx: Transaction, required: boolean): Promise<void> {
  await tx.updateTable('staff_rules').set({ second_factor_required: required }).execute()
}

export interface TotpRow {
  sealedSecret: Buffer
  confirmed: boolean
  lastStep: number
}

export async function findTotp(db: Database, staffId: number): Promise<TotpRow | null> {
  const row = await db
    .selectFrom('staff_totp')
    .select(['sealed_secret as sealedSecret', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return row
    ? { sealedSecret: row.sealedSecret, lastStep: row.lastStep, confirmed: row.confirmedAt !== null }
    : null
}

/** Puts a secret that is yet to be confirmed; one that is confirmed stays. */
export async function putTotp(tx: Transaction, staffId: number, sealed: Buffer): Promise<void> {
  await tx
    .insertInto('staff_totp')
    .values({ staff_id: staffId, sealed_secret: sealed })
    .onConflict(conflict =>
      conflict
        .column('staff_id')
        .doUpdateSet({ sealed_secret: sealed, last_step: 0 })
        .where('staff_totp.confirmed_at', 'is', null),
    )
    .execute()
}

/** False where the step, or a later one, has been used meanwhile. */
export async function useTotpStep(
  tx: Transaction,
  { staffId, step, now }: { staffId: number; step: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_totp')
    .set(({ fn, val }) => ({ last_step: step, confirmed_at: fn.coalesce('confirmed_at', val(now)) }))
    .where('staff_id', '=', staffId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteTotp(tx: Transaction, staffId: number): Promise<void> {
  await tx.deleteFrom('staff_totp').where('staff_id', '=', staffId).execute()
}

export async function replaceRecoveryCodes(
  tx: Transaction,
  staffId: number,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.deleteFrom('staff_recovery_codes').where('staff_id', '=', staffId).execute()
  if (hashes.length > 0)
    await tx
      .insertInto('staff_recovery_codes')
      .values(hashes.map(hash => ({ staff_id: staffId, code_hash: hash })))
      .execute()
}

/** Uses a code up; false where it is none, or used. */
export async function useRecoveryCode(
  tx: Transaction,
  { staffId, hash, now }: { staffId: number; hash: Buffer; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_recovery_codes')
    .set({ used_at: now })
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How often in a row a second factor was wrong, and when last. Locks the row, so that tries count one by one. */
export async function lockFactorFailures(
  tx: Transaction,
  staffId: number,
): Promise<{ failures: number; failedAt: Date | null }> {
  return await tx
    .selectFrom('staff')
    .select(['factor_failures as failures', 'factor_failed_at as failedAt'])
    .where('id', '=', staffId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function setFactorFailures(
  tx: Transaction,
  staffId: number,
  { failures, failedAt }: { failures: number; failedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ factor_failures: failures, factor_failed_at: failedAt })
    .where('id', '=', staffId)
    .execute()
}
