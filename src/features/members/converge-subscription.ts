import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { customerOf, nowhere } from '../ledger/ledger.ts'
import { type CheckoutMetadata, readMetadata } from './checkout-metadata.ts'
import { countMembership } from './count-membership.ts'
import { changeBetween } from './member-change.ts'
import { tellMember } from './member-letters.ts'
import type { Membership } from './membership.ts'
import { findMembershipBySubscription, insertPaidMembership, updateMembership } from './membership-queries.ts'
import { readerOfCustomer } from './reader-of-customer.ts'
import { followHolder } from './seats/follow-holder.ts'
import { type SubscriptionState, stateOf } from './subscription-state.ts'
import { readSupportSettings } from './support-settings.ts'
import { tellSupportChanged } from './tell-support-changed.ts'
import { tierOfSubscription } from './tier-of-subscription.ts'

/** What is asked for together with a subscription, so that its state can be told from it. */
export const subscriptionParts = ['latest_invoice', 'items.data.price']

/**
 * Brings a membership to what its subscription says now, writes its beginning or end into the ledger, and tells the
 * reader what changed. Safe to repeat in any order; the caller holds the lock of the customer. Null for what is no
 * membership: never paid for, or made by others in the same account of the processor.
 */
export async function convergeSubscription(
  tx: Transaction,
  house: House,
  { object: subscription, source }: { object: Stripe.Subscription; source: string },
): Promise<Membership | null> {
  const settings = await readSupportSettings(tx)
  const state = stateOf(subscription, settings)
  if (!state) return null
  const before = await findMembershipBySubscription(tx, subscription.id)
  const after = before
    ? await changed(tx, house, { before, state, subscription })
    : await begun(tx, house, { state, subscription })
  // The reader's return and an event may be here at once; whoever came second goes on from what the first wrote.
  if (after === 'known') return convergeSubscription(tx, house, { object: subscription, source })
  if (after === null) return null
  const counted = await countMembership(tx, house, { membership: after, source })
  await followHolder(tx, house, { holder: after, source })
  const change = changeBetween(before, after, house.payments.now())
  if (change) await tellMember(tx, house, { change, membership: after, subscription })
  if (change || counted) await tellSupportChanged(tx, house, [after.readerId])
  return after
}

async function changed(
  tx: Transaction,
  house: House,
  {
    before,
    state,
    subscription,
  }: { before: Membership; state: SubscriptionState; subscription: Stripe.Subscription },
): Promise<Membership> {
  const tierId = (await tierOfSubscription(tx, subscription)) ?? before.tierId
  const metadata = readMetadata(subscription.metadata)
  const after = { ...before, ...state, tierId, feeMinor: metadata?.feeMinor ?? before.feeMinor }
  await updateMembership(tx, after, house.payments.now())
  return after
}

async function begun(
  tx: Transaction,
  house: House,
  { state, subscription }: { state: SubscriptionState; subscription: Stripe.Subscription },
): Promise<Membership | 'known' | null> {
  const metadata: CheckoutMetadata | null = readMetadata(subscription.metadata)
  const tierId = (await tierOfSubscription(tx, subscription)) ?? metadata?.tierId
  if (!tierId) return null
  const customer = customerOf({ customer: subscription.customer, id: '' })
  const reader = await readerOfCustomer(tx, house, { customer, metadata })
  if (!reader) return null
  const values = {
    ...state,
    readerId: reader.id,
    tierId,
    source: 'paid' as const,
    subscription: subscription.id,
    feeMinor: metadata?.feeMinor ?? 0,
    holderId: null,
    giftId: null,
    attribution: metadata?.attribution ?? nowhere,
  }
  const id = await insertPaidMembership(tx, values, house.payments.now())
  return id === null ? 'known' : { id, ...values }
}
