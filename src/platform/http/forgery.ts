import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The cookie that tells one browser from another before anybody has signed in. */
export const browserCookie = 'browser'
/** The cookie of a staff session. */
export const sessionCookie = 'session'
/** The cookie of a reader's session. */
export const readerCookie = 'reader'

/** Makes the token that a form carries: bound to the session where there is one, else to the browser. */
export function forgeryToken(key: string, holder: string): string {
  return createHmac('sha256', key).update(`form ${holder}`).digest('base64url')
}

export function sameToken(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Whether the browser says that another site sent this: Sec-Fetch-Site (W3C Fetch Metadata) where it is given, else
 * Origin (RFC 6454) against the Host that was asked.
 */
export function isForeign(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin, host } = headers
  if (origin === undefined) return false
  return URL.parse(origin)?.host !== host
}
