import { z } from 'zod'
import { emailAddress, oneLine } from '../../platform/mail/address.ts'

export {
  type AccountData,
  type AccountPart,
  type AccountSection,
  type Forgetting,
  type ReaderAsk,
  readerAsk,
} from './account-part.ts'
export { findOrMakeReader } from './find-or-make-reader.ts'
export { type BeforeForgetting, forgetReader } from './forget-reader.ts'
export { leadToSignIn } from './lead-to-sign-in.ts'
export { type BeforeMerging, mergeReaders } from './merge-readers.ts'
export { readerPage } from './reader-page.tsx'
export {
  confirmEmail,
  findReader,
  findReaderByCustomer,
  findReaderByEmail,
  setCustomer,
} from './reader-queries.ts'
export { renewStanding } from './renew-standing.ts'
export { endedReaderCookies, identifyReader, readerCookies, type StandingOf } from './session.ts'
export { startReaderSession } from './start-reader-session.ts'

/** Somebody who has an account: they joined, gave, claimed a gift, or signed up. */
export interface Reader {
  id: number
  /** Null for one who was forgotten: sums keep the line, and nobody knows whose it was. */
  email: string | null
  name: string
  /** Language tag of letters to them, and of the pages that are theirs alone. */
  language: string
  /** ISO 3166-1 alpha-2. */
  country: string | null
  timeZone: string | null
  /** What the card processor calls them. */
  customer: string | null
  /** When it was first certain that letters to the address reach them. */
  emailConfirmedAt: Date | null
  createdAt: Date
  lastSeenAt: Date | null
  forgottenAt: Date | null
}

export interface NewReader {
  email: string
  name?: string
  /** Of the page they were on; an account that is there keeps its own. */
  language: string
  country?: string | null
}

/** An address as accounts are known by it: in small letters, on one line. */
export const readerEmail = z
  .string()
  .trim()
  .max(254)
  .pipe(emailAddress)
  .transform(address => address.toLowerCase())

export const readerName = z
  .string()
  .max(400)
  .transform(text => oneLine(text, 120))
