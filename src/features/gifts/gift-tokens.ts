import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { House } from '../../platform/house.ts'
import type { Gift, GiftOrder } from './gift.ts'
import { findGift, findOrder } from './gift-queries.ts'

type Doors = Pick<House, 'secrets'>

/*
 * A gift's link stands in a letter and on a card that can be printed again, so it must be possible to make it anew; and
 * nobody who reads the database may find it there. It is the HMAC, under the program's key, of the gift's number and a
 * salt that is kept with it. Another salt makes every former link useless.
 */

export function newSalt(): Buffer {
  return randomBytes(32)
}

/** What the link to claim a gift carries. */
export function claimToken(house: Doors, gift: Pick<Gift, 'id' | 'salt'>): string {
  return signed(house, 'gift-claims', gift)
}

export function claimLink(house: Pick<House, 'secrets' | 'config'>, gift: Pick<Gift, 'id' | 'salt'>): string {
  return `${house.config.siteUrl}/gift/claim?token=${claimToken(house, gift)}`
}

/** What the link to the buyer's page carries. */
export function orderToken(house: Doors, order: Pick<GiftOrder, 'id' | 'salt'>): string {
  return signed(house, 'gift-orders', order)
}

export function orderLink(
  house: Pick<House, 'secrets' | 'config'>,
  order: Pick<GiftOrder, 'id' | 'salt'>,
): string {
  return `${house.config.siteUrl}/gift/given?token=${orderToken(house, order)}`
}

/** The gift whose link this is; null for a link that is wrong, cut short, or was replaced. */
export async function giftOfToken(house: Pick<House, 'secrets' | 'db'>, token: string): Promise<Gift | null> {
  const id = numberOf(token)
  const gift = id === null ? null : await findGift(house.db, id)
  return gift && isSame(token, claimToken(house, gift)) ? gift : null
}

/** The paid order whose buyer's link this is. */
export async function orderOfToken(
  house: Pick<House, 'secrets' | 'db'>,
  token: string,
): Promise<GiftOrder | null> {
  const id = numberOf(token)
  const order = id === null ? null : await findOrder(house.db, { id })
  return order?.paidAt && isSame(token, orderToken(house, order)) ? order : null
}

const proofMinutes = 60

/** Shows, for an hour, that whoever has it reads the letters to an address: it is sent there and nowhere else. */
export function addressProof(house: Doors, gift: Gift, email: string, now: Date): string {
  const until = Math.floor(now.getTime() / 60_000) + proofMinutes
  return `${until}.${proofSign(house, { gift, email, until })}`
}

export function isProof(
  house: Doors,
  gift: Gift,
  { email, proof, now }: { email: string; proof: string; now: Date },
): boolean {
  const [, minutes] = /^(\d{1,10})\.[\w-]{43}$/.exec(proof) ?? []
  if (!minutes) return false
  const until = Number(minutes)
  if (until * 60_000 < now.getTime()) return false
  return isSame(proof, `${until}.${proofSign(house, { gift, email, until })}`)
}

function proofSign(house: Doors, about: { gift: Gift; email: string; until: number }): string {
  const { gift, email, until } = about
  return hmac(house, 'gift-addresses', `${gift.id} ${gift.salt.toString('hex')} ${until} ${email}`)
}

function signed(house: Doors, purpose: string, { id, salt }: { id: number; salt: Buffer }): string {
  return `${id}.${hmac(house, purpose, `${id} ${salt.toString('hex')}`)}`
}

function hmac({ secrets }: Doors, purpose: string, text: string): string {
  return createHmac('sha256', secrets.keyFor(purpose)).update(text).digest('base64url')
}

function numberOf(token: string): number | null {
  const [, number] = /^(\d{1,15})\.[\w-]{43}$/.exec(token) ?? []
  return number ? Number(number) : null
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
