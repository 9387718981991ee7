import type { IncomingMessage } from 'node:http'

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
  /bot|crawl|spider|slurp|preview|fetch|monitor|headless|curl|wget|python|java\/|go-http|facebookexternal|scan|probe|lighthouse|okhttp|axios|node|ruby|perl|libwww|feed|rss/i
