import { call } from '../call.ts'
import { listObjects } from '../lists.ts'
import {
  amount,
  currency,
  mergeMetadata,
  metadata,
  paging,
  parameters,
  range,
  text,
  unsettable,
  yes,
} from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { searchObjects } from '../search.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import { needCustomer } from './customers.ts'
import { cardError, makeIntent, payIntent } from './pay-intent.ts'
import { needMethod } from './payment-methods.ts'

const confirming = {
  off_session: yes.optional(),
  payment_method: text.optional(),
  return_url: text.optional(),
}
const creating = parameters({
  ...confirming,
  amount,
  automatic_payment_methods: parameters({ enabled: yes, allow_redirects: text.optional() }).optional(),
  confirm: yes.optional(),
  currency,
  customer: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  receipt_email: text.optional(),
  setup_future_usage: text.optional(),
})
const updating = parameters({
  amount: amount.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  receipt_email: unsettable(text).optional(),
})
const listing = parameters({ ...paging, created: range.optional(), customer: text.optional() })

export const paymentIntentCalls = [
  call('POST', '/v1/payment_intents', creating, async (till, given) => {
    if (given.customer) await needCustomer(till, given.customer, 'customer')
    const intent = await makeIntent(till, {
      ...given,
      customer: given.customer ?? null,
      metadata: mergeMetadata({}, given.metadata),
    })
    return given.confirm ? confirm(till, intent.id, given) : intent
  }),
  call('GET', '/v1/payment_intents', listing, (till, { created, customer, ...pages }) =>
    listObjects(till, 'payment_intent', {
      url: '/v1/payment_intents',
      paging: pages,
      where: { customer },
      created,
    }),
  ),
  call(
    'GET',
    '/v1/payment_intents/search',
    parameters({ query: text, limit: paging.limit, page: text.optional() }),
    (till, given) => searchObjects(till, 'payment_intent', { url: '/v1/payment_intents/search', ...given }),
  ),
  call('GET', '/v1/payment_intents/:id', parameters({}), (till, _, id) => need(till, 'payment_intent', id)),
  call('POST', '/v1/payment_intents/:id', updating, async (till, { metadata: notes, ...plain }, id) => {
    const before = await need(till, 'payment_intent', id)
    return keep(till, { ...before, ...plain, metadata: mergeMetadata(before.metadata, notes) })
  }),
  call('POST', '/v1/payment_intents/:id/confirm', parameters(confirming), (till, given, id) =>
    confirm(till, id, given),
  ),
  call(
    'POST',
    '/v1/payment_intents/:id/cancel',
    parameters({ cancellation_reason: text.optional() }),
    async (till, given, id) => {
      const before = await need(till, 'payment_intent', id)
      if (['succeeded', 'canceled'].includes(before.status)) throw wrongState(before.status)
      const intent = await keep(till, {
        ...before,
        canceled_at: till.at,
        cancellation_reason: given.cancellation_reason ?? null,
        next_action: null,
        status: 'canceled' as const,
      })
      await tell(till, 'payment_intent.canceled', intent)
      return intent
    },
  ),
]

async function confirm(till: Till, id: string, given: { payment_method?: string; off_session?: boolean }) {
  const intent = await need(till, 'payment_intent', id)
  if (['succeeded', 'canceled'].includes(intent.status)) throw wrongState(intent.status)
  const chosen = given.payment_method ?? idOf(intent.payment_method)
  if (!chosen)
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it is missing a payment method.',
      'payment_method',
    )
  const method = await needMethod(till, chosen, 'payment_method')
  const paid = await payIntent(till, intent, method, { present: !given.off_session })
  if (paid.status === 'requires_payment_method') throw cardError(paid)
  return paid
}

function wrongState(status: string) {
  return invalidRequest(
    `You cannot do this to a PaymentIntent because it has a status of ${status}.`,
    undefined,
    'payment_intent_unexpected_state',
  )
}
