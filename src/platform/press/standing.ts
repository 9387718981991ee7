import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock.ts'

/** What a reader is to the publication; printed pages differ by it and by nothing else about a person. */
export type Standing = 'guest' | 'member' | 'staff'

export const standingCookie = 'standing'
const remembered = 2000

export interface Standings {
  /** The standing that a request's Cookie header proves; 'guest' for none, a forged or an expired one. */
  read(cookieHeader: string | undefined): Standing
  /** The value for the cookie; it ends at `until`. */
  sign(standing: Standing, until: Date): string
}

/** Signs and reads standings: `standing.expiry.signature`, HMAC-SHA-256 (RFC 2104) under the program's own key. */
export function createStandings(key: string, clock: Clock): Standings {
  const known = new Map<string, { standing: Standing; until: number }>()
  return {
    read(header) {
      if (header === undefined) return 'guest'
      let at = header.indexOf(`${standingCookie}=`)
      // Another cookie's name may end like ours.
      while (at > 0 && header[at - 1] !== ' ' && header[at - 1] !== ';')
        at = header.indexOf(`${standingCookie}=`, at + 1)
      if (at === -1) return 'guest'
      const start = at + standingCookie.length + 1
      const end = header.indexOf(';', start)
      const value = end === -1 ? header.slice(start) : header.slice(start, end)
      const found = known.get(value) ?? remember(value)
      return found && found.until > clock.now().getTime() ? found.standing : 'guest'
    },
    sign(standing, until) {
      const text = `${standing}.${until.getTime().toString(36)}`
      return `${text}.${signature(text)}`
    },
  }

  function remember(value: string): { standing: Standing; until: number } | null {
    const [standing, expiry, given] = value.split('.')
    if ((standing !== 'member' && standing !== 'staff') || !expiry || !given) return null
    const right = Buffer.from(signature(`${standing}.${expiry}`))
    const offered = Buffer.from(given)
    if (right.length !== offered.length || !timingSafeEqual(right, offered)) return null
    if (known.size >= remembered) known.clear()
    const entry = { standing, until: Number.parseInt(expiry, 36) } as const
    known.set(value, entry)
    return entry
  }

  function signature(text: string): string {
    return createHmac('sha256', key).update(text).digest('base64url')
  }
}
