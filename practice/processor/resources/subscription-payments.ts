import type Stripe from 'stripe'
import { findObject } from '../object-queries.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, type Till } from '../till.ts'
import { endSubscription } from './end-subscription.ts'
import { dueOf } from './subscription-due.ts'

const day = 86_400
/** Days after each refused attempt until the next one; after the last the subscription ends, as Stripe can be set to. */
export const retryDays = [3, 5, 7]

/** A paid invoice brings its subscription back into force. */
export async function afterInvoicePaid(till: Till, invoice: Stripe.Invoice): Promise<void> {
  const before = await ofInvoice(till, invoice)
  if (!before || !['incomplete', 'past_due', 'unpaid'].includes(before.status)) return
  await changeStatus(till, before, 'active')
}

/** A refused one makes it late, unless it was the first; null where no further attempt follows, which ends it. */
export async function afterInvoiceRefused(till: Till, invoice: Stripe.Invoice): Promise<number | null> {
  const before = await ofInvoice(till, invoice)
  const first = invoice.billing_reason === 'subscription_create'
  if (!before || first) return null
  const days = retryDays[invoice.attempt_count - 1]
  const ended = ['canceled', 'incomplete_expired'].includes(before.status)
  if (days === undefined) {
    if (!ended) await endSubscription(till, before, { reason: 'payment_failed' })
    return null
  }
  if (!ended && before.status !== 'past_due') await changeStatus(till, before, 'past_due')
  return ended ? null : till.at + days * day
}

async function changeStatus(
  till: Till,
  before: Stripe.Subscription,
  status: Stripe.Subscription.Status,
): Promise<void> {
  const changed = { ...before, status }
  await keep(till, changed, { due: await dueOf(till, changed) })
  await tell(till, 'customer.subscription.updated', changed, before)
}

async function ofInvoice(till: Till, invoice: Stripe.Invoice): Promise<Stripe.Subscription | null> {
  const id = idOf(invoice.parent?.subscription_details?.subscription)
  return id ? findObject(till.tx, 'subscription', id) : null
}
