import type { House } from '../../platform/house.ts'
import { firstReading, readingAttributes, readReading, withGift, writeReading } from './reading-cookie.ts'

/**
 * The Set-Cookie value by which this browser remembers that money was given today, so that nobody asks it again for the
 * days that the newsroom has set. For the page that says thank you; `cookies` is the request's Cookie header.
 */
export function rememberGift(
  { config, payments }: Pick<House, 'config' | 'payments'>,
  cookies: string | undefined,
): string {
  const now = payments.now()
  const before = readReading(cookies) ?? firstReading(now, Math.random)
  return writeReading(withGift(before, now), readingAttributes(config.siteUrl))
}
