import type Stripe from 'stripe'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import { finishInvoice, makeInvoice } from './make-invoice.ts'
import { methodFor, payInvoice } from './pay-invoice.ts'
import { inNextPeriod, settle } from './renew-subscription.ts'
import { periodOf } from './subscription-due.ts'
import { itemLines } from './subscription-lines.ts'

/** Wakes a subscription whose trial ended without a card: a new period begins now, and is to be paid. */
export async function resumeSubscription(till: Till, id: string): Promise<Stripe.Subscription> {
  const before = await need(till, 'subscription', id)
  if (before.status !== 'paused')
    throw invalidRequest('Only a subscription that is paused can be resumed.', 'id')
  const begun = inNextPeriod(till, { ...before, billing_cycle_anchor: till.at })
  const items = begun.items.data.map(item => ({ ...item, current_period_start: till.at }))
  const resumed: Stripe.Subscription = {
    ...begun,
    status: 'active',
    items: { ...begun.items, data: items },
  }
  await settle(till, resumed)
  const draft = await makeInvoice(till, {
    customer: idOf(resumed.customer)!,
    currency: resumed.currency,
    reason: 'subscription_update',
    lines: itemLines(resumed),
    subscription: resumed,
    period: periodOf(resumed),
  })
  const linked = await keep(till, { ...resumed, latest_invoice: draft.id })
  await tell(till, 'customer.subscription.resumed', linked)
  const open = await finishInvoice(till, draft)
  await payInvoice(till, open, await methodFor(till, open), { present: false })
  return need(till, 'subscription', id)
}
