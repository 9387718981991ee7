import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { hashOf, newToken } from '../../platform/sign-in/secret-token.ts'
import {
  deleteAddressLink,
  findAddressLink,
  openAddressLink,
  putAddressLink,
  takeAddressLink,
} from './address-queries.ts'
import { giveAddress } from './change-address.ts'
import type { StaffLine } from './staff.ts'
import { addressLinkLetter, type Post } from './staff-notices.ts'
import { findStaff, findStaffByEmail } from './staff-queries.ts'

type Part = Post & Pick<House, 'db' | 'config'>

const linkDays = 7

/**
 * Has an owner give somebody another address: a letter goes there, and nothing changes before its link is opened and
 * confirmed. Throws BadInput for an address that is on the staff already, NotFound.
 */
export async function offerAddress(
  house: Part,
  by: StaffMember,
  { staffId, email }: { staffId: number; email: string },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const staff = await activeStaff(tx, staffId)
    const known = await findStaffByEmail(tx, email)
    if (known) throw new BadInput({ field: 'email', sentence: `${known.name} has this address already.` })
    await post(tx, house, { by, staff, email })
    await recordAct(tx, house.clock, {
      by,
      act: 'offer-address',
      subject: { kind: 'staff', id: staffId, title: staff.name },
      detail: { to: email },
    })
  })
}

/** Sends the letter again with a new link; the one in the older letter ends. Throws NotFound. */
export async function offerAddressAgain(house: Part, by: StaffMember, staffId: number): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const staff = await activeStaff(tx, staffId)
    const link = await findAddressLink(tx, staffId)
    if (!link) throw gone()
    await post(tx, house, { by, staff, email: link.email })
    await recordAct(tx, house.clock, {
      by,
      act: 'offer-address',
      subject: { kind: 'staff', id: staffId, title: staff.name },
      detail: { to: link.email },
    })
  })
}

/** Ends what was offered; its link leads nowhere any more. */
export async function withdrawAddress(
  house: Pick<House, 'db' | 'clock'>,
  by: StaffMember,
  staffId: number,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const email = await deleteAddressLink(tx, staffId)
    const staff = await findStaff(tx, staffId)
    if (email === null || !staff) throw gone()
    await recordAct(tx, house.clock, {
      by,
      act: 'withdraw-address',
      subject: { kind: 'staff', id: staffId, title: staff.name },
      detail: { to: email },
    })
  })
}

/** Whose address a link confirms; null for one that is not good. Uses nothing up. */
export async function offeredAddress(
  house: Pick<House, 'db' | 'clock'>,
  token: string,
): Promise<{ staff: StaffLine; email: string } | null> {
  const link = await openAddressLink(house.db, { hash: hashOf(token), now: house.clock.now() })
  const staff = link && (await findStaff(house.db, link.staffId))
  return staff?.active ? { staff, email: link!.email } : null
}

/** Takes the link: the address is theirs now. Null where it is no longer good. It signs nobody in. */
export async function acceptAddress(
  house: Post & Pick<House, 'db'>,
  token: string,
): Promise<StaffLine | null> {
  return await house.db.transaction().execute(async tx => {
    const link = await takeAddressLink(tx, { hash: hashOf(token), now: house.clock.now() })
    const staff = link && (await findStaff(tx, link.staffId))
    if (!staff?.active || !(await giveAddress(tx, house, { staff, email: link!.email }))) return null
    return staff
  })
}

async function post(
  tx: Transaction,
  house: Part,
  { by, staff, email }: { by: StaffMember; staff: StaffLine; email: string },
): Promise<void> {
  const token = newToken()
  const now = house.clock.now()
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
  await putAddressLink(tx, { staffId: staff.id, email, hash: hashOf(token), askedBy: by.id, now, expiresAt })
  await sendLetter(tx, house, {
    to: { address: email, name: staff.name },
    language: staff.language,
    template: addressLinkLetter,
    data: {
      name: staff.name,
      by: by.name,
      link: `${house.config.siteUrl}/newsroom/invitation/address?token=${token}`,
    },
    uselessAfter: expiresAt,
  })
}

async function activeStaff(tx: Transaction, id: number): Promise<StaffLine> {
  const staff = await findStaff(tx, id)
  if (!staff?.active) throw new NotFound('There is nobody with this number on the staff.')
  return staff
}

function gone(): NotFound {
  return new NotFound('This address has been confirmed or withdrawn.')
}
