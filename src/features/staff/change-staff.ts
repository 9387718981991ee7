import { type Act, recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Role } from '../../platform/permissions.ts'
import { deleteAddressLink } from './address-queries.ts'
import { findFactors, setSecondFactorRequired } from './factor-queries.ts'
import { clearSecondFactors } from './second-factor.ts'
import { deleteSessions, deleteWeakSessions } from './session-queries.ts'
import { deleteLinks, deletePending } from './sign-in-queries.ts'
import { tellSignedOut } from './signed-out.ts'
import type { StaffLine } from './staff.ts'
import { type Post, tellFactorChange } from './staff-notices.ts'
import { findStaff, lockOwners, updateStaff } from './staff-queries.ts'

type Part = Pick<House, 'db' | 'clock'>
type By = Act['by']

/**
 * Gives somebody another role. Their sessions end, so that nothing that was granted to the old role goes on; they sign
 * in again. Throws Conflict for the last owner.
 */
export async function changeRole(house: Part, by: By, staffId: number, role: Role): Promise<void> {
  await change(house, staffId, async (tx, staff) => {
    if (staff.role === role) return
    if (staff.role === 'owner' && staff.active) await keepAnOwner(tx, staffId)
    await updateStaff(tx, staffId, { role })
    await recordAct(tx, house.clock, {
      by,
      act: 'change-role',
      subject: subjectOf(staff),
      detail: { from: staff.role, to: role },
    })
    await endSessions(tx, house, staffId)
  })
}

/** Sets whose author page is theirs. */
export async function linkAuthor(
  house: Part,
  by: By,
  staffId: number,
  authorId: number | null,
): Promise<void> {
  await change(house, staffId, async (tx, staff) => {
    if (staff.authorId === authorId) return
    await updateStaff(tx, staffId, { author_id: authorId })
    await recordAct(tx, house.clock, {
      by,
      act: 'link-author',
      subject: subjectOf(staff),
      detail: { author: authorId },
    })
  })
}

/** They have left: their sessions and links end at once. Throws Conflict for the last owner. */
export async function deactivateStaff(house: Part, by: By, staffId: number): Promise<void> {
  await change(house, staffId, async (tx, staff) => {
    if (!staff.active) return
    if (staff.role === 'owner') await keepAnOwner(tx, staffId)
    await updateStaff(tx, staffId, { active: false })
    await deletePending(tx, staffId)
    await deleteLinks(tx, staffId)
    await deleteAddressLink(tx, staffId)
    await recordAct(tx, house.clock, { by, act: 'deactivate-staff', subject: subjectOf(staff) })
    await endSessions(tx, house, staffId)
  })
}

export async function reactivateStaff(house: Part, by: By, staffId: number): Promise<void> {
  await change(house, staffId, async (tx, staff) => {
    if (staff.active) return
    await updateStaff(tx, staffId, { active: true })
    await recordAct(tx, house.clock, { by, act: 'reactivate-staff', subject: subjectOf(staff) })
  })
}

/** For a lost telephone: passkeys, one-time passwords and recovery codes are gone, and their sessions end. */
export async function resetSecondFactor(house: Part & Post, by: By, staffId: number): Promise<void> {
  await change(house, staffId, async (tx, staff) => {
    await clearSecondFactors(tx, staffId)
    await deletePending(tx, staffId)
    await recordAct(tx, house.clock, { by, act: 'reset-second-factor', subject: subjectOf(staff) })
    if (staff.active) await tellFactorChange(tx, house, { staffId, change: 'factorsReset' })
    await endSessions(tx, house, staffId)
  })
}

/**
 * Requires a second factor of everyone, or no longer. Sessions that began without one end, but for the one of whoever
 * decides it. Throws Conflict where they have none themselves.
 */
export async function requireSecondFactor(
  house: Part,
  by: { id: number; name: string; sessionId: number },
  required: boolean,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const { totp, passkeys } = await findFactors(tx, by.id)
    if (required && !totp && passkeys === 0)
      throw new Conflict('Set up a second factor for yourself first, on the page of your account.')
    await setSecondFactorRequired(tx, required)
    await recordAct(tx, house.clock, {
      by,
      act: required ? 'require-second-factor' : 'stop-requiring-second-factor',
    })
    const ended = required ? await deleteWeakSessions(tx, by.sessionId) : []
    for (const [staffId, sessions] of ended) await tellSignedOut(tx, house, { staffId, sessions })
  })
}

/** Ends sessions of one person, one or all but one; open connections of theirs close (event `staff-signed-out`). */
export async function endSessions(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  staffId: number,
  which: { only?: number; except?: number } = {},
): Promise<number> {
  const ended = await deleteSessions(tx, { staffId, ...which })
  if (ended.length > 0) await tellSignedOut(tx, house, { staffId, sessions: ended })
  return ended.length
}

async function change(
  house: Part,
  staffId: number,
  act: (tx: Transaction, staff: StaffLine) => Promise<void>,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const staff = await findStaff(tx, staffId)
    if (!staff) throw new NotFound('There is nobody with this number on the staff.')
    await act(tx, staff)
  })
}

async function keepAnOwner(tx: Transaction, leaving: number): Promise<void> {
  const owners = await lockOwners(tx)
  if (!owners.some(id => id !== leaving))
    throw new Conflict('This is the last owner. Make somebody else an owner first.')
}

function subjectOf({ id, name }: StaffLine) {
  return { kind: 'staff', id, title: name }
}
