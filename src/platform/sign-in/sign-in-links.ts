import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database, Transaction } from '../database/database.ts'
import type { House } from '../house.ts'
import { findIssued, useIssued } from './sign-in-code-queries.ts'
import type { Realm } from './sign-in-codes.ts'

type Part = Pick<House, 'clock' | 'secrets'>

/**
 * The token of a link that stands beside a code in the same letter: it works in any browser, as long as the code and
 * once, and whichever of the two is used takes the other along. It is the HMAC of the request under the program's key,
 * so nothing of it is kept.
 */
export function linkToken(
  house: Pick<House, 'secrets'>,
  { id, realm, email }: { id: number; realm: Realm; email: string },
): string {
  return `${id}.${signature(house, `${realm} ${id} ${email}`).toString('base64url')}`
}

/** Whose address a link proves; null for one that is not, or no longer, good. Uses nothing up. */
export async function linkedRequest(
  db: Database,
  house: Part,
  { realm, token }: { realm: Realm; token: string },
): Promise<{ id: number; email: string } | null> {
  const [, number, given] = /^(\d{1,15})\.([\w-]{43})$/.exec(token) ?? []
  if (!number || !given) return null
  const id = Number(number)
  const issued = await findIssued(db, { id, realm, now: house.clock.now() })
  if (!issued) return null
  const right = signature(house, `${realm} ${id} ${issued.email}`)
  const offered = Buffer.from(given, 'base64url')
  return offered.length === right.length && timingSafeEqual(offered, right) ? { id, ...issued } : null
}

/** Uses a link up, and the code beside it; null where one of them has been used, or the link is not good. */
export async function redeemLink(
  tx: Transaction,
  house: Part,
  link: { realm: Realm; token: string },
): Promise<{ email: string } | null> {
  const found = await linkedRequest(tx, house, link)
  if (!found) return null
  return (await useIssued(tx, found.id, house.clock.now())) ? { email: found.email } : null
}

function signature({ secrets }: Pick<House, 'secrets'>, text: string): Buffer {
  return createHmac('sha256', secrets.keyFor('sign-in-links')).update(text).digest()
}
