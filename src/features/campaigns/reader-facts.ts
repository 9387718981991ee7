import type { IncomingMessage } from 'node:http'
import { trusts } from '../../platform/http/trusted-proxies.ts'
import { dayOf, type Reading } from './reading-cookie.ts'
import type { ReaderFacts } from './rules.ts'

const supporterDays = 365

/** Who asks, as far as rules want to know it. */
export function readerFacts(
  reading: Reading,
  about: Pick<ReaderFacts, 'country' | 'device'> & { member: boolean; now: Date },
): ReaderFacts {
  const { country, device, member, now } = about
  const today = dayOf(now)
  const gaveDaysAgo = reading.gave === null ? null : Math.max(0, today - reading.gave)
  const gave = gaveDaysAgo !== null && gaveDaysAgo < supporterDays
  return {
    standing: member ? 'member' : gave ? 'supporter' : 'guest',
    country,
    device,
    storiesRead: reading.stories,
    returning: reading.since < today,
    dismissed:
      reading.dismissed.length === 0
        ? nothingDismissed
        : new Map(reading.dismissed.map(({ appealId, day }) => [appealId, Math.max(0, today - day)])),
    gaveDaysAgo,
    lot: reading.lot,
  }
}

const nothingDismissed: ReadonlyMap<number, number> = new Map()

/** Browsers of phones say "Mobi" (developer.mozilla.org, Browser detection using the user agent). */
export function deviceOf(userAgent: string | undefined): ReaderFacts['device'] {
  return userAgent?.includes('Mobi') ? 'phone' : 'desktop'
}

/** Headers by which proxies tell the reader's country: Cloudflare's, CloudFront's, and one for all others. */
const countryHeaders = ['cf-ipcountry', 'cloudfront-viewer-country', 'x-country-code']

/** Says the country that a trusted proxy tells of a request; null for everyone else's word. */
export function countryReader(
  trustedProxies: readonly string[],
): (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string | null {
  const isTrusted = trusts(trustedProxies)
  return ({ headers, socket }) => {
    if (!isTrusted(socket.remoteAddress ?? '')) return null
    for (const name of countryHeaders) {
      const told = String(headers[name] ?? '').toUpperCase()
      // Cloudflare says XX for unknown and T1 for Tor.
      if (/^[A-Z]{2}$/.test(told) && told !== 'XX') return told
    }
    return null
  }
}
