import type { House } from '../../platform/house.ts'
import { readCookie, writeCookie } from '../../platform/http/cookies.ts'
import { sessionCookie } from '../../platform/http/forgery.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { createStandings, standingCookie } from '../../platform/press/standing.ts'
import { hashOf } from '../../platform/sign-in/secret-token.ts'
import { findSession, touchSession } from './session-queries.ts'

const day = 86_400_000
/** A laptop left in a train is of no use after two weeks, a session that is always in use after sixty days. */
const idleDays = 14
export const longestDays = 60
const touchedEvery = 5 * 60_000

/**
 * Who the Cookie header proves to be signed in; null for nobody. One indexed query; when the session was last used is
 * written down every five minutes at most.
 */
export async function identifyStaff(
  house: Pick<House, 'db' | 'clock'>,
  cookies: string | undefined,
): Promise<StaffMember | null> {
  const token = readCookie(cookies, sessionCookie)
  if (!token) return null
  const now = house.clock.now()
  const found = await findSession(house.db, { hash: hashOf(token), now, idleSince: idleSince(now) })
  if (!found) return null
  if (now.getTime() - found.lastUsedAt.getTime() > touchedEvery) await touchSession(house.db, found, now)
  return found.staff
}

export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleDays * day)
}

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + longestDays * day)
}

/**
 * The cookies of a session that just began. The standing only picks the printed variant with the edit link: nothing is
 * ever granted by it, so it may outlive a session that is ended from elsewhere.
 */
export function sessionCookies(
  { config, clock, secrets }: Pick<House, 'config' | 'clock' | 'secrets'>,
  token: string,
): string[] {
  const until = sessionEnd(clock.now())
  const standing = createStandings(secrets.keyFor('standing'), clock).sign('staff', until)
  return [
    writeCookie(sessionCookie, token, { siteUrl: config.siteUrl, until }),
    writeCookie(standingCookie, standing, { siteUrl: config.siteUrl, until }),
  ]
}

/** Takes both cookies away, for a session that has ended. */
export function endedCookies({ config }: Pick<House, 'config'>): string[] {
  return [sessionCookie, standingCookie].map(name => endedCookie(name, config.siteUrl))
}

export function endedCookie(name: string, siteUrl: string): string {
  return writeCookie(name, '', { siteUrl, until: new Date(0) })
}
