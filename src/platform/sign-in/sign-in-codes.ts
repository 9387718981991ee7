import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import { ExpectedError } from '../errors/errors.ts'
import type { House } from '../house.ts'
import { hashOf, newToken } from './secret-token.ts'
import {
  countRequests,
  countTry,
  findOpenRequest,
  findWaiting,
  insertRequest,
  markUsed,
  setCode,
} from './sign-in-code-queries.ts'

/** What a code opens: the newsroom's door, a reader's account, or a reader's account to a new address. */
export type Realm = 'staff' | 'reader' | 'staff-address' | 'reader-address'

type Part = Pick<House, 'clock' | 'secrets'>

export const codeMinutes = 10
const mostTries = 5
const hour = 3_600_000
/** Eight digits, five tries, ten codes an hour: who guesses at one address is right once in some 230 years. */
const digits = 8
const mostForEmail = 10
/** A whole newsroom may sit behind one address, and some hundreds of readers behind that of a telephone company. */
const mostFromOrigin: Record<Realm, number> = {
  staff: 60,
  'staff-address': 60,
  reader: 300,
  'reader-address': 60,
}

/**
 * Writes down that a browser wants to sign in with an address. The work is the same whether anybody has that address:
 * whoever is known gets the code from a job (`issueCode`). Returns the request's number and the token of the browser,
 * which alone can use the code. Throws ExpectedError (429) where too many were asked for, known or not.
 */
export async function requestCode(
  tx: Transaction,
  house: Part,
  { realm, email, address }: { realm: Realm; email: string; address: string },
): Promise<{ id: number; browser: string }> {
  const now = house.clock.now()
  const originHash = keyed(house, `origin ${address}`)
  const counts = await countRequests(tx, {
    realm,
    email,
    originHash,
    since: new Date(now.getTime() - hour),
  })
  if (counts.forEmail >= mostForEmail || counts.fromOrigin >= mostFromOrigin[realm]) throw tooMany()
  const browser = newToken()
  const id = await insertRequest(tx, {
    realm,
    email,
    browserHash: hashOf(browser),
    originHash,
    now,
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
  })
  return { id, browser }
}

/**
 * Makes the code for a request, once. Null where there is none to make: it has its code, or came to nothing. The code
 * is returned for the letter only; what is kept is its HMAC under the program's key.
 */
export async function issueCode(
  tx: Transaction,
  house: Part,
  { id, realm }: { id: number; realm: Realm },
): Promise<{ email: string; code: string; expiresAt: Date } | null> {
  const waiting = await findWaiting(tx, { id, realm, now: house.clock.now() })
  if (!waiting) return null
  const code = String(randomInt(10 ** digits)).padStart(digits, '0')
  await setCode(tx, id, keyed(house, `code ${id} ${code}`))
  return { ...waiting, code }
}

/**
 * Takes a code from the browser that asked for it, once. 'wrong' has been counted; 'ended' means that a new one has to
 * be asked for. A request of an unknown address has no code, and fares the same.
 */
export async function redeemCode(
  tx: Transaction,
  house: Part,
  { realm, browser, code }: { realm: Realm; browser: string; code: string },
): Promise<{ email: string } | 'wrong' | 'ended'> {
  const now = house.clock.now()
  const attempt = await countTry(tx, { realm, browserHash: hashOf(browser), now, mostTries })
  if (!attempt) return 'ended'
  const offered = keyed(house, `code ${attempt.id} ${code.replaceAll(/\D/g, '')}`)
  const right = attempt.codeHash ?? Buffer.alloc(offered.length)
  if (!timingSafeEqual(offered, right)) return attempt.tries < mostTries ? 'wrong' : 'ended'
  await markUsed(tx, attempt.id, now)
  return { email: attempt.email }
}

/** The address this browser is signing in with, while its code is good; null otherwise. */
export async function openRequest(
  house: Pick<House, 'clock' | 'db'>,
  { realm, browser }: { realm: Realm; browser: string },
): Promise<{ email: string } | null> {
  return findOpenRequest(house.db, {
    realm,
    browserHash: hashOf(browser),
    now: house.clock.now(),
    mostTries,
  })
}

// A code is short and an address on the net is one of few, so a plain hash of either could be tried out.
function keyed({ secrets }: Part, text: string): Buffer {
  return createHmac('sha256', secrets.keyFor('sign-in-codes')).update(text).digest()
}

function tooMany(): ExpectedError {
  return new ExpectedError(
    'too-many',
    429,
    'Too many codes have been asked for. Please wait an hour, or sign in with a passkey.',
  )
}
