import { recordAct } from '../../platform/audit/audit.ts'
import { Conflict } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { hashOf, newToken } from '../../platform/sign-in/secret-token.ts'
import { passFirstFactor, type SignInStep } from './pass-first-factor.ts'
import { deleteLinks, findLink, insertLink, takeLink } from './sign-in-queries.ts'
import type { NewStaff, StaffLine } from './staff.ts'
import { anyOwner, findStaff, insertStaff } from './staff-queries.ts'

type Part = Pick<House, 'db' | 'clock' | 'config'>

/**
 * Makes the address at which the owner is made, and ends the one before. It is good until there is an owner. Null where
 * there is one.
 */
export async function makeWelcomeLink(house: Part): Promise<string | null> {
  const token = newToken()
  return await house.db.transaction().execute(async tx => {
    if (await anyOwner(tx)) return null
    await deleteLinks(tx, null)
    await insertLink(tx, { hash: hashOf(token), staffId: null, now: house.clock.now(), expiresAt: null })
    return `${house.config.siteUrl}/newsroom/welcome?token=${token}`
  })
}

/** Whether the token is that of the welcome link. Uses nothing up. */
export async function isWelcome(house: Pick<House, 'db' | 'clock'>, token: string): Promise<boolean> {
  const link = await findLink(house.db, { hash: hashOf(token), now: house.clock.now() })
  return link?.staffId === null && !(await anyOwner(house.db))
}

/** Makes the first owner and signs them in. Null where the link is not, or no longer, good. */
export async function welcomeOwner(
  house: Part,
  options: { token: string; owner: Omit<NewStaff, 'role' | 'authorId'>; userAgent: string | undefined },
): Promise<SignInStep | null> {
  const { token, owner, userAgent } = options
  const now = house.clock.now()
  return await house.db.transaction().execute(async tx => {
    const link = await takeLink(tx, { hash: hashOf(token), now })
    if (link?.staffId !== null || (await anyOwner(tx))) return null
    const id = await insertStaff(tx, { ...owner, role: 'owner', authorId: null }, now)
    const staff = (await findStaff(tx, id))!
    await recordAct(tx, house.clock, {
      by: staff,
      act: 'become-owner',
      subject: { kind: 'staff', id, title: staff.name },
    })
    return await passFirstFactor(tx, house, { staff, by: 'welcome', userAgent })
  })
}

/** Makes an address that signs somebody in once; it ends the one before. Throws Conflict for somebody who has left. */
export async function makeSignInLink(
  house: Part,
  { staff, hours }: { staff: StaffLine; hours: number },
): Promise<string> {
  if (!staff.active) throw new Conflict(`${staff.email} has left the staff, so there is no link for them.`)
  const token = newToken()
  const now = house.clock.now()
  await house.db.transaction().execute(async tx => {
    await deleteLinks(tx, staff.id)
    const expiresAt = new Date(now.getTime() + hours * 3_600_000)
    await insertLink(tx, { hash: hashOf(token), staffId: staff.id, now, expiresAt })
    await recordAct(tx, house.clock, {
      by: 'program',
      act: 'make-sign-in-link',
      subject: { kind: 'staff', id: staff.id, title: staff.name },
    })
  })
  return `${house.config.siteUrl}/newsroom/sign-in/link?token=${token}`
}

/** Whom a link would sign in; null for one that is not good. Uses nothing up: programs open links in letters, too. */
export async function linkedStaff(
  house: Pick<House, 'db' | 'clock'>,
  token: string,
): Promise<StaffLine | null> {
  const link = await findLink(house.db, { hash: hashOf(token), now: house.clock.now() })
  const staff = link?.staffId ? await findStaff(house.db, link.staffId) : null
  return staff?.active ? staff : null
}

/** Signs in by a link, in place of a code: a second factor is still asked for. Null for one that is not good. */
export async function signInByLink(
  house: Part,
  { token, userAgent }: { token: string; userAgent: string | undefined },
): Promise<SignInStep | null> {
  return await house.db.transaction().execute(async tx => {
    const link = await takeLink(tx, { hash: hashOf(token), now: house.clock.now() })
    const staff = link?.staffId ? await findStaff(tx, link.staffId) : null
    if (!staff?.active) return null
    return await passFirstFactor(tx, house, { staff, by: 'link', userAgent })
  })
}
