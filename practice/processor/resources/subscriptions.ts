import { sql } from 'kysely'
import type Stripe from 'stripe'
import { z } from 'zod'
import { call } from '../call.ts'
import { aList, listObjects } from '../lists.ts'
import {
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
import { searchObjects } from '../search.ts'
import { need, type Till } from '../till.ts'
import { changeSubscription } from './change-subscription.ts'
import { endSubscription } from './end-subscription.ts'
import { attachMethod } from './payment-methods.ts'
import { createPrice, recurring } from './prices.ts'
import { resumeSubscription } from './resume-subscription.ts'
import { startSubscription } from './start-subscription.ts'

const priceData = parameters({
  currency: text,
  product: text,
  recurring,
  unit_amount: whole,
  tax_behavior: text.optional(),
})
const item = parameters({
  price: text.optional(),
  price_data: priceData.optional(),
  quantity: whole.optional(),
  metadata: metadata.optional(),
})
const discounts = unsettable(
  parameters({ coupon: text.optional(), promotion_code: text.optional(), discount: text.optional() }).array(),
).optional()
const oneOf = (...values: string[]) => text.refine(value => values.includes(value))
const cancellation = parameters({
  comment: unsettable(text).optional(),
  feedback: unsettable(text).optional(),
}).optional()
const shared = {
  cancel_at_period_end: yes.optional(),
  default_payment_method: text.optional(),
  description: unsettable(text).optional(),
  discounts,
  metadata: metadata.optional(),
  off_session: yes.optional(),
  payment_behavior: oneOf(
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ).optional(),
  payment_settings: parameters({
    save_default_payment_method: oneOf('off', 'on_subscription').optional(),
  }).optional(),
  proration_behavior: oneOf('create_prorations', 'always_invoice', 'none').optional(),
  trial_end: z.union([z.literal('now'), moment]).optional(),
  trial_settings: parameters({
    end_behavior: parameters({ missing_payment_method: oneOf('cancel', 'create_invoice', 'pause') }),
  }).optional(),
}
const creating = parameters({
  ...shared,
  cancel_at: moment.optional(),
  collection_method: oneOf('charge_automatically').optional(),
  currency: text.optional(),
  customer: text,
  items: item.array().min(1),
  trial_period_days: whole.optional(),
})
const updating = parameters({
  ...shared,
  billing_cycle_anchor: oneOf('now', 'unchanged').optional(),
  cancel_at: unsettable(moment).optional(),
  cancellation_details: cancellation,
  items: item.extend({ id: text.optional(), deleted: yes.optional() }).array().optional(),
  pause_collection: unsettable(
    parameters({
      behavior: oneOf('keep_as_draft', 'mark_uncollectible', 'void'),
      resumes_at: moment.optional(),
    }),
  ).optional(),
  proration_date: moment.optional(),
})
const listing = parameters({
  ...paging,
  collection_method: text.optional(),
  created: range.optional(),
  customer: text.optional(),
  price: text.optional(),
  status: text.optional(),
  test_clock: text.optional(),
})

export const subscriptionCalls = [
  call('POST', '/v1/subscriptions', creating, (till, given) => create(till, given)),
  call('GET', '/v1/subscriptions', listing, (till, given) => {
    const { collection_method, created, customer, price, status, test_clock, ...pages } = given
    const every = status === 'all'
    const ended = status === 'ended'
    return listObjects(till, 'subscription', {
      url: '/v1/subscriptions',
      paging: pages,
      where: {
        collection_method,
        customer,
        test_clock,
        status: every || ended ? undefined : status,
        ...(price ? { items: { data: [{ price: { id: price } }] } } : {}),
      },
      created,
      // Without a status, those that have ended are left out.
      also: every || (status && !ended) ? undefined : endedOrNot(ended),
    })
  }),
  call(
    'GET',
    '/v1/subscriptions/search',
    parameters({ query: text, limit: paging.limit, page: text.optional() }),
    (till, given) => searchObjects(till, 'subscription', { url: '/v1/subscriptions/search', ...given }),
  ),
  call('GET', '/v1/subscriptions/:id', parameters({}), (till, _, id) => need(till, 'subscription', id)),
  call('POST', '/v1/subscriptions/:id', updating, (till, given, id) => changeSubscription(till, id, given)),
  call(
    'DELETE',
    '/v1/subscriptions/:id',
    parameters({ cancellation_details: cancellation, invoice_now: yes.optional(), prorate: yes.optional() }),
    async (till, { cancellation_details: why, prorate, invoice_now }, id) => {
      if (prorate || invoice_now)
        throw invalidRequest(
          'Practice ends a subscription without a last invoice.',
          'prorate',
          'parameter_unknown',
        )
      const before = await need(till, 'subscription', id)
      if (before.ended_at !== null)
        throw invalidRequest(`No such subscription: '${id}'; it has ended`, 'id', 'resource_missing')
      return endSubscription(till, before, { reason: 'cancellation_requested', ...why })
    },
  ),
  call(
    'POST',
    '/v1/subscriptions/:id/resume',
    parameters({
      billing_cycle_anchor: oneOf('now', 'unchanged').optional(),
      proration_behavior: text.optional(),
    }),
    (till, _, id) => resumeSubscription(till, id),
  ),
  call(
    'GET',
    '/v1/subscription_items',
    parameters({ ...paging, subscription: text }),
    async (till, given) => {
      const { items } = await need(till, 'subscription', given.subscription, 'subscription')
      return aList('/v1/subscription_items', items.data)
    },
  ),
]

function endedOrNot(ended: boolean) {
  return sql<boolean>`(data->>'status' in ('canceled', 'incomplete_expired')) = ${ended}`
}

async function create(till: Till, given: z.output<typeof creating>): Promise<Stripe.Subscription> {
  const customer = await need(till, 'customer', given.customer, 'customer')
  const clock = customer.test_clock
    ? await need(till, 'test_helpers.test_clock', String(customer.test_clock))
    : null
  const there = { ...till, at: clock?.frozen_time ?? till.at }
  const method = given.default_payment_method
    ? await attachMethod(there, given.default_payment_method, customer.id)
    : null
  const days = given.trial_period_days
  return startSubscription(there, {
    customer: customer.id,
    items: await Promise.all(given.items.map((one, at) => askedItem(there, one, at))),
    default_payment_method: method?.id ?? null,
    description: given.description,
    discounts: given.discounts ?? [],
    metadata: mergeMetadata({}, given.metadata),
    trialEnd: typeof given.trial_end === 'number' ? given.trial_end : days ? there.at + days * 86_400 : null,
    missingPaymentMethod: given.trial_settings?.end_behavior.missing_payment_method,
    cancelAtPeriodEnd: given.cancel_at_period_end,
    cancelAt: given.cancel_at,
    saveDefault: given.payment_settings?.save_default_payment_method,
    behaviour: given.payment_behavior,
    // A call has nobody in front of it who could approve anything.
    presence: { present: given.off_session === false },
  })
}

/** The price that an item names, or describes in place. */
export async function askedItem(till: Till, asked: z.output<typeof item>, at: number) {
  const { price, price_data, quantity = 1, metadata: notes } = asked
  if (!price === !price_data)
    throw invalidRequest(
      `Give items[${at}] either a price or price_data.`,
      `items[${at}][price]`,
      'parameter_missing',
    )
  return {
    price: price
      ? await need(till, 'price', price, `items[${at}][price]`)
      : await createPrice(till, { ...price_data!, active: false }),
    quantity,
    metadata: mergeMetadata({}, notes),
  }
}
