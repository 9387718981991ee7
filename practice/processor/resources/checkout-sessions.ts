import { z } from 'zod'
import { call } from '../call.ts'
import { aList, listObjects } from '../lists.ts'
import {
  currency,
  mergeMetadata,
  metadata,
  moment,
  paging,
  parameters,
  range,
  text,
  unsettable,
  whole,
  yes,
} from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { hiddenOf, keep, need } from '../till.ts'
import { type CheckoutPlan, lineItems } from './checkout-plan.ts'
import { expireSession } from './expire-session.ts'
import { makeSession } from './make-session.ts'
import { recurring } from './prices.ts'

const oneOf = (...values: string[]) => text.refine(value => values.includes(value))
const never = yes.refine(value => !value)
const priceData = parameters({
  currency,
  product: text.optional(),
  product_data: parameters({
    name: text,
    description: text.optional(),
    images: text.array().optional(),
    metadata: metadata.optional(),
    tax_code: text.optional(),
  }).optional(),
  recurring: recurring.optional(),
  tax_behavior: text.optional(),
  unit_amount: whole.refine(value => value >= 0),
})
const creating = parameters({
  adaptive_pricing: parameters({ enabled: yes }).optional(),
  allow_promotion_codes: yes.optional(),
  automatic_tax: parameters({ enabled: never }).optional(),
  billing_address_collection: oneOf('auto', 'required').optional(),
  cancel_url: text.optional(),
  client_reference_id: text.optional(),
  currency: currency.optional(),
  custom_text: parameters({ submit: unsettable(parameters({ message: text })).optional() }).optional(),
  customer: text.optional(),
  customer_creation: oneOf('always', 'if_required').optional(),
  customer_email: text.optional(),
  customer_update: parameters({
    address: oneOf('auto', 'never').optional(),
    name: oneOf('auto', 'never').optional(),
  }).optional(),
  discounts: parameters({ coupon: text.optional(), promotion_code: text.optional() })
    .array()
    .max(1)
    .optional(),
  expires_at: moment.optional(),
  invoice_creation: parameters({
    enabled: yes,
    invoice_data: parameters({
      description: text.optional(),
      footer: text.optional(),
      metadata: metadata.optional(),
    }).optional(),
  }).optional(),
  line_items: parameters({
    metadata: metadata.optional(),
    price: text.optional(),
    price_data: priceData.optional(),
    quantity: whole.refine(value => value > 0).default(1),
  })
    .array()
    .max(100)
    .optional(),
  locale: text.optional(),
  metadata: metadata.optional(),
  mode: oneOf('payment', 'subscription', 'setup'),
  payment_intent_data: parameters({
    description: text.optional(),
    metadata: metadata.optional(),
    receipt_email: text.optional(),
    setup_future_usage: oneOf('off_session', 'on_session').optional(),
  }).optional(),
  payment_method_collection: oneOf('always', 'if_required').optional(),
  phone_number_collection: parameters({ enabled: never }).optional(),
  setup_intent_data: parameters({ description: text.optional(), metadata: metadata.optional() }).optional(),
  submit_type: oneOf('auto', 'book', 'donate', 'pay', 'subscribe').optional(),
  subscription_data: parameters({
    description: text.optional(),
    metadata: metadata.optional(),
    trial_end: moment.optional(),
    trial_period_days: whole.refine(days => days > 0).optional(),
    trial_settings: parameters({ end_behavior: parameters({ missing_payment_method: text }) }).optional(),
  }).optional(),
  success_url: text,
  ui_mode: z.literal('hosted_page').optional(),
})
const listing = parameters({
  ...paging,
  created: range.optional(),
  customer: text.optional(),
  customer_details: parameters({ email: text }).optional(),
  payment_intent: text.optional(),
  status: text.optional(),
  subscription: text.optional(),
})

export type AskedSession = z.output<typeof creating>

export const checkoutSessionCalls = [
  call('POST', '/v1/checkout/sessions', creating, (till, given) => makeSession(till, given)),
  call('GET', '/v1/checkout/sessions', listing, (till, given) => {
    const { created, customer, customer_details, payment_intent, status, subscription, ...pages } = given
    return listObjects(till, 'checkout.session', {
      url: '/v1/checkout/sessions',
      paging: pages,
      where: { customer, customer_details, payment_intent, status, subscription },
      created,
    })
  }),
  call('GET', '/v1/checkout/sessions/:id', parameters({}), (till, _, id) =>
    need(till, 'checkout.session', id),
  ),
  call(
    'POST',
    '/v1/checkout/sessions/:id',
    parameters({ metadata: metadata.optional() }),
    async (till, given, id) => {
      const before = await need(till, 'checkout.session', id)
      return keep(till, { ...before, metadata: mergeMetadata(before.metadata, given.metadata) })
    },
  ),
  call('GET', '/v1/checkout/sessions/:id/line_items', parameters(paging), async (till, _, id) => {
    await need(till, 'checkout.session', id)
    const plan = await hiddenOf<CheckoutPlan>(till, id)
    return aList(`/v1/checkout/sessions/${id}/line_items`, await lineItems(till, plan))
  }),
  call('POST', '/v1/checkout/sessions/:id/expire', parameters({}), async (till, _, id) => {
    const session = await need(till, 'checkout.session', id)
    if (session.status !== 'open')
      throw invalidRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
      )
    await expireSession(till, id)
    return need(till, 'checkout.session', id)
  }),
]
