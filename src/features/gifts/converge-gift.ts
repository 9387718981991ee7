import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type Payment, tellSupportChanged } from '../members/member.ts'
import { countGift } from './count-gift.ts'
import { deliverGift } from './deliver-gifts.ts'
import { claimEnd, type Gift, type GiftOrder } from './gift.ts'
import { findGift, lockGiftsOf, lockOrder, updateGift, updateOrder } from './gift-queries.ts'
import { writeReceipt, writeRefunded } from './letters/write-gift-letters.ts'
import { giveTimeBack, takeTimeBack } from './take-time-back.ts'
import { undoneGifts } from './undone-gifts.ts'

/** What of a payment decides about gifts. */
export type GiftPayment = Pick<
  Payment,
  'purpose' | 'giftId' | 'chargeId' | 'readerId' | 'paidAt' | 'refunds' | 'disputedMinor'
>

/**
 * Brings the gifts of an order to what its payment says now: bought, undone by what was given back, restored where that
 * came to nothing. Letters that are due at once are written here. Safe to repeat in any order; the caller holds the
 * customer's lock.
 */
export async function convergeGift(
  tx: Transaction,
  house: House,
  { payment, source }: { payment: GiftPayment; source: string },
): Promise<void> {
  if (payment.purpose !== 'gift' || payment.giftId === null) return
  const first = await findGift(tx, payment.giftId)
  const found = first && (await lockOrder(tx, { id: first.orderId }))
  if (!found) return
  if (found.charge !== null && found.charge !== payment.chargeId) {
    house.log.error({ order: found.id, charge: payment.chargeId }, 'gifts were paid for a second time')
    return
  }
  const order = await paidOrder(tx, found, payment)
  const gifts: Gift[] = []
  for (const gift of await lockGiftsOf(tx, order.id)) gifts.push(await boughtGift(tx, gift, order))
  const undone = undoneGifts(gifts, order.eachMinor, payment)
  let changed = found.paidAt === null
  const now: Gift[] = []
  for (const gift of gifts) {
    const because = undone.get(gift.id) ?? null
    const after = await settled(tx, house, { gift, order, because, source })
    const counted = await countGift(tx, house, { gift: after, order, source })
    changed ||= counted || after !== gift
    now.push(after)
  }
  const standing = now.filter(({ undoneAt }) => !undoneAt)
  if (found.paidAt === null && standing.length > 0) await writeReceipt(tx, house, { order, gifts: now })
  for (const gift of standing) await deliverGift(tx, house, { gift, order })
  if (changed) await tellSupportChanged(tx, house, readersOf(now))
}

async function paidOrder(tx: Transaction, order: GiftOrder, payment: GiftPayment): Promise<GiftOrder> {
  const readerId = payment.readerId ?? order.readerId
  if (order.paidAt !== null && readerId === order.readerId) return order
  const paid = { ...order, readerId, charge: payment.chargeId, paidAt: order.paidAt ?? payment.paidAt }
  await updateOrder(tx, order.id, { reader_id: readerId, charge: paid.charge, paid_at: paid.paidAt })
  return paid
}

async function boughtGift(tx: Transaction, gift: Gift, { paidAt }: GiftOrder): Promise<Gift> {
  if (gift.boughtAt) return gift
  const boughtAt = paidAt!
  const claimUntil = claimEnd({ boughtAt, deliverAt: gift.deliverAt })
  await updateGift(tx, gift.id, { bought_at: boughtAt, claim_until: claimUntil })
  return { ...gift, boughtAt, claimUntil }
}

async function settled(
  tx: Transaction,
  house: House,
  about: { gift: Gift; order: GiftOrder; because: 'refunded' | 'disputed' | null; source: string },
): Promise<Gift> {
  const { gift, because } = about
  if (because === gift.undoneBecause) return gift
  if (because === null) return restored(tx, house, about)
  const after = { ...gift, undoneAt: gift.undoneAt ?? house.payments.now(), undoneBecause: because }
  await updateGift(tx, gift.id, { undone_at: after.undoneAt, undone_because: because })
  if (!gift.undoneAt) await takeTimeBack(tx, house, { gift: after, source: about.source })
  if (because === 'refunded') await writeRefunded(tx, house, { gift: after, order: about.order })
  return after
}

async function restored(
  tx: Transaction,
  house: House,
  { gift, source }: { gift: Gift; source: string },
): Promise<Gift> {
  const after = { ...gift, undoneAt: null, undoneBecause: null, refundAskedAt: null, refundAskedBy: null }
  await updateGift(tx, gift.id, {
    undone_at: null,
    undone_because: null,
    refund_asked_at: null,
    refund_asked_by: null,
    renewal_moved_at: null,
    renewal_moved_back_at: null,
  })
  await giveTimeBack(tx, house, { gift: after, undoneAt: gift.undoneAt!, source })
  return { ...after, renewalMovedAt: null, renewalMovedBackAt: null }
}

function readersOf(gifts: readonly Gift[]): number[] {
  return gifts.flatMap(({ claimedBy }) => (claimedBy === null ? [] : [claimedBy]))
}
