import type Stripe from 'stripe'
import { type Act, recordAct } from '../../platform/audit/audit.ts'
import { ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { applyObject, type ProcessorEffects } from '../ledger/ledger.ts'
import { processorKey } from '../members/member.ts'
import { type Gift, giftState, isClaimable } from './gift.ts'
import { findGift, findOrder, listRefunding, lockGift, updateGift } from './gift-queries.ts'

type By = 'buyer' | Exclude<Act['by'], 'program'>

/**
 * Gives one gift's money back: from this moment nobody can claim it, then the processor is asked, and what it says is
 * applied. The buyer may until the claim; staff may after it, too, and its time is taken back then. Throws ExpectedError
 * (409) where that is not so any more, or where the processor refuses, after which the gift is as good as before.
 */
export async function refundGift(
  house: House,
  effects: ProcessorEffects,
  { giftId, by, reason = '' }: { giftId: number; by: By; reason?: string },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const gift = await lockGift(tx, giftId)
    const now = house.payments.now()
    if (!gift || !mayRefund(gift, { by, now }))
      throw new ExpectedError('not-refundable', 409, 'This gift cannot be taken back any more.')
    await updateGift(tx, giftId, {
      refund_asked_at: now,
      refund_asked_by: by === 'buyer' ? 'buyer' : 'staff',
      refund_reason: reason,
    })
    if (by !== 'buyer')
      await recordAct(tx, house.clock, {
        by,
        act: 'refund-gift',
        subject: { kind: 'gift', id: giftId },
        detail: { claimed: gift.claimedAt !== null },
      })
  })
  await settleRefund(house, effects, giftId)
}

export function mayRefund(gift: Gift, { by, now }: { by: By | 'staff'; now: Date }): boolean {
  if (by === 'buyer') return isClaimable(gift, now)
  return ['waiting', 'sent', 'handed-over', 'claimed', 'run-out'].includes(giftState(gift, now))
}

/** Goes on with refunds that were asked for and interrupted. Safe to repeat. */
export function settleRefunds(effects: ProcessorEffects) {
  return async (house: House): Promise<void> => {
    for (const id of await listRefunding(house.db))
      await settleRefund(house, effects, id).catch(error => {
        if (!(error instanceof ExpectedError)) throw error
        house.log.warn({ gift: id }, 'the processor refused to refund a gift')
      })
  }
}

async function settleRefund(house: House, effects: ProcessorEffects, giftId: number): Promise<void> {
  const gift = await findGift(house.db, giftId)
  const order = gift && (await findOrder(house.db, { id: gift.orderId }))
  if (!gift?.refundAskedAt || gift.undoneAt || !order?.charge) return
  const stripe = await house.payments.stripe()
  const before = await refundsFor(stripe, { charge: order.charge, giftId })
  let refusal: Error | null = null
  if (before.length === 0)
    try {
      await stripe.refunds.create(
        {
          charge: order.charge,
          amount: order.eachMinor,
          reason: 'requested_by_customer',
          metadata: { gift: String(giftId) },
        },
        { idempotencyKey: processorKey(house, `gift refund ${giftId} ${gift.refundAskedAt.getTime()}`) },
      )
    } catch (error) {
      // What did not come through, or may have, is asked again later with the same key.
      if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error
      refusal = error as Error
    }
  await applyObject(house, effects, {
    hint: { kind: 'charge', id: order.charge, source: `gift:${giftId}` },
    object: (await stripe.charges.retrieve(order.charge)) as unknown as Record<string, unknown>,
  })
  const failed =
    before.length > 0 && before.every(({ status }) => status === 'failed' || status === 'canceled')
  if (!refusal && !failed) return
  const after = await findGift(house.db, giftId)
  if (after?.undoneAt) return
  await updateGift(house.db, giftId, { refund_asked_at: null, refund_asked_by: null })
  house.log.warn({ gift: giftId, refusal: refusal?.message }, 'a gift could not be refunded')
  throw new ExpectedError('not-refunded', 409, 'The card processor did not give the money back.')
}

/** Those that name the gift. */
async function refundsFor(
  stripe: Stripe,
  { charge, giftId }: { charge: string; giftId: number },
): Promise<Stripe.Refund[]> {
  const all = await stripe.refunds.list({ charge, limit: 100 }).autoPagingToArray({ limit: 1000 })
  return all.filter(({ metadata }) => metadata?.gift === String(giftId))
}
