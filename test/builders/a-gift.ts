import { randomUUID } from 'node:crypto'
import { type FilledIn, fillInOrder } from '../../src/features/gifts/buying/fill-in-order.ts'
import type { GiftChange } from '../../src/features/gifts/change-gift.ts'
import { convergeGift, type GiftPayment } from '../../src/features/gifts/converge-gift.ts'
import type { Gift } from '../../src/features/gifts/gift.ts'
import { findOrder, listGiftsOf } from '../../src/features/gifts/gift-queries.ts'
import { nowhere } from '../../src/features/ledger/ledger.ts'
import { saveTier } from '../../src/features/members/save-tier.ts'
import type { House } from '../../src/platform/house.ts'

/** What is filled in for one gift. */
export function giftFor(change: Partial<GiftChange> = {}): GiftChange {
  return {
    delivery: 'letter',
    recipientName: 'Ines',
    recipientEmail: 'ines@reader.example',
    message: '',
    language: 'en',
    timeZone: 'Europe/Dublin',
    deliverAt: null,
    ...change,
  }
}

/** A tier to give; its number. */
export function aTier(house: House, name = 'Friend'): Promise<number> {
  return saveTier(house, {
    by: 'program',
    id: null,
    input: { name, description: '', benefits: [], seats: 1, trialDays: 0 },
    prices: [
      { period: 'month', currency: 'eur', amountMinor: 1000 },
      { period: 'year', currency: 'eur', amountMinor: 10_000 },
    ],
  })
}

/** An order that is filled in and not paid for; its first gift's number. */
export async function anOrder(
  house: House,
  options: Partial<FilledIn> & { gifts?: readonly GiftChange[] } = {},
): Promise<{ orderId: number; gifts: Gift[] }> {
  const number = options.number ?? randomUUID()
  await fillInOrder(house, {
    number,
    browser: 'browser',
    readerId: null,
    buyerName: 'Nell',
    buyerEmail: 'nell@buyer.example',
    language: 'en',
    tierId: options.tierId ?? (await aTier(house)),
    months: 12,
    currency: 'eur',
    eachMinor: 10_000,
    attribution: nowhere,
    gifts: [giftFor()],
    ...options,
  })
  const order = (await findOrder(house.db, { number }))!
  return { orderId: order.id, gifts: await listGiftsOf(house.db, order.id) }
}

/** What the processor says of an order's payment, as the ledger hands it on. */
export function paymentFor(
  house: House,
  gifts: readonly Gift[],
  change: Partial<GiftPayment> = {},
): GiftPayment {
  return {
    purpose: 'gift',
    giftId: gifts[0]!.id,
    chargeId: `ch_${gifts[0]!.id}`,
    readerId: null,
    paidAt: house.payments.now(),
    refunds: [],
    disputedMinor: 0,
    ...change,
  }
}

/** Tells of a payment as an event of the processor does. */
export function tellPayment(house: House, payment: GiftPayment): Promise<void> {
  return house.db.transaction().execute(tx => convergeGift(tx, house, { payment, source: 'evt_test' }))
}

/** Gifts that are paid for. */
export async function boughtGifts(
  house: House,
  options: Parameters<typeof anOrder>[1] = {},
): Promise<Gift[]> {
  const { orderId, gifts } = await anOrder(house, options)
  await tellPayment(house, paymentFor(house, gifts))
  return listGiftsOf(house.db, orderId)
}
