import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { hashOf, newToken } from '../../platform/sign-in/secret-token.ts'
import { findFactors, secondFactorRequired } from './factor-queries.ts'
import { insertPending } from './sign-in-queries.ts'
import type { StaffLine } from './staff.ts'
import { startSession } from './start-session.ts'

export const pendingMinutes = 10

/** Where a sign-in stands: a session has begun, or something more has to be shown by whoever holds the token. */
export type SignInStep = { session: string } | { pending: string }

/**
 * Goes on after the first factor (a code, a link, an invitation). Who asked for a second factor, or must have one,
 * gets no session yet but a token for the step that asks for it, or sets it up.
 */
export async function passFirstFactor(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  options: { staff: StaffLine; by: string; userAgent: string | undefined },
): Promise<SignInStep> {
  const { staff, by, userAgent } = options
  if (!(await needsSecondFactor(tx, staff))) {
    const { token } = await startSession(tx, house, { staff, userAgent, secondFactor: false, by })
    return { session: token }
  }
  const pending = newToken()
  const now = house.clock.now()
  await insertPending(tx, {
    hash: hashOf(pending),
    staffId: staff.id,
    firstFactor: by,
    now,
    expiresAt: new Date(now.getTime() + pendingMinutes * 60_000),
  })
  return { pending }
}

/** Whether a sign-in by code asks this person for more. */
export async function needsSecondFactor(tx: Transaction, staff: StaffLine): Promise<boolean> {
  if (await secondFactorRequired(tx)) return true
  if (!staff.asksSecondFactor) return false
  const { totp, passkeys } = await findFactors(tx, staff.id)
  return totp || passkeys > 0
}
