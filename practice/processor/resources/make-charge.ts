import type Stripe from 'stripe'
import { newId } from '../kinds.ts'
import { tell } from '../tell-event.ts'
import { declineMessages } from '../test-cards.ts'
import { clockOf, idOf, keep, type Till } from '../till.ts'
import { feeOf, writeBalance } from './balance-transactions.ts'

/** Seconds until the owner of the disputing card disputes. */
const untilDispute = 60

export interface Decline {
  code: string
  decline_code?: string
}

/** Writes a charge: paid, with its fee in the balance, or refused. */
export async function makeCharge(
  till: Till,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  how: { declined?: Decline; authenticated: boolean; disputes: boolean },
): Promise<Stripe.Charge> {
  const { declined, authenticated } = how
  const id = newId('charge')
  const { amount, currency } = intent
  const balance = declined
    ? null
    : await writeBalance(till, {
        type: 'charge',
        source: id,
        amount,
        currency,
        fee: feeOf(amount, currency),
        description: intent.description,
      })
  const charge: Stripe.Charge = {
    id,
    object: 'charge',
    amount,
    amount_captured: declined ? 0 : amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: balance?.id ?? null,
    billing_details: { ...method.billing_details, tax_id: null },
    calculated_statement_descriptor: 'PRACTICE',
    captured: !declined,
    created: till.at,
    currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: declined?.code ?? null,
    failure_message: declined
      ? (declineMessages[declined.decline_code ?? ''] ?? declineMessages[declined.code] ?? '')
      : null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: declined ? 'try_again_later' : null,
      network_advice_code: null,
      network_decline_code: declined ? '05' : null,
      network_status: declined ? 'declined_by_network' : 'approved_by_network',
      reason: declined ? (declined.decline_code ?? declined.code) : null,
      risk_level: 'normal',
      seller_message: declined
        ? 'The bank did not return any further details with this decline.'
        : 'Payment complete.',
      type: declined ? 'issuer_declined' : 'authorized',
    },
    paid: !declined,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { type: 'card', card: cardDetails(method.card!, amount, authenticated) },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: declined ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  }
  await keep(till, charge, {
    due: !declined && how.disputes ? till.at + untilDispute : null,
    clock: await clockOf(till, idOf(charge.customer)),
  })
  await tell(till, declined ? 'charge.failed' : 'charge.succeeded', charge)
  return charge
}

function cardDetails(
  card: Stripe.PaymentMethod.Card,
  amount: number,
  authenticated: boolean,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: amount,
    authorization_code: null,
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    electronic_commerce_indicator: authenticated ? '05' : null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  }
}
