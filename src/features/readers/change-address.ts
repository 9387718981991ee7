import type { House } from '../../platform/house.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { redeemCode, requestCode } from '../../platform/sign-in/sign-in-codes.ts'
import { sendReaderAddressCode } from './reader-jobs.ts'
import { addressMovedLetter } from './reader-letters.ts'
import { findReaderByEmail, lockReader, updateReader } from './reader-queries.ts'

type Part = Pick<House, 'db' | 'clock' | 'secrets' | 'jobs' | 'mail'>

/**
 * Has a code sent to a new address. Whether somebody has it already is not told before the code has shown that it is
 * the reader's own. Returns the token that this browser needs with the code.
 */
export async function askNewAddress(
  house: Part,
  { readerId, email, address }: { readerId: number; email: string; address: string },
): Promise<string> {
  return await house.db.transaction().execute(async tx => {
    const { id, browser } = await requestCode(tx, house, { realm: 'reader-address', email, address })
    await house.jobs.send(tx, sendReaderAddressCode, { request: id, reader: readerId })
    return browser
  })
}

/**
 * Moves the account to the address that the code was sent to, and tells the one before. 'taken': the address has an
 * account of its own. 'wrong' may be tried again, 'ended' means to begin again.
 */
export async function moveToAddress(
  house: Part,
  { readerId, browser, code }: { readerId: number; browser: string; code: string },
): Promise<'moved' | 'taken' | 'wrong' | 'ended'> {
  return await house.db.transaction().execute(async tx => {
    const redeemed = await redeemCode(tx, house, { realm: 'reader-address', browser, code })
    if (typeof redeemed === 'string') return redeemed
    const reader = await lockReader(tx, readerId)
    if (!reader?.email) return 'ended'
    if (await findReaderByEmail(tx, redeemed.email)) return 'taken'
    const email_confirmed_at = house.clock.now()
    await updateReader(tx, readerId, { email: redeemed.email, email_confirmed_at })
    await sendLetter(tx, house, {
      to: { address: reader.email, name: reader.name },
      language: reader.language,
      template: addressMovedLetter,
      data: { name: reader.name, email: redeemed.email },
    })
    return 'moved'
  })
}
