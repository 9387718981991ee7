import { sql } from 'kysely'
import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
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
  whole,
  yes,
} from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { decimalText, keep, need, type Till } from '../till.ts'
import { createProduct } from './products.ts'

export const recurring = parameters({
  interval: text.refine(value => ['day', 'week', 'month', 'year'].includes(value)),
  interval_count: whole.refine(value => value >= 1 && value <= 36).default(1),
  usage_type: text.refine(value => value === 'licensed').optional(),
})
const creating = parameters({
  active: yes.optional(),
  currency,
  lookup_key: text.optional(),
  metadata: metadata.optional(),
  nickname: text.optional(),
  product: text.optional(),
  product_data: parameters({ id: text.optional(), name: text, metadata: metadata.optional() }).optional(),
  recurring: recurring.optional(),
  tax_behavior: text.optional(),
  unit_amount: amount,
})
const updating = parameters({
  active: yes.optional(),
  lookup_key: unsettable(text).optional(),
  metadata: metadata.optional(),
  nickname: unsettable(text).optional(),
})
const listing = parameters({
  ...paging,
  active: yes.optional(),
  created: range.optional(),
  currency: currency.optional(),
  lookup_keys: text.array().optional(),
  product: text.optional(),
  type: text.optional(),
})

export const priceCalls = [
  call('POST', '/v1/prices', creating, (till, given) => createPrice(till, given)),
  call('GET', '/v1/prices', listing, (till, given) => {
    const { active, currency: money, product, type, created, lookup_keys, ...pages } = given
    return listObjects(till, 'price', {
      url: '/v1/prices',
      paging: pages,
      where: { active, currency: money, product, type },
      created,
      also: lookup_keys && sql<boolean>`data->>'lookup_key' = any(${lookup_keys})`,
    })
  }),
  call('GET', '/v1/prices/:id', parameters({}), (till, _, id) => need(till, 'price', id)),
  call('POST', '/v1/prices/:id', updating, async (till, { metadata: notes, ...plain }, id) => {
    const before = await need(till, 'price', id)
    const price = { ...before, ...plain, metadata: mergeMetadata(before.metadata, notes) }
    await tell(till, 'price.updated', await keep(till, price), before)
    return price
  }),
]

export interface NewPrice {
  active?: boolean
  currency: string
  lookup_key?: string
  metadata?: Record<string, string> | null
  nickname?: string
  product?: string
  product_data?: { id?: string; name: string; metadata?: Record<string, string> | null }
  recurring?: { interval: string; interval_count: number }
  tax_behavior?: string
  unit_amount: number
}

/** Makes a price, and its product where it is described in place. A price of a checkout's own cannot be used again. */
export async function createPrice(till: Till, given: NewPrice): Promise<Stripe.Price> {
  const { product, product_data, recurring: period } = given
  if (!product === !product_data)
    throw invalidRequest(
      'You must specify either `product` or `product_data` when creating a price.',
      'product',
    )
  const of = product
    ? await need(till, 'product', product, 'product')
    : await createProduct(till, product_data!)
  const price: Stripe.Price = {
    id: newId('price'),
    object: 'price',
    active: given.active ?? true,
    billing_scheme: 'per_unit',
    created: till.at,
    currency: given.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: given.lookup_key ?? null,
    metadata: mergeMetadata({}, given.metadata),
    nickname: given.nickname ?? null,
    product: of.id,
    recurring: period
      ? {
          interval: period.interval,
          interval_count: period.interval_count,
          meter: null,
          trial_period_days: null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: given.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: period ? 'recurring' : 'one_time',
    unit_amount: given.unit_amount,
    unit_amount_decimal: decimalText(given.unit_amount),
  }
  await keep(till, price)
  await tell(till, 'price.created', price)
  return price
}
