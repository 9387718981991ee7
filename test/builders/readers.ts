import { findReader, type Reader, startReaderSession } from '../../src/features/readers/reader.ts'
import { sendReaderAddressCode, sendReaderCode } from '../../src/features/readers/reader-jobs.ts'
import { insertReader } from '../../src/features/readers/reader-queries.ts'
import type { House } from '../../src/platform/house.ts'
import { forgeryToken, readerCookie } from '../../src/platform/http/forgery.ts'
import { readLettersTo } from './practice-letters.ts'
import type { Visitor } from './visitor.ts'

let made = 0

/** An account, as somebody has it who joined, gave or signed up. */
export async function aReader(
  house: House,
  details: Partial<Pick<Reader, 'email' | 'name' | 'language' | 'country' | 'timeZone' | 'customer'>> = {},
): Promise<Reader & { email: string }> {
  const number = ++made
  const reader = await insertReader(house.db, {
    email: details.email ?? `reader-${number}@example.org`,
    name: details.name ?? `Reader ${number}`,
    language: details.language ?? 'en',
    country: details.country ?? null,
    time_zone: details.timeZone ?? null,
    customer: details.customer ?? null,
    created_at: house.clock.now(),
  })
  if (!reader?.email) throw new Error('There is a reader with this address.')
  return { ...reader, email: reader.email }
}

export interface SignedInReader {
  reader: Reader & { email: string }
  sessionId: number
  /** A Cookie header's value. */
  cookie: string
  /** What forms carry in the field `csrf`. */
  csrf: string
  /** For a browser: `context.addCookies([{ ...session, url }])`. */
  session: { name: string; value: string }
}

/** A reader who is signed in: a new one, or a session more of one who is there. */
export async function signedInReader(
  house: House,
  who: number | Parameters<typeof aReader>[1] = {},
): Promise<SignedInReader> {
  const reader = typeof who === 'number' ? await findReader(house.db, who) : await aReader(house, who)
  if (!reader?.email) throw new Error('There is no such reader.')
  const { token, sessionId } = await startReaderSession(house.db, house, {
    readerId: reader.id,
    userAgent: 'Firefox/140.0 Linux',
  })
  return {
    reader: { ...reader, email: reader.email },
    sessionId,
    cookie: `${readerCookie}=${token}`,
    csrf: forgeryToken(house.secrets.keyFor('forms'), token),
    session: { name: readerCookie, value: token },
  }
}

/** Does the jobs of every letter that readers asked for, for houses whose jobs do not run. */
export async function sendReaderLetters(
  house: House,
  { next = '/account', reader = 0, language = 'en' } = {},
): Promise<void> {
  const waiting = await house.db
    .selectFrom('sign_in_codes')
    .select(['id', 'realm'])
    .where('code_hash', 'is', null)
    .where('realm', 'in', ['reader', 'reader-address'])
    .execute()
  for (const { id, realm } of waiting)
    if (realm === 'reader') await sendReaderCode.run({ request: id, next, language }, house)
    else await sendReaderAddressCode.run({ request: id, reader }, house)
}

/** The link to sign in with in the newest letter to an address, as a path. */
export async function signInLinkFor(house: House, email: string): Promise<string> {
  const [letter] = await readLettersTo(house, email)
  const link = /https?:\/\/[^/\s]+(\/account\/sign-in\/link\?\S+)/.exec(letter?.text ?? '')
  if (!link) throw new Error(`There is no letter with a link for ${email}.`)
  return link[1]!
}

/** Asks for a letter in this browser. */
export async function askForReaderLetter(
  house: House,
  browser: Visitor,
  { email, next = '/account' }: { email: string; next?: string },
): Promise<void> {
  await browser.get(`/account/sign-in?next=${encodeURIComponent(next)}`)
  await browser.post('/account/sign-in', { email, next })
  await sendReaderLetters(house, { next })
}
