import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { convergePayment, type Payment, paymentParts } from './converge-payment.ts'
import { convergeSubscription, subscriptionParts } from './converge-subscription.ts'
import { noteCheckoutEnd } from './join/note-checkout-end.ts'
import type { Membership } from './membership.ts'

/** What came of a checkout so far. */
export interface CheckedOut {
  membership: Membership | null
  payment: Payment | null
}

/**
 * Applies what a Checkout Session has led to: its subscription, or its payment. The reader's return and the processor's
 * event both come here, in either order. Nothing where it is not complete yet. The caller holds the lock.
 */
export async function convergeCheckout(
  tx: Transaction,
  house: House,
  { object: session, source }: { object: Stripe.Checkout.Session; source: string },
): Promise<CheckedOut> {
  await noteCheckoutEnd(tx, house, session)
  if (session.status !== 'complete') return { membership: null, payment: null }
  const client = await house.payments.stripe()
  const subscriptionId = idOf(session.subscription)
  const membership = subscriptionId
    ? await convergeSubscription(tx, house, {
        object: await client.subscriptions.retrieve(subscriptionId, { expand: subscriptionParts }),
        source,
      })
    : null
  const intentId = idOf(session.payment_intent) ?? (await intentOfInvoice(client, idOf(session.invoice)))
  const payment = intentId
    ? await convergePayment(tx, house, {
        object: await client.paymentIntents.retrieve(intentId, { expand: paymentParts }),
        source,
      })
    : null
  return { membership, payment }
}

/** The first payment of a subscription hangs on its invoice. */
async function intentOfInvoice(client: Stripe, invoice: string | null): Promise<string | null> {
  if (!invoice) return null
  const { data } = await client.invoicePayments.list({ invoice, limit: 1 })
  return idOf(data[0]?.payment.payment_intent)
}

function idOf(found: string | { id: string } | null | undefined): string | null {
  return typeof found === 'string' ? found : (found?.id ?? null)
}
