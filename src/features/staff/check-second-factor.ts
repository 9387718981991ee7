import type { Transaction } from '../../platform/database/database.ts'
import { ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import {
  findTotp,
  lockFactorFailures,
  setFactorFailures,
  useRecoveryCode,
  useTotpStep,
} from './factor-queries.ts'
import { recoveryHash } from './recovery-codes.ts'
import { openSecret, totpStep } from './totp.ts'

const mostFailures = 10
const pauseMs = 15 * 60_000

/**
 * Checks a one-time password or a recovery code, and uses it up. Null for a wrong one, which has been counted: let the
 * transaction commit. After ten wrong ones in a row nothing is taken for a quarter of an hour: ExpectedError (429).
 * Only whoever holds the first factor gets this far, so strangers cannot lock anybody out.
 */
export async function checkSecondFactor(
  tx: Transaction,
  house: Pick<House, 'clock' | 'secrets'>,
  { staffId, code }: { staffId: number; code: string },
): Promise<'totp' | 'recovery-code' | null> {
  const now = house.clock.now()
  const { failures, failedAt } = await lockFactorFailures(tx, staffId)
  const since = failedAt ? now.getTime() - failedAt.getTime() : Number.POSITIVE_INFINITY
  if (failures >= mostFailures && since < pauseMs)
    throw new ExpectedError(
      'too-many',
      429,
      'Too many wrong codes. Please wait a quarter of an hour, or use a passkey.',
    )
  const proof = await provenBy()
  await setFactorFailures(
    tx,
    staffId,
    proof
      ? { failures: 0, failedAt: null }
      : { failures: failures >= mostFailures ? 1 : failures + 1, failedAt: now },
  )
  return proof

  async function provenBy(): Promise<'totp' | 'recovery-code' | null> {
    if (/^\d{6}$/.test(code.replaceAll(/\s/g, '')))
      return (await isTotp(tx, house, { staffId, code })) ? 'totp' : null
    const hash = recoveryHash(house, staffId, code)
    return (await useRecoveryCode(tx, { staffId, hash, now })) ? 'recovery-code' : null
  }
}

/** Whether this is the password of the moment; it is not taken a second time (RFC 6238, 5.2). */
export async function isTotp(
  tx: Transaction,
  house: Pick<House, 'clock' | 'secrets'>,
  { staffId, code, unconfirmed = false }: { staffId: number; code: string; unconfirmed?: boolean },
): Promise<boolean> {
  const totp = await findTotp(tx, staffId)
  if (!totp || totp.confirmed === unconfirmed) return false
  const secret = openSecret(house, staffId, totp.sealedSecret)
  if (!secret) return false
  const now = house.clock.now()
  const step = totpStep({ secret, code: code.replaceAll(/\s/g, ''), now, lastStep: totp.lastStep })
  return step !== null && (await useTotpStep(tx, { staffId, step, now }))
}
