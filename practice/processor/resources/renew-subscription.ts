import type Stripe from 'stripe'
import { nextEnd } from '../periods.ts'
import { tell } from '../tell-event.ts'
import { hiddenOf, idOf, keep, need, type Till } from '../till.ts'
import { endSubscription } from './end-subscription.ts'
import { pendingLines } from './invoice-items.ts'
import { finishInvoice, makeInvoice } from './make-invoice.ts'
import { methodFor, payInvoice, subscriptionOf } from './pay-invoice.ts'
import { spendOnce } from './start-subscription.ts'
import { nextThing, periodOf, type Told } from './subscription-due.ts'
import { itemLines } from './subscription-lines.ts'

/** An invoice of a renewal stays a draft for an hour, so that it can be changed. */
const draftFor = 3600

/** Does what is due of a subscription: announces, resumes, ends it, or begins its next period. */
export async function advanceSubscription(till: Till, id: string): Promise<void> {
  const subscription = await need(till, 'subscription', id)
  const told = await hiddenOf<Told>(till, id)
  const { what } = nextThing(subscription, told) ?? {}
  if (what === 'announce-trial') {
    await tell(till, 'customer.subscription.trial_will_end', subscription)
    await settle(till, subscription, { ...told, trial: subscription.trial_end ?? 0 })
  } else if (what === 'announce-renewal') {
    await announceRenewal(till, subscription)
    await settle(till, subscription, { ...told, upcoming: periodOf(subscription).end })
  } else if (what === 'resume') await resumeCollection(till, subscription)
  else if (what === 'end') await endSubscription(till, subscription, { reason: 'cancellation_requested' })
  else if (what === 'expire') await endSubscription(till, subscription, { reason: 'payment_failed' })
  else if (what === 'renew') await renew(till, subscription)
  else await keep(till, subscription, { due: null })
}

/** Keeps a subscription with the time of the next thing that happens to it. */
export async function settle(
  till: Till,
  subscription: Stripe.Subscription,
  told?: Told,
): Promise<Stripe.Subscription> {
  const known = told ?? (await hiddenOf<Told>(till, subscription.id))
  return keep(till, subscription, { hidden: known, due: nextThing(subscription, known)?.at ?? null })
}

async function announceRenewal(till: Till, subscription: Stripe.Subscription): Promise<void> {
  const { end } = periodOf(subscription)
  const lines = itemLines(subscription)
  const amount = lines.reduce((total, line) => total + line.amount, 0)
  // What is to come has no number yet, so it is no invoice that could be asked for.
  await tell(till, 'invoice.upcoming', {
    object: 'invoice',
    amount_due: amount,
    total: amount,
    currency: subscription.currency,
    customer: subscription.customer,
    next_payment_attempt: end + draftFor,
    period_end: end,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
    },
  } as { object: string })
}

async function resumeCollection(till: Till, before: Stripe.Subscription): Promise<void> {
  const resumed = { ...before, pause_collection: null }
  await settle(till, resumed)
  await tell(till, 'customer.subscription.updated', resumed, before)
}

async function renew(till: Till, before: Stripe.Subscription): Promise<void> {
  const wasTrial = before.status === 'trialing'
  const method = before.default_payment_method ?? (await customersDefault(till, before))
  const missing = before.trial_settings?.end_behavior.missing_payment_method
  if (wasTrial && !method && missing === 'cancel') {
    await endSubscription(till, before, { reason: 'payment_failed' })
    return
  }
  if (wasTrial && !method && missing === 'pause') {
    const paused = { ...before, status: 'paused' as const }
    await keep(till, paused, { due: null })
    await tell(till, 'customer.subscription.paused', paused)
    return
  }
  const renewed: Stripe.Subscription = {
    ...inNextPeriod(till, before),
    status: wasTrial ? 'active' : before.status,
  }
  await settle(till, renewed)
  const draft = await makeInvoice(till, {
    customer: idOf(renewed.customer)!,
    currency: renewed.currency,
    reason: 'subscription_cycle',
    lines: [...itemLines(renewed), ...(await pendingLines(till, renewed))],
    subscription: renewed,
    period: periodOf(before),
    finishAt: before.pause_collection?.behavior === 'keep_as_draft' ? null : till.at + draftFor,
  })
  const linked = await keep(till, { ...renewed, latest_invoice: draft.id })
  await tell(till, 'customer.subscription.updated', linked, before)
  await spendOnce(till, linked)
}

async function customersDefault(till: Till, { customer }: Stripe.Subscription) {
  return (await need(till, 'customer', idOf(customer)!)).invoice_settings?.default_payment_method
}

/** The same subscription, its items in the period that begins now. */
export function inNextPeriod(till: Till, before: Stripe.Subscription): Stripe.Subscription {
  const { end: start } = periodOf(before)
  const items = before.items.data.map(item => ({
    ...item,
    current_period_start: start,
    current_period_end: nextEnd(before.billing_cycle_anchor, item.price.recurring!, Math.max(start, till.at)),
  }))
  return { ...before, items: { ...before.items, data: items } }
}

/** Does what is due of an invoice: finishes a draft and asks for the money, or asks again. */
export async function advanceInvoice(till: Till, id: string): Promise<void> {
  const before = await need(till, 'invoice', id)
  const subscription = await subscriptionOf(till, before)
  const paused = subscription?.pause_collection?.behavior
  if (before.status !== 'draft' && before.status !== 'open') {
    await keep(till, before, { due: null })
    return
  }
  const open = before.status === 'draft' ? await finishInvoice(till, before) : before
  if (paused === 'void') await closeInvoice(till, open, 'void')
  else if (paused === 'mark_uncollectible') await closeInvoice(till, open, 'uncollectible')
  else await payInvoice(till, open, await methodFor(till, open), { present: false })
}

/** Gives an invoice up: as if it had never been (void), or as lost (uncollectible). */
export async function closeInvoice(
  till: Till,
  before: Stripe.Invoice,
  status: 'void' | 'uncollectible',
): Promise<Stripe.Invoice> {
  const moment = status === 'void' ? { voided_at: till.at } : { marked_uncollectible_at: till.at }
  const closed: Stripe.Invoice = {
    ...before,
    auto_advance: false,
    amount_remaining: status === 'void' ? 0 : before.amount_remaining,
    next_payment_attempt: null,
    status,
    status_transitions: { ...before.status_transitions, ...moment },
  }
  await keep(till, closed, { due: null })
  await tell(till, status === 'void' ? 'invoice.voided' : 'invoice.marked_uncollectible', closed)
  return closed
}
