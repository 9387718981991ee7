import type { House } from '../../platform/house.ts'
import { redeemCode, requestCode } from '../../platform/sign-in/sign-in-codes.ts'
import { passFirstFactor, type SignInStep } from './pass-first-factor.ts'
import { sendSignInCode } from './staff-jobs.ts'
import { findStaffByEmail } from './staff-queries.ts'

/**
 * Begins a sign-in with an address of mail. Returns the token that this browser needs with the code. Whether anybody
 * has the address is found out by a job, later, so that neither the answer nor its time can tell.
 */
export async function askToSignIn(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'jobs'>,
  { email, address }: { email: string; address: string },
): Promise<string> {
  return await house.db.transaction().execute(async tx => {
    const { id, browser } = await requestCode(tx, house, { realm: 'staff', email, address })
    await house.jobs.send(tx, sendSignInCode, { request: id })
    return browser
  })
}

/** Takes the code. 'wrong' may be tried again; 'ended' means that a new code has to be asked for. */
export async function signInByCode(
  house: Pick<House, 'db' | 'clock' | 'secrets'>,
  { browser, code, userAgent }: { browser: string; code: string; userAgent: string | undefined },
): Promise<SignInStep | 'wrong' | 'ended'> {
  return await house.db.transaction().execute(async tx => {
    const redeemed = await redeemCode(tx, house, { realm: 'staff', browser, code })
    if (typeof redeemed === 'string') return redeemed
    const staff = await findStaffByEmail(tx, redeemed.email)
    if (!staff?.active) return 'ended'
    return await passFirstFactor(tx, house, { staff, by: 'code', userAgent })
  })
}
