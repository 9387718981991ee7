import type { House } from '../../platform/house.ts'
import { readCookie, writeCookie } from '../../platform/http/cookies.ts'
import { type Answer, type Ask, locationOf, seeOther } from '../../platform/http/route.ts'
import { pendingMinutes, type SignInStep } from './pass-first-factor.ts'
import { endedCookie, sessionCookies } from './session.ts'

/** Binds each step of a sign-in to the browser that took the one before; new at every step. */
const stepCookie = 'sign-in'
/** Binds a passkey's answer to the browser that was given the challenge. */
const challengeCookie = 'passkey'

/** Where a sign-in leads: a path of this site, and nothing else that was handed in. */
export function placeAfter(to: string | undefined): string {
  const path =
    to?.startsWith('/') && !/^\/newsroom\/(sign-in|welcome|invitation)/.test(to) ? locationOf(to) : null
  return path?.startsWith('/') ? path : '/newsroom'
}

/** The address of a step, with where it leads in the end. */
export function stepPath(path: string, to: string): string {
  return to === '/newsroom' ? path : `${path}?to=${encodeURIComponent(to)}`
}

export function stepToken({ headers }: Ask): string {
  return readCookie(headers.cookie, stepCookie) ?? ''
}

export function challengeToken({ headers }: Ask): string {
  return readCookie(headers.cookie, challengeCookie) ?? ''
}

export function stepCookieFor(house: Pick<House, 'config' | 'clock'>, token: string): string {
  return shortCookie(house, stepCookie, token)
}

/** For a step that is done and leads to no session of its own. */
export function endedStepCookie({ config }: Pick<House, 'config'>): string {
  return endedCookie(stepCookie, config.siteUrl)
}

export function challengeCookieFor(house: Pick<House, 'config' | 'clock'>, token: string): string {
  return shortCookie(house, challengeCookie, token)
}

/** After a first factor: into the newsroom, or to the step that asks for the second. */
export function afterFirstFactor(house: House, step: SignInStep, to: string): Answer {
  return 'session' in step
    ? seeOther(to, enteredCookies(house, step.session))
    : seeOther(stepPath('/newsroom/sign-in/second-factor', to), [stepCookieFor(house, step.pending)])
}

/** The cookies of a sign-in that is complete; those of its steps go. */
export function enteredCookies(house: House, session: string): string[] {
  const { siteUrl } = house.config
  return [
    ...sessionCookies(house, session),
    endedCookie(stepCookie, siteUrl),
    endedCookie(challengeCookie, siteUrl),
  ]
}

/** An answer to a script. */
export function inJson(value: unknown, cookies: string[] = [], status = 200): Answer {
  return {
    status,
    type: 'application/json; charset=utf-8',
    headers: { 'cache-control': 'no-store' },
    body: JSON.stringify(value),
    cookies,
  }
}

function shortCookie(
  { config, clock }: Pick<House, 'config' | 'clock'>,
  name: string,
  token: string,
): string {
  const until = new Date(clock.now().getTime() + pendingMinutes * 60_000)
  return writeCookie(name, token, { siteUrl: config.siteUrl, until })
}
