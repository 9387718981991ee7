import type Stripe from 'stripe'
import type { EndedBecause, Membership } from './membership.ts'

/** What a subscription says of a membership's state. */
export type SubscriptionState = Pick<
  Membership,
  | 'state'
  | 'startedAt'
  | 'paidUntil'
  | 'graceUntil'
  | 'cancelsAtEnd'
  | 'cancelReason'
  | 'pausedUntil'
  | 'endedAt'
  | 'endedBecause'
  | 'amountMinor'
  | 'currency'
  | 'period'
>

const day = 86_400_000
/** The processor holds an invoice back for an hour before it takes the money, and may be slow to tell. */
const renewalDays = 2

/**
 * A membership's state as its subscription says it (docs.stripe.com/api/subscriptions/object, with `latest_invoice`
 * expanded); null for one that was never paid for. It follows from the subscription alone, so that it is the same
 * however often and in whatever order it is heard of.
 */
export function stateOf(
  subscription: Stripe.Subscription,
  { graceDays }: { graceDays: number },
): SubscriptionState | null {
  const item = subscription.items.data[0]
  if (!item || subscription.status === 'incomplete' || subscription.status === 'incomplete_expired')
    return null
  const invoice = typeof subscription.latest_invoice === 'object' ? subscription.latest_invoice : null
  const begins = at(item.current_period_start)
  const ends = at(item.current_period_end)
  const failed = invoice !== null && isFailed(invoice)
  const unpaid = failed || invoice?.status === 'void' || invoice?.status === 'uncollectible'
  const paidUntil = unpaid ? begins : ends
  const base = {
    startedAt: at(subscription.start_date),
    paidUntil,
    graceUntil: null,
    cancelsAtEnd: subscription.cancel_at_period_end || subscription.cancel_at !== null,
    cancelReason: subscription.cancellation_details?.comment ?? '',
    pausedUntil: null,
    endedAt: null,
    endedBecause: null,
    amountMinor: (item.price.unit_amount ?? 0) * (item.quantity ?? 1),
    currency: subscription.currency,
    period: item.price.recurring?.interval === 'year' ? ('year' as const) : ('month' as const),
  }
  if (subscription.status === 'canceled')
    return {
      ...base,
      state: 'ended',
      cancelsAtEnd: false,
      endedAt: at(subscription.ended_at ?? subscription.canceled_at ?? item.current_period_end),
      endedBecause: reasonOf(subscription),
    }
  if (subscription.pause_collection || subscription.status === 'paused') {
    const resumes = subscription.pause_collection?.resumes_at
    return { ...base, state: 'paused', pausedUntil: resumes ? at(resumes) : null }
  }
  if (failed || subscription.status === 'past_due' || subscription.status === 'unpaid') {
    const since = invoice ? at(invoice.created) : begins
    return { ...base, state: 'late', paidUntil: begins, graceUntil: later(since, graceDays) }
  }
  const graceUntil = base.cancelsAtEnd ? null : later(ends, renewalDays)
  return { ...base, state: isTrial(subscription) ? 'trial' : 'active', graceUntil }
}

/** A member whose next payment was put off (by a gift) is no beginner, though the processor calls that a trial too. */
function isTrial({ status, trial_start: from, start_date: begun }: Stripe.Subscription): boolean {
  return status === 'trialing' && (from === null || from <= begun)
}

/** One that has not been tried yet, or waits for its hour, has not failed. */
function isFailed(invoice: Stripe.Invoice): boolean {
  return invoice.status === 'open' && invoice.attempt_count > 0 && invoice.amount_remaining > 0
}

/** Why it ended, as we say when we end it, or else as the processor does. */
function reasonOf({ cancellation_details: details }: Stripe.Subscription): EndedBecause {
  if (details?.comment === 'refunded' || details?.comment === 'disputed') return details.comment
  if (details?.reason === 'payment_failed') return 'unpaid'
  if (details?.reason === 'payment_disputed') return 'disputed'
  return 'cancelled'
}

function at(seconds: number): Date {
  return new Date(seconds * 1000)
}

function later(from: Date, days: number): Date {
  return new Date(from.getTime() + days * day)
}
