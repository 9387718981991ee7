import { findStaff, insertStaff } from '../../src/features/staff/staff-queries.ts'
import { startSession } from '../../src/features/staff/start-session.ts'
import type { House } from '../../src/platform/house.ts'
import { forgeryToken, sessionCookie } from '../../src/platform/http/forgery.ts'
import type { StaffMember } from '../../src/platform/http/staff-member.ts'
import type { Role } from '../../src/platform/permissions.ts'

export interface SignedIn {
  staff: StaffMember
  /** A Cookie header's value. */
  cookie: string
  /** What forms carry in the field `csrf`, scripts in the header `x-csrf-token`. */
  csrf: string
  /** For a browser: `context.addCookies([{ ...sessionFor, url }])`. */
  session: { name: string; value: string }
  /** Asks as this person. */
  get(url: string, init?: RequestInit): Promise<Response>
  /** Sends a form as this person, with its token; redirects are not followed. A list is sent as several fields. */
  post(url: string, form?: Record<string, string | string[]>, init?: RequestInit): Promise<Response>
}

let made = 0

/**
 * A member of staff with the role, signed in.
 *
 *     const editor = await signedIn(house, 'editor')
 *     const answer = await editor.post(`${url}/newsroom/live`, { headline: 'The ferry sails again' })
 */
export async function signedIn(
  house: House,
  role: Role = 'editor',
  details: Partial<Pick<StaffMember, 'name' | 'email' | 'language' | 'authorId'>> = {},
): Promise<SignedIn> {
  const number = ++made
  const person = {
    name: details.name ?? `The ${role} ${number}`,
    email: details.email ?? `${role}-${number}@paper.example`,
    role,
    language: details.language ?? 'en',
    authorId: details.authorId ?? null,
  }
  const staffId = await house.db.transaction().execute(tx => insertStaff(tx, person, house.clock.now()))
  return await signInAgain(house, staffId)
}

/** One more session of somebody who is there already. */
export async function signInAgain(house: House, staffId: number): Promise<SignedIn> {
  const found = await findStaff(house.db, staffId)
  if (!found) throw new Error(`There is no member of staff ${staffId}.`)
  const { id, name, email, role, language, authorId } = found
  const { token, sessionId } = await house.db.transaction().execute(tx =>
    startSession(tx, house, {
      staff: found,
      userAgent: 'Firefox/140.0 Linux',
      secondFactor: true,
      by: 'test',
    }),
  )
  const cookie = `${sessionCookie}=${token}`
  const csrf = forgeryToken(house.secrets.keyFor('forms'), token)
  return {
    staff: { id, name, email, role, language, authorId, sessionId },
    cookie,
    csrf,
    session: { name: sessionCookie, value: token },
    get: (url, init = {}) =>
      fetch(url, { redirect: 'manual', ...init, headers: { cookie, ...(init.headers as object) } }),
    post(url, form = {}, init = {}) {
      const fields = Object.entries({ csrf, ...form }).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      )
      return fetch(url, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(fields),
        ...init,
        headers: { cookie, ...(init.headers as object) },
      })
    },
  }
}
