import type { House } from '../../platform/house.ts'
import { readCookie, writeCookie } from '../../platform/http/cookies.ts'
import { readerCookie } from '../../platform/http/forgery.ts'
import type { ReaderAccount } from '../../platform/http/reader-account.ts'
import { createStandings, standingCookie } from '../../platform/press/standing.ts'
import { hashOf } from '../../platform/sign-in/secret-token.ts'
import { findSession, touchSession } from './session-queries.ts'

const day = 86_400_000
/** A reader comes back after a summer and is still known; a session that is always in use ends after a year. */
const idleDays = 90
const longestDays = 365
const touchedEvery = 5 * 60_000
const standingHours = 6

/** Whether pages are printed for a reader as for a member; the app asks the feature that knows. */
export type StandingOf = (
  house: Pick<House, 'db' | 'clock' | 'payments'>,
  readerId: number,
) => Promise<'guest' | 'member'>

/**
 * Which reader the Cookie header proves to be signed in; null for nobody. One indexed query; when the session was last
 * used is written down every five minutes at most.
 */
export async function identifyReader(
  house: Pick<House, 'db' | 'clock'>,
  cookies: string | undefined,
): Promise<ReaderAccount | null> {
  const token = readCookie(cookies, readerCookie)
  if (!token) return null
  const now = house.clock.now()
  const found = await findSession(house.db, { hash: hashOf(token), now, idleSince: idleSince(now) })
  if (!found) return null
  if (now.getTime() - found.lastUsedAt.getTime() > touchedEvery) await touchSession(house.db, found, now)
  return found.reader
}

export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleDays * day)
}

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + longestDays * day)
}

/**
 * The cookies of a reader's session that just began. `standing` is theirs now. Whoever is signed in to the newsroom in
 * the same browser goes on seeing pages as staff do.
 */
export function readerCookies(
  house: Pick<House, 'config' | 'clock' | 'secrets'>,
  { token, standing, staff }: { token: string; standing: 'guest' | 'member'; staff: boolean },
): string[] {
  const until = sessionEnd(house.clock.now())
  const session = writeCookie(readerCookie, token, { siteUrl: house.config.siteUrl, until })
  return staff ? [session] : [session, writeStanding(house, standing)]
}

/** Takes the cookies away, for a session that has ended. */
export function endedReaderCookies(
  { config }: Pick<House, 'config'>,
  { staff }: { staff: boolean },
): string[] {
  const gone = { siteUrl: config.siteUrl, until: new Date(0) }
  const session = writeCookie(readerCookie, '', gone)
  return staff ? [session] : [session, writeCookie(standingCookie, '', gone)]
}

/**
 * The cookie by which printed pages are chosen for a reader. It says guest, too: what is signed is believed for a few
 * hours only and then found out anew, so that a membership that began or ended elsewhere comes to be known here.
 */
export function writeStanding(
  { config, clock, secrets }: Pick<House, 'config' | 'clock' | 'secrets'>,
  standing: 'guest' | 'member',
): string {
  const now = clock.now()
  const believed = new Date(now.getTime() + standingHours * 3_600_000)
  const value = createStandings(secrets.keyFor('standing'), clock).sign(standing, believed)
  return writeCookie(standingCookie, value, { siteUrl: config.siteUrl, until: sessionEnd(now) })
}
