import type { House } from '../../platform/house.ts'
import { readCookie, writeCookie } from '../../platform/http/cookies.ts'
import { type Ask, locationOf } from '../../platform/http/route.ts'
import { codeMinutes } from '../../platform/sign-in/sign-in-codes.ts'

/** Binds a code to the browser that asked for it: one cookie for signing in, one for a new address. */
export type StepCookie = 'reader-sign-in' | 'reader-address'

/** Where a sign-in leads: a path of this site, and nothing else that was handed in. */
export function placeAfter(next: string | undefined): string {
  const path =
    next?.startsWith('/') && !next.startsWith('/account/sign-in') && next.length <= 1000
      ? locationOf(next)
      : null
  return path?.startsWith('/') ? path : '/account'
}

/** The address of a step, with where it leads in the end. */
export function stepPath(path: string, next: string): string {
  return next === '/account' ? path : `${path}?next=${encodeURIComponent(next)}`
}

export function stepToken({ headers }: Pick<Ask, 'headers'>, cookie: StepCookie): string {
  return readCookie(headers.cookie, cookie) ?? ''
}

export function writeStep(
  { config, clock }: Pick<House, 'config' | 'clock'>,
  cookie: StepCookie,
  token: string,
): string {
  const until = new Date(clock.now().getTime() + codeMinutes * 60_000)
  return writeCookie(cookie, token, { siteUrl: config.siteUrl, until })
}

export function endStep({ config }: Pick<House, 'config'>, cookie: StepCookie): string {
  return writeCookie(cookie, '', { siteUrl: config.siteUrl, until: new Date(0) })
}
