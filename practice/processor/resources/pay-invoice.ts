import type Stripe from 'stripe'
import { newId } from '../kinds.ts'
import { findObject, objectsWith } from '../object-queries.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import { makeIntent, type Presence, payIntent } from './pay-intent.ts'
import { afterInvoicePaid, afterInvoiceRefused } from './subscription-payments.ts'

/** What an invoice is paid with: the card that is given, its own, its subscription's, or its customer's. */
export async function methodFor(
  till: Till,
  invoice: Stripe.Invoice,
  given?: string | null,
): Promise<Stripe.PaymentMethod | null> {
  const subscription = await subscriptionOf(till, invoice)
  const customer = await need(till, 'customer', idOf(invoice.customer)!)
  const id =
    given ??
    idOf(invoice.default_payment_method) ??
    idOf(subscription?.default_payment_method) ??
    idOf(customer.invoice_settings?.default_payment_method)
  return id ? findObject(till.tx, 'payment_method', id) : null
}

export async function subscriptionOf(
  till: Till,
  invoice: Stripe.Invoice,
): Promise<Stripe.Subscription | null> {
  const id = idOf(invoice.parent?.subscription_details?.subscription)
  return id ? findObject(till.tx, 'subscription', id) : null
}

/**
 * Tries to pay an open invoice, and sets its subscription accordingly. `intent` is one that has been paid for it already,
 * at a checkout. Returns the invoice and what came of the payment.
 */
export async function payInvoice(
  till: Till,
  invoice: Stripe.Invoice,
  method: Stripe.PaymentMethod | null,
  presence: Presence,
  intent?: Stripe.PaymentIntent | null,
): Promise<{ invoice: Stripe.Invoice; intent: Stripe.PaymentIntent | null }> {
  if (invoice.amount_due === 0) return { invoice: await markPaid(till, invoice, null), intent: null }
  const asked = intent ?? (await intentOf(till, invoice))
  if (asked.status === 'succeeded') return { invoice: await markPaid(till, invoice, asked), intent: asked }
  if (!method) return { invoice: await markRefused(till, invoice, asked), intent: asked }
  const tried = await payIntent(till, asked, method, presence)
  return tried.status === 'succeeded'
    ? { invoice: await markPaid(till, invoice, tried), intent: tried }
    : { invoice: await markRefused(till, invoice, tried), intent: tried }
}

/** The intent that an invoice is paid by; made when it is first asked for. */
async function intentOf(till: Till, invoice: Stripe.Invoice): Promise<Stripe.PaymentIntent> {
  const [payment] = await objectsWith(till.tx, 'invoice_payment', { invoice: invoice.id, status: 'open' })
  const known = idOf(payment?.payment.payment_intent)
  if (known) return need(till, 'payment_intent', known)
  const intent = await makeIntent(till, {
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    customer: idOf(invoice.customer),
    description: descriptionOf(invoice),
    receipt_email: null,
  })
  await linkPayment(till, invoice, intent, 'open')
  return intent
}

export function descriptionOf({ billing_reason }: Stripe.Invoice): string {
  if (billing_reason === 'subscription_create') return 'Subscription creation'
  if (billing_reason === 'subscription_update') return 'Subscription update'
  return 'Payment for Invoice'
}

async function linkPayment(
  till: Till,
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
  status: 'open' | 'paid',
): Promise<void> {
  const [before] = await objectsWith(till.tx, 'invoice_payment', {
    invoice: invoice.id,
    payment: { payment_intent: intent.id },
  })
  const payment = await keep<Stripe.InvoicePayment>(till, {
    id: before?.id ?? newId('invoice_payment'),
    object: 'invoice_payment',
    amount_paid: status === 'paid' ? intent.amount : null,
    amount_requested: intent.amount,
    created: before?.created ?? till.at,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent.id },
    status,
    status_transitions: { canceled_at: null, paid_at: status === 'paid' ? till.at : null },
  })
  if (status === 'paid') await tell(till, 'invoice_payment.paid', payment)
}

async function markPaid(
  till: Till,
  before: Stripe.Invoice,
  intent: Stripe.PaymentIntent | null,
): Promise<Stripe.Invoice> {
  if (intent) await linkPayment(till, before, intent, 'paid')
  const invoice = await keep(
    till,
    {
      ...before,
      amount_paid: before.amount_due,
      amount_remaining: 0,
      attempt_count: before.attempt_count + (intent ? 1 : 0),
      attempted: true,
      auto_advance: false,
      next_payment_attempt: null,
      status: 'paid' as const,
      status_transitions: { ...before.status_transitions, paid_at: till.at },
    },
    { due: null },
  )
  await tell(till, 'invoice.paid', invoice)
  await tell(till, 'invoice.payment_succeeded', invoice)
  await afterInvoicePaid(till, invoice)
  return invoice
}

async function markRefused(
  till: Till,
  before: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
): Promise<Stripe.Invoice> {
  const tried = { ...before, attempt_count: before.attempt_count + 1, attempted: true }
  const next = await afterInvoiceRefused(till, tried)
  const invoice = await keep(
    till,
    { ...tried, auto_advance: next !== null, next_payment_attempt: next },
    { due: next },
  )
  if (intent.status === 'requires_action') await tell(till, 'invoice.payment_action_required', invoice)
  await tell(till, 'invoice.payment_failed', invoice)
  await tell(till, 'invoice.updated', invoice, before)
  return invoice
}
