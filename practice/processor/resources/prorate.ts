import type Stripe from 'stripe'
import { idOf, keep, need, type Till } from '../till.ts'
import { addInvoiceItem, pendingLines } from './invoice-items.ts'
import { finishInvoice, makeInvoice } from './make-invoice.ts'
import { cardError } from './pay-intent.ts'
import { methodFor, payInvoice } from './pay-invoice.ts'
import { periodOf } from './subscription-due.ts'
import { itemLines } from './subscription-lines.ts'

/**
 * Writes what a change in mid-period is worth, by the second: the rest of what was paid is given back, and the rest of
 * the period at the new price is asked for, unless a new period begins (`restarts`), which is asked for whole.
 */
export async function writeProrations(
  till: Till,
  before: Stripe.Subscription,
  now: Stripe.Subscription,
  { at, restarts }: { at: number; restarts: boolean },
): Promise<void> {
  const { start, end } = periodOf(before)
  const rest = Math.max(0, Math.min(1, (end - at) / (end - start)))
  const changed = (item: Stripe.SubscriptionItem) => {
    const other = now.items.data.find(({ id }) => id === item.id)
    return restarts || other?.price.id !== item.price.id || other.quantity !== item.quantity
  }
  for (const item of before.items.data.filter(changed))
    await prorate(till, before, item, { share: -rest, label: 'Unused time', period: { start: at, end } })
  if (restarts) return
  const known = new Map(before.items.data.map(item => [item.id, item]))
  for (const item of now.items.data) {
    const old = known.get(item.id)
    if (old && !changed(old)) continue
    await prorate(till, now, item, { share: rest, label: 'Remaining time', period: { start: at, end } })
  }
}

async function prorate(
  till: Till,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  of: { share: number; label: string; period: { start: number; end: number } },
): Promise<void> {
  const quantity = item.quantity ?? 1
  const amount = Math.round((item.price.unit_amount ?? 0) * quantity * of.share)
  if (amount === 0) return
  await addInvoiceItem(till, {
    amount,
    currency: subscription.currency,
    customer: idOf(subscription.customer)!,
    subscription: subscription.id,
    description: `${of.label} on ${quantity} × ${item.price.nickname ?? item.price.id}`,
    period: of.period,
    proration: { item: item.id, price: item.price, quantity },
  })
}

/** Asks for a change at once: with the whole of a period that begins, or with what was prorated alone. */
export async function invoiceChange(
  till: Till,
  subscription: Stripe.Subscription,
  { restarts, behaviour, present }: { restarts: boolean; behaviour?: string; present: boolean },
): Promise<void> {
  const pending = await pendingLines(till, subscription)
  const lines = [...pending, ...(restarts ? itemLines(subscription) : [])]
  if (lines.length === 0) return
  const draft = await makeInvoice(till, {
    customer: idOf(subscription.customer)!,
    currency: subscription.currency,
    reason: 'subscription_update',
    lines,
    subscription,
    period: periodOf(subscription),
  })
  await keep(till, { ...(await need(till, 'subscription', subscription.id)), latest_invoice: draft.id })
  const open = await finishInvoice(till, draft)
  const { invoice, intent } = await payInvoice(till, open, await methodFor(till, open), { present })
  if (invoice.status !== 'paid' && behaviour === 'error_if_incomplete' && intent?.last_payment_error)
    throw Object.assign(cardError(intent), { kept: false })
}
