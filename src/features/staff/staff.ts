import { z } from 'zod'
import { interfaceLanguages } from '../../design/messages.ts'
import { type Role, roles } from '../../platform/permissions.ts'

export { addStaff } from './add-staff.ts'
export { endedCookies, identifyStaff, sessionCookies } from './session.ts'
export { makeSignInLink, makeWelcomeLink } from './sign-in-by-link.ts'
export { signedOut } from './signed-out.ts'
export { findStaff, listStaff } from './staff-queries.ts'

/** Somebody who signs in to the newsroom. */
export interface StaffLine {
  id: number
  name: string
  email: string
  role: Role
  /** Language tag of the newsroom's texts for them. */
  language: string
  authorId: number | null
  /** False for those who have left; they stay known, so that what they did keeps its name. */
  active: boolean
  asksSecondFactor: boolean
  /** What passkeys know them by (WebAuthn's user handle). */
  handle: string
  createdAt: Date
  lastSeenAt: Date | null
}

export interface NewStaff {
  name: string
  email: string
  role: Role
  language: string
  authorId: number | null
}

export const emailField = z
  .string('Give an e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'This e-mail address is too long.')
  .pipe(z.email('This is not an e-mail address.'))

export const nameField = z
  .string('Give a name.')
  .trim()
  .min(1, 'Give a name.')
  .max(200, 'A name has 200 letters at most.')

export const roleField = z.enum(roles, `A role is one of ${roles.join(', ')}.`)

export const languageField = z.enum(
  interfaceLanguages,
  `The newsroom speaks ${interfaceLanguages.join(', ')}: choose one of these.`,
)
