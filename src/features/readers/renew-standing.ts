import type { House } from '../../platform/house.ts'
import { writeCookie } from '../../platform/http/cookies.ts'
import { standingCookie } from '../../platform/press/standing.ts'
import { identifyReader, type StandingOf, writeStanding } from './session.ts'

/**
 * What a reader is now, and the cookie that says so: for a browser that brings a standing whose time is over. Without a
 * reader's session it is a guest's, and the cookie goes.
 */
export function renewStanding(standingOf: StandingOf) {
  return async (
    house: House,
    cookies: string | undefined,
  ): Promise<{ standing: 'guest' | 'member'; cookies: string[] }> => {
    const reader = await identifyReader(house, cookies)
    if (reader) {
      const standing = await standingOf(house, reader.id)
      return { standing, cookies: [writeStanding(house, standing)] }
    }
    const gone = { siteUrl: house.config.siteUrl, until: new Date(0) }
    return { standing: 'guest', cookies: [writeCookie(standingCookie, '', gone)] }
  }
}
