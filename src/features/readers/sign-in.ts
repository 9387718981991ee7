import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { redeemCode, requestCode } from '../../platform/sign-in/sign-in-codes.ts'
import { redeemLink } from '../../platform/sign-in/sign-in-links.ts'
import { sendReaderCode } from './reader-jobs.ts'
import { confirmEmail, findReaderByEmail } from './reader-queries.ts'
import { startReaderSession } from './start-reader-session.ts'

/** A sign-in that is complete. */
export interface SignedIn {
  readerId: number
  /** For the cookie. */
  token: string
}

/**
 * Begins a sign-in with an address of mail. Returns the token that this browser needs with the code. Whether the
 * address has an account is found out by a job, later, so that neither the answer nor its time can tell.
 */
export async function askToSignIn(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'jobs'>,
  options: { email: string; address: string; next: string; language: string },
): Promise<string> {
  const { email, address, next, language } = options
  return await house.db.transaction().execute(async tx => {
    const { id, browser } = await requestCode(tx, house, { realm: 'reader', email, address })
    await house.jobs.send(tx, sendReaderCode, { request: id, next, language })
    return browser
  })
}

/** Takes the code. 'wrong' may be tried again; 'ended' means that a new letter has to be asked for. */
export async function signInByCode(
  house: Pick<House, 'db' | 'clock' | 'secrets'>,
  { browser, code, userAgent }: { browser: string; code: string; userAgent: string | undefined },
): Promise<SignedIn | 'wrong' | 'ended'> {
  return await house.db.transaction().execute(async tx => {
    const redeemed = await redeemCode(tx, house, { realm: 'reader', browser, code })
    if (typeof redeemed === 'string') return redeemed
    return (await enter(tx, house, { email: redeemed.email, userAgent })) ?? 'ended'
  })
}

/** Takes the link of a letter, in any browser, once. Null for one that is not, or no longer, good. */
export async function signInByLink(
  house: Pick<House, 'db' | 'clock' | 'secrets'>,
  { token, userAgent }: { token: string; userAgent: string | undefined },
): Promise<SignedIn | null> {
  return await house.db.transaction().execute(async tx => {
    const redeemed = await redeemLink(tx, house, { realm: 'reader', token })
    return redeemed && (await enter(tx, house, { email: redeemed.email, userAgent }))
  })
}

async function enter(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  { email, userAgent }: { email: string; userAgent: string | undefined },
): Promise<SignedIn | null> {
  const reader = await findReaderByEmail(tx, email)
  if (!reader) return null
  await confirmEmail(tx, reader.id, house.clock.now())
  const { token } = await startReaderSession(tx, house, { readerId: reader.id, userAgent })
  return { readerId: reader.id, token }
}
