import type { Transaction } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { forgetBuyer, forgetRecipient, listGotBy, listOrdersOf } from '../gift-queries.ts'

/** What is kept about a reader's gifts, for the file they can download. */
export async function giftData(tx: Transaction, readerId: number): Promise<Record<string, unknown>> {
  const given = await listOrdersOf(tx, readerId)
  const got = await listGotBy(tx, readerId)
  return {
    giftsGiven: given.map(({ order, gifts, claimed }) => ({
      name: order.buyerName,
      address: order.buyerEmail,
      months: order.months,
      currency: order.currency,
      eachMinor: order.eachMinor,
      paidAt: order.paidAt,
      gifts,
      claimed,
    })),
    giftsGot: got.map(({ buyer, months, claimedAt, message }) => ({ buyer, months, claimedAt, message })),
  }
}

/**
 * Takes a reader out of what is known of gifts. What they gave and nobody has accepted yet stays good: it is paid for,
 * and its recipient has the link.
 */
export async function forgetGifts(tx: Transaction, _house: House, readerId: number): Promise<void> {
  await forgetBuyer(tx, readerId)
  await forgetRecipient(tx, readerId)
}
