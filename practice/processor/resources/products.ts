import { sql } from 'kysely'
import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { objectsWith, writeObject } from '../object-queries.ts'
import { mergeMetadata, metadata, paging, parameters, range, text, unsettable, yes } from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { keep, need, type Till } from '../till.ts'

const shared = {
  active: yes.optional(),
  description: unsettable(text).optional(),
  images: unsettable(text.array()).optional(),
  marketing_features: unsettable(parameters({ name: text }).array()).optional(),
  metadata: metadata.optional(),
  statement_descriptor: text.optional(),
  tax_code: unsettable(text).optional(),
  unit_label: unsettable(text).optional(),
  url: unsettable(text).optional(),
}
const creating = parameters({ ...shared, id: text.optional(), name: text })
const updating = parameters({ ...shared, name: text.optional(), default_price: unsettable(text).optional() })
const listing = parameters({
  ...paging,
  active: yes.optional(),
  created: range.optional(),
  ids: text.array().optional(),
})

export const productCalls = [
  call('POST', '/v1/products', creating, (till, given) => createProduct(till, given)),
  call('GET', '/v1/products', listing, (till, { active, created, ids, ...pages }) =>
    listObjects(till, 'product', {
      url: '/v1/products',
      paging: pages,
      where: { active },
      created,
      also: ids && sql<boolean>`id = any(${ids})`,
    }),
  ),
  call('GET', '/v1/products/:id', parameters({}), (till, _, id) => need(till, 'product', id)),
  call('POST', '/v1/products/:id', updating, async (till, given, id) => {
    const before = await need(till, 'product', id)
    const product = await keep(till, { ...changed(before, given), updated: till.at })
    await tell(till, 'product.updated', product, before)
    return product
  }),
  call('DELETE', '/v1/products/:id', parameters({}), async (till, _, id) => {
    const product = await need(till, 'product', id)
    if ((await objectsWith(till.tx, 'price', { product: id })).length > 0)
      throw invalidRequest(
        'This product cannot be deleted because it has one or more user-created prices.',
        'id',
      )
    const deleted: Stripe.DeletedProduct = { id, object: 'product', deleted: true }
    await writeObject(till.tx, 'product', deleted)
    await tell(till, 'product.deleted', product)
    return deleted
  }),
]

export async function createProduct(
  till: Till,
  given: Changes & { id?: string; name: string },
): Promise<Stripe.Product> {
  const blank: Stripe.Product = {
    id: given.id ?? newId('product'),
    object: 'product',
    active: true,
    created: till.at,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name: given.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: till.at,
    url: null,
  }
  const product = await keep(till, changed(blank, given))
  await tell(till, 'product.created', product)
  return product
}

type Changes = {
  [Name in 'description' | 'tax_code' | 'unit_label' | 'url' | 'default_price']?: string | null
} & {
  active?: boolean
  name?: string
  statement_descriptor?: string
  images?: string[] | null
  marketing_features?: { name: string }[] | null
  metadata?: Record<string, string> | null
}

function changed(before: Stripe.Product, given: Changes): Stripe.Product {
  const { images, marketing_features, metadata: notes, ...plain } = given
  return {
    ...before,
    ...plain,
    id: before.id,
    ...(images === undefined ? {} : { images: images ?? [] }),
    ...(marketing_features === undefined ? {} : { marketing_features: marketing_features ?? [] }),
    metadata: mergeMetadata(before.metadata, notes),
  }
}
