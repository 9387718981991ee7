import type Stripe from 'stripe'
import type { House } from '../../platform/house.ts'
import { applyObject, type ProcessorEffects } from '../ledger/ledger.ts'
import { findMembership } from '../members/member.ts'
import { addMonths, type Gift } from './gift.ts'
import { findGift, findOrder, listRenewalsToMove, updateGift } from './gift-queries.ts'
import { giveOwnTime } from './give-own-time.ts'

const day = 86_400_000
/** Nobody's card is charged for a gift that was taken back without some days in between. */
const noticeDays = 7

/** Has the processor put off, or bring back, the renewals that gifts are for. Safe to repeat. */
export function moveRenewals(effects: ProcessorEffects) {
  return async (house: House): Promise<void> => {
    for (const id of await listRenewalsToMove(house.db)) await moveRenewal(house, effects, id)
  }
}

/**
 * Puts off the next payment of the subscription that a claimed gift is for, by the gift's months, or brings it back
 * where the gift was undone since. What was done is written beside the subscription in the same call, so that asking
 * twice moves it once.
 */
export async function moveRenewal(house: House, effects: ProcessorEffects, giftId: number): Promise<void> {
  const gift = await findGift(house.db, giftId)
  const membership = gift?.membershipId ? await findMembership(house.db, gift.membershipId) : null
  if (gift?.gives !== 'renewal' || !membership?.subscription) return
  const stripe = await house.payments.stripe()
  const found = await stripe.subscriptions.retrieve(membership.subscription)
  const name = `gift_${gift.id}`
  const wanted = gift.undoneAt ? 'taken back' : 'given'
  const done = found.metadata[name] === wanted || (gift.undoneAt && !found.metadata[name])
  if (!done && !isRunning(found)) {
    // It ended before it could be put off: the time is the reader's all the same.
    if (!gift.undoneAt) return giveOwnTime(house, gift)
  } else if (!done) {
    await stripe.subscriptions.update(found.id, {
      trial_end: Math.floor((await newEnd(house, gift, found)).getTime() / 1000),
      proration_behavior: 'none',
      metadata: { [name]: wanted },
    })
  }
  const now = house.payments.now()
  await updateGift(
    house.db,
    gift.id,
    gift.undoneAt ? { renewal_moved_back_at: now } : { renewal_moved_at: now },
  )
  await applyObject(house, effects, {
    hint: { kind: 'subscription', id: found.id, source: `gift:${gift.id}` },
    object: { id: found.id, customer: found.customer },
  })
}

async function newEnd(house: House, gift: Gift, subscription: Stripe.Subscription): Promise<Date> {
  const end = new Date(subscription.items.data[0]!.current_period_end * 1000)
  const { months } = (await findOrder(house.db, { id: gift.orderId }))!
  if (!gift.undoneAt) return addMonths(end, months)
  const soonest = house.payments.now().getTime() + noticeDays * day
  return new Date(Math.max(addMonths(end, -months).getTime(), Math.min(soonest, end.getTime())))
}

function isRunning({ status }: Stripe.Subscription): boolean {
  return status === 'active' || status === 'trialing'
}
