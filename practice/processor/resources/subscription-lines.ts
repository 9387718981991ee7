import type Stripe from 'stripe'
import type { NewLine } from './invoice-lines.ts'

/** The lines of an invoice for a subscription's running period; nothing is asked for in a trial. */
export function itemLines(subscription: Stripe.Subscription): NewLine[] {
  const inTrial = subscription.status === 'trialing'
  return subscription.items.data.map(item => ({
    amount: inTrial ? 0 : (item.price.unit_amount ?? 0) * (item.quantity ?? 1),
    currency: item.price.currency,
    description: inTrial ? 'Trial period' : describe(item),
    period: { start: item.current_period_start, end: item.current_period_end },
    quantity: item.quantity ?? 1,
    price: item.price,
    subscription: subscription.id,
    item: item.id,
    metadata: subscription.metadata,
  }))
}

function describe({ price, quantity }: Stripe.SubscriptionItem): string {
  const { interval = 'month', interval_count: count = 1 } = price.recurring ?? {}
  const period = count === 1 ? interval : `${count} ${interval}s`
  return `${quantity ?? 1} × ${price.nickname ?? price.id} (${price.currency.toUpperCase()} each ${period})`
}
