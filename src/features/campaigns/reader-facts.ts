import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
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

/** Fetched in advance, by a page that may never be looked at (Sec-Purpose, Fetch standard). */
export function isPrefetch({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const purpose = headers['sec-purpose'] ?? headers.purpose
  return purpose?.includes('prefetch') === true
}

/** Programs that fetch pages by themselves name themselves; whoever says nothing is one too. */
export function isRobot(userAgent: string | undefined): boolean {
  return userAgent === undefined || robots.test(userAgent)
}

const robots =
  /bot|crawl|spider|slurp|preview|fetch|monitor|headless|curl|wget|python|java\/|go-http|facebookexternal/i

/** Headers by which proxies tell the reader's country: Cloudflare's, CloudFront's, and one for all others. */
const countryHeaders = ['cf-ipcountry', 'cloudfront-viewer-country', 'x-country-code']

/** Says the country that a trusted proxy tells of a request; null for everyone else's word. */
export function countryReader(
  trustedProxies: readonly string[],
): (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string | null {
  const trusted = new BlockList()
  for (const each of trustedProxies) {
    const [address = '', bits] = each.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) trusted.addAddress(address, family)
    else if (/^\d+$/.test(bits)) trusted.addSubnet(address, Number(bits), family)
  }
  return ({ headers, socket }) => {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    if (!isIP(address) || !trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) return null
    for (const name of countryHeaders) {
      const told = String(headers[name] ?? '').toUpperCase()
      // Cloudflare says XX for unknown and T1 for Tor.
      if (/^[A-Z]{2}$/.test(told) && told !== 'XX') return told
    }
    return null
  }
}
