import { z } from 'zod'
import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { issueCode, redeemCode, requestCode } from '../../platform/sign-in/sign-in-codes.ts'
import { deleteAddressLink } from './address-queries.ts'
import type { StaffLine } from './staff.ts'
import { addressCodeLetter, type Post, tellAddressChange } from './staff-notices.ts'
import { findStaff, findStaffByEmail, updateStaff } from './staff-queries.ts'

/**
 * Has a code sent to the address that somebody wants for themselves. Returns the token that this browser needs with the
 * code. Whether somebody else has the address is found out by a job, later, so that neither the answer nor its time
 * tells. Throws BadInput for the address they have already, ExpectedError (429) where too many codes were asked for.
 */
export async function askNewAddress(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'jobs'>,
  by: StaffMember,
  { email, address }: { email: string; address: string },
): Promise<string> {
  if (email === by.email.toLowerCase())
    throw new BadInput({ field: 'email', sentence: 'This is your address already.' })
  return await house.db.transaction().execute(async tx => {
    const { id, browser } = await requestCode(tx, house, { realm: 'staff-address', email, address })
    await house.jobs.send(tx, sendAddressCode, { request: id, staff: by.id })
    return browser
  })
}

/** Makes the code that was asked for and sends it, unless somebody else on the staff has the address. */
export const sendAddressCode: JobKind<{ request: number; staff: number }> = {
  name: 'send-address-code',
  schema: z.object({ request: z.number(), staff: z.number() }),
  concurrency: 2,
  async run({ request, staff: staffId }, house) {
    await house.db.transaction().execute(async tx => {
      const staff = await findStaff(tx, staffId)
      if (!staff?.active) return
      const issued = await issueCode(tx, house, { id: request, realm: 'staff-address' })
      if (!issued || (await findStaffByEmail(tx, issued.email))) return
      await sendLetter(tx, house, {
        to: { address: issued.email, name: staff.name },
        language: staff.language,
        template: addressCodeLetter,
        data: { name: staff.name, code: issued.code },
        uselessAfter: issued.expiresAt,
      })
    })
  },
}

/** Takes the code: the address is theirs now. 'wrong' may be tried again; 'ended' means to have a new one sent. */
export async function confirmNewAddress(
  house: Post & Pick<House, 'db' | 'secrets'>,
  by: StaffMember,
  { browser, code }: { browser: string; code: string },
): Promise<'changed' | 'wrong' | 'ended'> {
  return await house.db.transaction().execute(async tx => {
    const redeemed = await redeemCode(tx, house, { realm: 'staff-address', browser, code })
    if (typeof redeemed === 'string') return redeemed
    const staff = await findStaff(tx, by.id)
    if (!staff || !(await giveAddress(tx, house, { staff, email: redeemed.email }))) return 'ended'
    return 'changed'
  })
}

/**
 * Gives somebody their new address once it is known to be theirs. Their sessions go on; codes and links that were sent
 * to the old one are worth nothing. False where somebody else has got it meanwhile.
 */
export async function giveAddress(
  tx: Transaction,
  house: Post,
  { staff, email }: { staff: StaffLine; email: string },
): Promise<boolean> {
  if (await findStaffByEmail(tx, email)) return false
  await updateStaff(tx, staff.id, { email })
  await deleteAddressLink(tx, staff.id)
  await recordAct(tx, house.clock, {
    by: staff,
    act: 'change-own-address',
    subject: { kind: 'staff', id: staff.id, title: staff.name },
    detail: { from: staff.email, to: email },
  })
  await tellAddressChange(tx, house, { staff, email })
  return true
}
