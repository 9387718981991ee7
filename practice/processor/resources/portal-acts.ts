import type Stripe from 'stripe'
import { findObject, objectsWith } from '../object-queries.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import { changeSubscription } from './change-subscription.ts'
import { endSubscription } from './end-subscription.ts'
import type { TypedCheckout } from './pay-checkout.ts'
import { makeCard } from './payment-methods.ts'
import { makeSetup, setUp } from './setup-intents.ts'
import { useCard } from './use-card.ts'

/** Seconds for which a portal's address works after it was made. */
const opensFor = 3600

export interface Portal {
  session: Stripe.BillingPortal.Session
  configuration: Stripe.BillingPortal.Configuration
  customer: Stripe.Customer
  card: Stripe.PaymentMethod | null
  subscriptions: Stripe.Subscription[]
  /** Newest first. */
  invoices: Stripe.Invoice[]
}

/** What a portal shows; null where there is none, or it has ended. */
export async function readPortal(till: Till, id: string): Promise<Portal | null> {
  const session = await findObject(till.tx, 'billing_portal.session', id)
  if (!session || till.at > session.created + opensFor) return null
  const customer = await need(till, 'customer', session.customer)
  if (customer.deleted) return null
  const subscriptions = await objectsWith(till.tx, 'subscription', { customer: customer.id })
  const running = subscriptions.filter(({ ended_at, status }) => ended_at === null && status !== 'incomplete')
  const method =
    idOf(running.find(one => one.default_payment_method)?.default_payment_method) ??
    idOf(customer.invoice_settings.default_payment_method)
  const invoices = await objectsWith(till.tx, 'invoice', { customer: customer.id })
  return {
    session,
    configuration: await need(till, 'billing_portal.configuration', idOf(session.configuration)!),
    customer,
    card: method ? await findObject(till.tx, 'payment_method', method) : null,
    subscriptions: running,
    invoices: invoices.filter(({ status }) => status !== 'draft').reverse(),
  }
}

/** Takes another card for a portal's customer: kept, refused with Stripe's code, or asked for by its bank. */
export async function changeCard(
  till: Till,
  { session, customer }: Portal,
  typed: Pick<TypedCheckout, 'card' | 'expires'>,
): Promise<{ state: 'kept' } | { state: 'asks'; intent: string } | { state: 'refused'; code: string }> {
  const method = await makeCard(till, { ...typed, billing: { email: customer.email, name: customer.name } })
  const intent = await makeSetup(till, { customer: customer.id })
  await keep(till, intent, { hidden: { portal: session.id, method: method.id } })
  const done = await setUp(till, intent, method)
  if (done.status === 'requires_action') return { state: 'asks', intent: done.id }
  if (done.status !== 'succeeded') {
    const error = done.last_setup_error
    return { state: 'refused', code: error?.decline_code ?? error?.code ?? 'card_declined' }
  }
  await useCard(till, customer.id, method.id)
  return { state: 'kept' }
}

/** Ends a subscription of this portal's customer, as its configuration says; or takes that back. */
export async function endFromPortal(
  till: Till,
  { configuration, subscriptions }: Portal,
  { subscription, end }: { subscription: string; end: boolean },
): Promise<boolean> {
  const mine = subscriptions.find(({ id }) => id === subscription)
  const { enabled, mode } = configuration.features.subscription_cancel
  if (!mine || !enabled) return false
  if (end && mode === 'immediately') await endSubscription(till, mine, { reason: 'cancellation_requested' })
  else await changeSubscription(till, mine.id, { cancel_at_period_end: end })
  return true
}
