import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { hashOf } from '../../platform/sign-in/secret-token.ts'
import { checkSecondFactor, isTotp } from './check-second-factor.ts'
import { findFactors } from './factor-queries.ts'
import { addPasskey, checkPasskey, type PasskeyAnswer } from './passkeys.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { countPendingTry, deletePending, findPending, type PendingSignIn } from './sign-in-queries.ts'
import type { StaffLine } from './staff.ts'
import { type Post, tellFactorChange } from './staff-notices.ts'
import { findStaff, updateStaff } from './staff-queries.ts'
import { startSession } from './start-session.ts'

type Part = Pick<House, 'db' | 'clock' | 'secrets' | 'config'>
type Telling = Part & Post

const mostTries = 5

/** What the second factor can be. */
export type Proof = { code: string } | { passkey: PasskeyAnswer; challenge: string }

export interface Finished {
  session: string
  /** Just made with one-time passwords, to be shown once; else empty. */
  recoveryCodes: string[]
}

/** Whose sign-in waits for its second factor, and what they have for it. Null where it has ended. */
export async function pendingSignIn(
  house: Pick<House, 'db' | 'clock'>,
  token: string,
): Promise<{ staff: StaffLine; totp: boolean; passkeys: number } | null> {
  const now = house.clock.now()
  const pending = await findPending(house.db, { hash: hashOf(token), now, mostTries })
  const staff = pending && (await findStaff(house.db, pending.staffId))
  if (!staff?.active) return null
  const { totp, passkeys } = await findFactors(house.db, staff.id)
  return { staff, totp, passkeys }
}

/** Ends a sign-in with the second factor. 'wrong' has been counted; 'ended' means to begin again. */
export async function finishSignIn(
  house: Part,
  options: { token: string; proof: Proof; userAgent: string | undefined },
): Promise<Finished | 'wrong' | 'ended'> {
  return await attempt(house, options, async (tx, { staffId }) => {
    const { proof } = options
    if ('code' in proof) return (await checkSecondFactor(tx, house, { staffId, code: proof.code })) !== null
    const { passkey: answer, challenge: token } = proof
    return (await checkPasskey(tx, house, { token, answer, staffId })) !== null
  })
}

/** Ends a sign-in of somebody who must have a second factor and has none, by setting one up. */
export async function enrolAndSignIn(
  house: Telling,
  options: { token: string; proof: Proof; userAgent: string | undefined; passkeyName: string },
): Promise<Finished | 'wrong' | 'ended'> {
  return await attempt(house, options, async (tx, { staffId }) => {
    const { totp, passkeys } = await findFactors(tx, staffId)
    // Whoever has one shows it; nobody gets in by adding another.
    if (totp || passkeys > 0) return false
    const { proof, passkeyName: name } = options
    if ('passkey' in proof) {
      const { passkey: answer, challenge: token } = proof
      if (!(await addPasskey(tx, house, { staffId, token, answer, name }))) return false
      await tellFactorChange(tx, house, { staffId, change: 'passkeyAdded', passkey: name })
      return true
    }
    if (!(await isTotp(tx, house, { staffId, code: proof.code, unconfirmed: true }))) return false
    await updateStaff(tx, staffId, { asks_second_factor: true })
    await tellFactorChange(tx, house, { staffId, change: 'appAdded' })
    return { recoveryCodes: await makeRecoveryCodes(tx, house, staffId) }
  })
}

async function attempt(
  house: Part,
  { token, userAgent }: { token: string; userAgent: string | undefined },
  prove: (tx: Transaction, pending: PendingSignIn) => Promise<boolean | { recoveryCodes: string[] }>,
): Promise<Finished | 'wrong' | 'ended'> {
  const now = house.clock.now()
  return await house.db.transaction().execute(async tx => {
    const pending = await countPendingTry(tx, { hash: hashOf(token), now, mostTries })
    const staff = pending && (await findStaff(tx, pending.staffId))
    if (!pending || !staff?.active) return 'ended'
    const proven = await prove(tx, pending)
    if (!proven) return pending.tries < mostTries ? 'wrong' : 'ended'
    await deletePending(tx, staff.id)
    const by = pending.firstFactor
    const session = await startSession(tx, house, { staff, userAgent, secondFactor: true, by })
    return { session: session.token, recoveryCodes: proven === true ? [] : proven.recoveryCodes }
  })
}
