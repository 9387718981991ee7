import type Stripe from 'stripe'
import { call } from '../call.ts'
import { letters, newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { mergeMetadata, metadata, paging, parameters, range, text, yes } from '../parameters.ts'
import { invalidRequest, ProcessorError } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { hiddenOf, idOf, keep, need, type Till } from '../till.ts'
import { needCustomer } from './customers.ts'
import { messageOf } from './pay-intent.ts'
import { attachMethod, behaviourOf, needMethod } from './payment-methods.ts'

const confirming = { payment_method: text.optional(), return_url: text.optional() }
const creating = parameters({
  ...confirming,
  automatic_payment_methods: parameters({ enabled: yes, allow_redirects: text.optional() }).optional(),
  confirm: yes.optional(),
  customer: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  usage: text.optional(),
})
const listing = parameters({
  ...paging,
  created: range.optional(),
  customer: text.optional(),
  payment_method: text.optional(),
})

export const setupIntentCalls = [
  call('POST', '/v1/setup_intents', creating, async (till, given) => {
    if (given.customer) await needCustomer(till, given.customer, 'customer')
    const intent = await makeSetup(till, { ...given, customer: given.customer ?? null })
    return given.confirm ? confirm(till, intent.id, given.payment_method) : intent
  }),
  call('GET', '/v1/setup_intents', listing, (till, { created, customer, payment_method, ...pages }) =>
    listObjects(till, 'setup_intent', {
      url: '/v1/setup_intents',
      paging: pages,
      where: { customer, payment_method },
      created,
    }),
  ),
  call('GET', '/v1/setup_intents/:id', parameters({}), (till, _, id) => need(till, 'setup_intent', id)),
  call('POST', '/v1/setup_intents/:id/confirm', parameters(confirming), (till, { payment_method }, id) =>
    confirm(till, id, payment_method),
  ),
  call('POST', '/v1/setup_intents/:id/cancel', parameters({}), async (till, _, id) => {
    const before = await need(till, 'setup_intent', id)
    const intent = await keep(till, { ...before, next_action: null, status: 'canceled' as const })
    await tell(till, 'setup_intent.canceled', intent)
    return intent
  }),
]

async function confirm(till: Till, id: string, given: string | undefined): Promise<Stripe.SetupIntent> {
  const intent = await need(till, 'setup_intent', id)
  const chosen = given ?? idOf(intent.payment_method)
  if (!chosen)
    throw invalidRequest(
      'You cannot confirm this SetupIntent because it is missing a payment method.',
      'payment_method',
    )
  const method = await needMethod(till, chosen, 'payment_method')
  const done = await setUp(till, intent, method)
  if (done.status !== 'requires_payment_method') return done
  const { code, decline_code, message = '' } = done.last_setup_error ?? {}
  throw new ProcessorError(402, { type: 'card_error', code, decline_code, message, setup_intent: done }, true)
}

/** Makes an intent to keep a card for later. */
export async function makeSetup(
  till: Till,
  given: {
    customer: string | null
    description?: string
    metadata?: Record<string, string> | null
    usage?: string
  },
): Promise<Stripe.SetupIntent> {
  const id = newId('setup_intent')
  const intent: Stripe.SetupIntent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${letters(25)}`,
    created: till.at,
    customer: given.customer,
    customer_account: null,
    description: given.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: mergeMetadata({}, given.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: given.usage ?? 'off_session',
  }
  await keep(till, intent)
  await tell(till, 'setup_intent.created', intent)
  return intent
}

/** Keeps a card for later, if its bank agrees; `approved` where its owner just did. */
export async function setUp(
  till: Till,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  approved = false,
): Promise<Stripe.SetupIntent> {
  const card = await behaviourOf(till, method.id)
  if (card.asks && !card.setUp && !approved) {
    const asking = await keep(till, {
      ...intent,
      payment_method: method.id,
      status: 'requires_action' as const,
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: { url: `${till.siteUrl}/practice/approve/${intent.id}`, return_url: null },
      },
    })
    await tell(till, 'setup_intent.requires_action', asking)
    return asking
  }
  if (card.declines) return refuseSetup(till, intent, method, card.declines)
  await keep(till, method, { hidden: { ...(await hiddenOf(till, method.id)), setUp: true } })
  const customer = idOf(intent.customer)
  if (customer) await attachMethod(till, method.id, customer)
  const done = await keep(till, {
    ...intent,
    last_setup_error: null,
    next_action: null,
    payment_method: method.id,
    status: 'succeeded' as const,
  })
  await tell(till, 'setup_intent.succeeded', done)
  return done
}

export async function refuseSetup(
  till: Till,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  declined: { code: string; decline_code?: string },
): Promise<Stripe.SetupIntent> {
  const refused = await keep(till, {
    ...intent,
    last_setup_error: {
      ...declined,
      message: messageOf(declined),
      payment_method: method,
      type: 'card_error' as const,
    } as Stripe.SetupIntent.LastSetupError,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method' as const,
  })
  await tell(till, 'setup_intent.setup_failed', refused)
  return refused
}
