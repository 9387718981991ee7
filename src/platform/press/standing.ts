import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock.ts'

/** What a reader is to the publication; printed pages differ by it and by nothing else about a person. */
export type Standing = 'guest' | 'member' | 'staff'

export const standingCookie = 'standing'
const remembered = 2000

interface Proved {
  standing: Standing
  /** Milliseconds since the epoch. */
  until: number
}

export interface Standings {
  /** The standing that a request's Cookie header proves; 'guest' for none, a forged or an expired one. */
  read(cookieHeader: string | undefined): Standing
  /** Whether the header proves a standing whose time is over, so that it has to be found out anew. */
  isOver(cookieHeader: string | undefined): boolean
  /** The value for the cookie; it ends at `until`. */
  sign(standing: Standing, until: Date): string
}

/** Signs and reads standings: `standing.expiry.signature`, HMAC-SHA-256 (RFC 2104) under the program's own key. */
export function createStandings(key: string, clock: Clock): Standings {
  const known = new Map<string, Proved>()
  return {
    read(header) {
      const found = find(header)
      return found && found.until > clock.now().getTime() ? found.standing : 'guest'
    },
    isOver(header) {
      const found = find(header)
      return found !== null && found.until <= clock.now().getTime()
    },
    sign(standing, until) {
      const text = `${standing}.${until.getTime().toString(36)}`
      return `${text}.${signature(text)}`
    },
  }

  function find(header: string | undefined): Proved | null {
    if (header === undefined) return null
    let at = header.indexOf(`${standingCookie}=`)
    // Another cookie's name may end like ours.
    while (at > 0 && header[at - 1] !== ' ' && header[at - 1] !== ';')
      at = header.indexOf(`${standingCookie}=`, at + 1)
    if (at === -1) return null
    const start = at + standingCookie.length + 1
    const end = header.indexOf(';', start)
    const value = end === -1 ? header.slice(start) : header.slice(start, end)
    return known.get(value) ?? remember(value)
  }

  function remember(value: string): Proved | null {
    const [standing, expiry, given] = value.split('.')
    if (!standing || !isStanding(standing) || !expiry || !given) return null
    const right = Buffer.from(signature(`${standing}.${expiry}`))
    const offered = Buffer.from(given)
    if (right.length !== offered.length || !timingSafeEqual(right, offered)) return null
    if (known.size >= remembered) known.clear()
    const entry = { standing, until: Number.parseInt(expiry, 36) }
    known.set(value, entry)
    return entry
  }

  function signature(text: string): string {
    return createHmac('sha256', key).update(text).digest('base64url')
  }
}

function isStanding(text: string): text is Standing {
  return text === 'guest' || text === 'member' || text === 'staff'
}
