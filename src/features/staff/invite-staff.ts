import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import type { Role } from '../../platform/permissions.ts'
import { hashOf, newToken } from '../../platform/sign-in/secret-token.ts'
import {
  deleteInvitation,
  findInvitation,
  type Invitation,
  putInvitation,
  renewInvitation,
  takeInvitation,
} from './invitation-queries.ts'
import { passFirstFactor, type SignInStep } from './pass-first-factor.ts'
import { invitationLetter } from './staff-letters.ts'
import { findStaff, findStaffByEmail, insertStaff } from './staff-queries.ts'

type Part = Pick<House, 'db' | 'clock' | 'jobs' | 'mail' | 'config'>

export const invitationDays = 7

/** Invites somebody by letter. Throws BadInput where the address is on the staff already, or has been. */
export async function inviteStaff(
  house: Part,
  by: StaffMember,
  invitation: { email: string; role: Role; language: string; authorId: number | null },
): Promise<number> {
  const token = newToken()
  return await house.db.transaction().execute(async tx => {
    const known = await findStaffByEmail(tx, invitation.email)
    if (known)
      throw new BadInput({
        field: 'email',
        sentence: known.active
          ? `${known.name} has this address and is on the staff already.`
          : `${known.name} has this address and was on the staff before: let them in again from their page.`,
      })
    const now = house.clock.now()
    const id = await putInvitation(tx, {
      ...invitation,
      hash: hashOf(token),
      invitedBy: by.id,
      now,
      expiresAt: runsOut(now),
    })
    await post(tx, house, { by, invitation, token })
    await recordAct(tx, house.clock, {
      by,
      act: 'invite-staff',
      subject: { kind: 'invitation', id, title: invitation.email },
      detail: { role: invitation.role },
    })
    return id
  })
}

/** Sends the letter again with a new link; the one in the older letter ends. Throws NotFound. */
export async function resendInvitation(house: Part, by: StaffMember, id: number): Promise<Invitation> {
  const token = newToken()
  return await house.db.transaction().execute(async tx => {
    const now = house.clock.now()
    const invitation = await renewInvitation(tx, { id, hash: hashOf(token), now, expiresAt: runsOut(now) })
    if (!invitation) throw gone()
    await post(tx, house, { by, invitation, token })
    await recordAct(tx, house.clock, {
      by,
      act: 'resend-invitation',
      subject: { kind: 'invitation', id, title: invitation.email },
    })
    return invitation
  })
}

/** Ends an invitation; its link leads nowhere any more. Throws NotFound. */
export async function withdrawInvitation(
  house: Pick<House, 'db' | 'clock'>,
  by: StaffMember,
  id: number,
): Promise<string> {
  return await house.db.transaction().execute(async tx => {
    const email = await deleteInvitation(tx, id)
    if (email === null) throw gone()
    await recordAct(tx, house.clock, {
      by,
      act: 'withdraw-invitation',
      subject: { kind: 'invitation', id, title: email },
    })
    return email
  })
}

/** The invitation behind a link; null for one that is not good. Uses nothing up. */
export function openInvitation(
  house: Pick<House, 'db' | 'clock'>,
  token: string,
): Promise<Invitation | null> {
  return findInvitation(house.db, { hash: hashOf(token), now: house.clock.now() })
}

/** Takes the invitation: they are on the staff, and signed in. Null where it is no longer good. */
export async function acceptInvitation(
  house: Pick<House, 'db' | 'clock'>,
  options: { token: string; name: string; language: string; userAgent: string | undefined },
): Promise<SignInStep | null> {
  const { token, name, language, userAgent } = options
  const now = house.clock.now()
  return await house.db.transaction().execute(async tx => {
    const invitation = await takeInvitation(tx, { hash: hashOf(token), now })
    if (!invitation || (await findStaffByEmail(tx, invitation.email))) return null
    const { email, role, authorId } = invitation
    const id = await insertStaff(tx, { name, email, role, language, authorId }, now)
    const staff = (await findStaff(tx, id))!
    await recordAct(tx, house.clock, {
      by: staff,
      act: 'accept-invitation',
      subject: { kind: 'staff', id, title: name },
      detail: { role },
    })
    return await passFirstFactor(tx, house, { staff, by: 'invitation', userAgent })
  })
}

async function post(
  tx: Transaction,
  house: Part,
  options: {
    by: StaffMember
    invitation: { email: string; role: Role; language: string }
    token: string
  },
): Promise<void> {
  const { by, invitation, token } = options
  await sendLetter(tx, house, {
    to: { address: invitation.email },
    language: invitation.language,
    template: invitationLetter,
    data: {
      by: by.name,
      role: invitation.role,
      link: `${house.config.siteUrl}/newsroom/invitation?token=${token}`,
    },
    uselessAfter: runsOut(house.clock.now()),
  })
}

function runsOut(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000)
}

function gone(): NotFound {
  return new NotFound('This invitation has been used or withdrawn.')
}
