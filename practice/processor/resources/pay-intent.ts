import type Stripe from 'stripe'
import { letters, newId } from '../kinds.ts'
import { ProcessorError } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { declineMessages } from '../test-cards.ts'
import { idOf, keep, type Till } from '../till.ts'
import { type Decline, makeCharge } from './make-charge.ts'
import { behaviourOf } from './payment-methods.ts'

/** Makes an intent to be paid: an amount and who pays, no card yet. */
export async function makeIntent(
  till: Till,
  given: {
    amount: number
    currency: string
    customer: string | null
    description?: string | null
    metadata?: Record<string, string>
    receipt_email?: string | null
    setup_future_usage?: string | null
    off_session?: boolean
  },
): Promise<Stripe.PaymentIntent> {
  const id = newId('payment_intent')
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: given.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${letters(25)}`,
    confirmation_method: 'automatic',
    created: till.at,
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    description: given.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: given.receipt_email ?? null,
    review: null,
    setup_future_usage: given.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  }
  await keep(till, intent)
  await tell(till, 'payment_intent.created', intent)
  return intent
}

/** With the owner at the page, or without; and whether they have just approved the payment at their bank. */
export interface Presence {
  present: boolean
  approved?: boolean
}

/**
 * Charges a card for an intent. What comes back is `succeeded`; `requires_action` where the bank wants to ask the owner;
 * or `requires_payment_method` with the refusal in `last_payment_error`.
 */
export async function payIntent(
  till: Till,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { present, approved = false }: Presence,
): Promise<Stripe.PaymentIntent> {
  const card = await behaviourOf(till, method.id)
  const asks = card.asks === 'always' || (card.asks === 'once' && !card.setUp)
  if (asks && !approved) return askOwner(till, intent, method)
  const declined = card.declines ?? (card.declinesLater && !present ? later : undefined)
  const charge = await makeCharge(till, intent, method, {
    declined,
    authenticated: asks,
    disputes: card.disputes ?? false,
  })
  if (declined) return refuse(till, intent, method, declined, charge)
  if (card.asks === 'once') await keep(till, method, { hidden: { ...card, setUp: true } })
  const paid = await keep(till, {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
    status: 'succeeded' as const,
  })
  await tell(till, 'payment_intent.succeeded', paid)
  return paid
}

const later: Decline = { code: 'card_declined', decline_code: 'generic_decline' }

async function askOwner(till: Till, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod) {
  const asking = await keep(till, {
    ...intent,
    payment_method: method.id,
    status: 'requires_action' as const,
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: { url: `${till.siteUrl}/practice/approve/${intent.id}`, return_url: null },
    },
  })
  await tell(till, 'payment_intent.requires_action', asking)
  return asking
}

/** The owner said no at their bank, or the bank did. */
export async function refuse(
  till: Till,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  declined: Decline,
  charge?: Stripe.Charge,
): Promise<Stripe.PaymentIntent> {
  const refused = await keep(till, {
    ...intent,
    last_payment_error: {
      ...(charge ? { charge: charge.id } : {}),
      ...declined,
      doc_url: `https://docs.stripe.com/error-codes#${declined.code}`,
      message: messageOf(declined),
      payment_method: method,
      type: 'card_error' as const,
    } as Stripe.PaymentIntent.LastPaymentError,
    latest_charge: charge?.id ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method' as const,
  })
  await tell(till, 'payment_intent.payment_failed', refused)
  return refused
}

export function messageOf({ code, decline_code }: Decline): string {
  return declineMessages[decline_code ?? ''] ?? declineMessages[code] ?? 'Your card was declined.'
}

/** The error that a call answers with when its card was refused; what was written of it stays. */
export function cardError(intent: Stripe.PaymentIntent): ProcessorError {
  const error = intent.last_payment_error
  return new ProcessorError(
    402,
    {
      type: 'card_error',
      code: error?.code ?? 'card_declined',
      decline_code: error?.decline_code,
      message: error?.message ?? 'Your card was declined.',
      charge: idOf(intent.latest_charge) ?? undefined,
      payment_intent: intent,
      payment_method: error?.payment_method,
    },
    true,
  )
}
