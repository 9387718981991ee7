import type Stripe from 'stripe'
import { findObject } from '../object-queries.ts'
import { idOf, need, type Till } from '../till.ts'
import type { TypedCheckout } from './pay-checkout.ts'
import { payInvoice, subscriptionOf } from './pay-invoice.ts'
import { attachMethod, makeCard } from './payment-methods.ts'
import { useCard } from './use-card.ts'

/** Pays an open invoice at its own page, and keeps the card for what renews. An invoice is paid once. */
export async function payAtPage(
  till: Till,
  id: string,
  typed: Pick<TypedCheckout, 'card' | 'expires'>,
): Promise<{ state: 'paid' } | { state: 'asks'; intent: string } | { state: 'refused'; code: string }> {
  const invoice = await need(till, 'invoice', id)
  if (invoice.status !== 'open') return { state: 'paid' }
  const customer = idOf(invoice.customer)!
  const method = await makeCard(till, { ...typed, billing: { email: invoice.customer_email } })
  const result = await payInvoice(till, invoice, method, { present: true })
  if (result.invoice.status === 'paid') {
    await keepCard(till, result.invoice, customer, method)
    return { state: 'paid' }
  }
  if (result.intent?.status === 'requires_action') return { state: 'asks', intent: result.intent.id }
  const error = result.intent?.last_payment_error
  return { state: 'refused', code: error?.decline_code ?? error?.code ?? 'card_declined' }
}

/** The card that paid an invoice of a subscription pays what renews from now on. */
export async function keepCard(
  till: Till,
  invoice: Stripe.Invoice,
  customer: string,
  method: Stripe.PaymentMethod,
): Promise<void> {
  if (!(await subscriptionOf(till, invoice))) return
  await attachMethod(till, method.id, customer)
  await useCard(till, customer, method.id)
}

export async function readInvoice(till: Till, id: string): Promise<Stripe.Invoice | null> {
  const invoice = await findObject(till.tx, 'invoice', id)
  return invoice && invoice.status !== 'draft' ? invoice : null
}
