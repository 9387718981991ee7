import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { customerOf, type Effect, type ProcessorEffects } from '../ledger/ledger.ts'
import { convergeCheckout } from './converge-checkout.ts'
import { convergePayment, type Payment, paymentParts } from './converge-payment.ts'
import { convergeSubscription, subscriptionParts } from './converge-subscription.ts'

/** What else follows from a payment, for whoever knows what it was for. */
export type AfterPayment = (
  tx: Transaction,
  house: House,
  about: { payment: Payment; source: string },
) => Promise<void>

/**
 * What members and the ledger make of the processor's objects. Invoices, charges, refunds and disputes lead to the
 * subscription or the payment they belong to.
 */
export function memberEffects(afterPayment: AfterPayment): ProcessorEffects {
  const settle = async (
    tx: Transaction,
    house: House,
    { intent, source }: { intent: Stripe.PaymentIntent | null; source: string },
  ) => {
    if (!intent) return
    const payment = await convergePayment(tx, house, { object: intent, source })
    if (payment) await afterPayment(tx, house, { payment, source })
  }
  const effects = {
    'checkout.session': effect({
      find: (client, id) => client.checkout.sessions.retrieve(id),
      async converge(tx, house, { object, source }) {
        const { payment } = await convergeCheckout(tx, house, { object, source })
        if (payment) await afterPayment(tx, house, { payment, source })
      },
    }),
    subscription: effect({
      find: (client, id) => client.subscriptions.retrieve(id, { expand: subscriptionParts }),
      async converge(tx, house, about) {
        await convergeSubscription(tx, house, about)
      },
    }),
    invoice: effect({
      find: findInvoice,
      async converge(tx, house, { object: { subscription, intent }, source }) {
        if (subscription) await convergeSubscription(tx, house, { object: subscription, source })
        await settle(tx, house, { intent, source })
      },
    }),
    payment_intent: effect({
      find: findIntent,
      converge: (tx, house, { object, source }) => settle(tx, house, { intent: object, source }),
    }),
    charge: effect({
      find: async (client, id) => intentOf(client, await client.charges.retrieve(id)),
      converge: (tx, house, { object, source }) => settle(tx, house, { intent: object, source }),
    }),
    refund: effect({
      find: async (client, id) => intentOf(client, await client.refunds.retrieve(id)),
      converge: (tx, house, { object, source }) => settle(tx, house, { intent: object, source }),
    }),
    dispute: effect({
      find: async (client, id) => intentOf(client, await client.disputes.retrieve(id)),
      converge: (tx, house, { object, source }) => settle(tx, house, { intent: object, source }),
    }),
  }
  return effects as unknown as ProcessorEffects
}

function effect<Found>(parts: Omit<Effect<Found>, 'lockOf'>): Effect<Found> {
  return { lockOf: customerOf, ...parts }
}

function findIntent(client: Stripe, id: string): Promise<Stripe.PaymentIntent> {
  return client.paymentIntents.retrieve(id, { expand: paymentParts })
}

async function intentOf(
  client: Stripe,
  { payment_intent: found }: { payment_intent: string | Stripe.PaymentIntent | null },
): Promise<Stripe.PaymentIntent | null> {
  if (!found) return null
  return findIntent(client, typeof found === 'string' ? found : found.id)
}

async function findInvoice(client: Stripe, id: string) {
  const invoice = await client.invoices.retrieve(id, { expand: ['payments'] })
  const subscription = invoice.parent?.subscription_details?.subscription
  const intent = invoice.payments?.data.find(({ status }) => status === 'paid')?.payment.payment_intent
  return {
    subscription: subscription
      ? await client.subscriptions.retrieve(
          typeof subscription === 'string' ? subscription : subscription.id,
          {
            expand: subscriptionParts,
          },
        )
      : null,
    intent: intent ? await findIntent(client, typeof intent === 'string' ? intent : intent.id) : null,
  }
}
