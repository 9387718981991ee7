import type Stripe from 'stripe'
import { call } from '../call.ts'
import { letters, newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { objectsWith, writeObject } from '../object-queries.ts'
import {
  address,
  mergeMetadata,
  metadata,
  paging,
  parameters,
  range,
  text,
  unsettable,
} from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { searchObjects } from '../search.ts'
import { tell } from '../tell-event.ts'
import { keep, need, type Till } from '../till.ts'
import { endSubscription } from './end-subscription.ts'
import { attachMethod, makeDefault } from './payment-methods.ts'

const shared = {
  address: unsettable(address).optional(),
  description: unsettable(text).optional(),
  email: unsettable(text).optional(),
  invoice_settings: parameters({
    default_payment_method: unsettable(text).optional(),
    footer: unsettable(text).optional(),
  }).optional(),
  metadata: metadata.optional(),
  name: unsettable(text).optional(),
  phone: unsettable(text).optional(),
  preferred_locales: unsettable(text.array()).optional(),
}
const creating = parameters({ ...shared, payment_method: text.optional(), test_clock: text.optional() })
const updating = parameters(shared)
const listing = parameters({
  ...paging,
  email: text.optional(),
  created: range.optional(),
  test_clock: text.optional(),
})
const searching = parameters({ query: text, limit: paging.limit, page: text.optional() })

export const customerCalls = [
  call('POST', '/v1/customers', creating, async (till, given) => {
    const { test_clock } = given
    const clock = test_clock ? await need(till, 'test_helpers.test_clock', test_clock, 'test_clock') : null
    return createCustomer({ ...till, at: clock?.frozen_time ?? till.at }, given)
  }),
  call('GET', '/v1/customers', listing, (till, { email, test_clock, created, ...pages }) =>
    listObjects(till, 'customer', {
      url: '/v1/customers',
      paging: pages,
      where: { email, test_clock },
      created,
    }),
  ),
  call('GET', '/v1/customers/search', searching, (till, given) =>
    searchObjects(till, 'customer', { url: '/v1/customers/search', ...given }),
  ),
  call('GET', '/v1/customers/:id', parameters({}), (till, _, id) => need(till, 'customer', id)),
  call('POST', '/v1/customers/:id', updating, async (till, given, id) => {
    const before = await needCustomer(till, id)
    const customer = await keep(till, changed(before, given))
    await tell(till, 'customer.updated', customer, before)
    return customer
  }),
  call('DELETE', '/v1/customers/:id', parameters({}), (till, _, id) => deleteCustomer(till, id)),
]

/** Makes a customer, with a card if one is given. Its e-mail address need not be new: Stripe lets two have one. */
export async function createCustomer(
  till: Till,
  given: Partial<Parameters<typeof changed>[1]> & { payment_method?: string; test_clock?: string },
): Promise<Stripe.Customer> {
  const customer = changed(blankCustomer(till, newId('customer')), given)
  customer.test_clock = given.test_clock ?? null
  const named = customer.invoice_settings.default_payment_method
  // A card that is known by its name becomes this customer's own.
  if (given.payment_method === named) customer.invoice_settings.default_payment_method = null
  await keep(till, customer, { clock: given.test_clock ?? null })
  await tell(till, 'customer.created', customer)
  if (!given.payment_method) return customer
  const { id } = await attachMethod(till, given.payment_method, customer.id)
  return given.payment_method === named ? makeDefault(till, customer, id) : customer
}

/** A customer who is still there. */
export async function needCustomer(till: Till, id: string, param = 'id'): Promise<Stripe.Customer> {
  const customer = await need(till, 'customer', id, param)
  if (customer.deleted)
    throw invalidRequest(`No such customer: '${id}'; it was deleted`, param, 'resource_missing')
  return customer
}

/** What renews of a customer ends with them. */
async function deleteCustomer(till: Till, id: string): Promise<Stripe.DeletedCustomer> {
  const customer = await needCustomer(till, id)
  const deleted: Stripe.DeletedCustomer = { id, object: 'customer', deleted: true }
  for (const subscription of await objectsWith(till.tx, 'subscription', { customer: id }))
    if (subscription.ended_at === null)
      await endSubscription(till, subscription, { reason: 'cancellation_requested' })
  await writeObject(till.tx, 'customer', deleted)
  await tell(till, 'customer.deleted', customer)
  return deleted
}

function changed(
  before: Stripe.Customer,
  given: {
    [Name in 'description' | 'email' | 'name' | 'phone']?: string | null
  } & {
    address?: Partial<Stripe.Address> | null
    invoice_settings?: { default_payment_method?: string | null; footer?: string | null }
    metadata?: Record<string, string> | null
    preferred_locales?: string[] | null
  },
): Stripe.Customer {
  const { address: where, description, email, name, phone, preferred_locales, invoice_settings } = given
  return {
    ...before,
    ...(where === undefined ? {} : { address: where && wholeAddress(where) }),
    ...(description === undefined ? {} : { description }),
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(preferred_locales === undefined ? {} : { preferred_locales: preferred_locales ?? [] }),
    invoice_settings: { ...before.invoice_settings, ...invoice_settings },
    metadata: mergeMetadata(before.metadata, given.metadata),
  }
}

/** An address with every line, those that were not given being null. */
export function wholeAddress(given: Partial<Stripe.Address>): Stripe.Address {
  return { city: null, country: null, line1: null, line2: null, postal_code: null, state: null, ...given }
}

function blankCustomer({ at }: Till, id: string): Stripe.Customer {
  return {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: at,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: letters(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}
