import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import {
  address,
  mergeMetadata,
  metadata,
  paging,
  parameters,
  text,
  unsettable,
  whole,
} from '../parameters.ts'
import { invalidRequest, resourceMissing } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { type CardBehaviour, namedCards, type TestCard, testCards } from '../test-cards.ts'
import { hiddenOf, idOf, keep, need, type Till } from '../till.ts'
import { needCustomer, wholeAddress } from './customers.ts'

const billing = parameters({
  address: unsettable(address).optional(),
  email: unsettable(text).optional(),
  name: unsettable(text).optional(),
  phone: unsettable(text).optional(),
})
const creating = parameters({
  type: text.refine(type => type === 'card'),
  card: parameters({ token: text }),
  billing_details: billing.optional(),
  metadata: metadata.optional(),
})
const updating = parameters({
  billing_details: billing.optional(),
  card: parameters({ exp_month: whole.optional(), exp_year: whole.optional() }).optional(),
  metadata: metadata.optional(),
})
const listing = parameters({ ...paging, customer: text.optional(), type: text.optional() })
const ofCustomer = parameters({ ...paging, type: text.optional() })

export const paymentMethodCalls = [
  call('POST', '/v1/payment_methods', creating, (till, given) =>
    makeCard(till, {
      card: cardNamed(given.card.token, 'tok_'),
      billing: given.billing_details,
      metadata: given.metadata,
    }),
  ),
  call('GET', '/v1/payment_methods', listing, (till, { customer, type, ...pages }) =>
    listObjects(till, 'payment_method', {
      url: '/v1/payment_methods',
      paging: pages,
      where: { customer, type },
    }),
  ),
  call('GET', '/v1/payment_methods/:id', parameters({}), (till, _, id) => need(till, 'payment_method', id)),
  call('POST', '/v1/payment_methods/:id', updating, async (till, given, id) => {
    const before = await need(till, 'payment_method', id)
    const { address: where, ...details } = given.billing_details ?? {}
    const method = await keep(till, {
      ...before,
      card: before.card && { ...before.card, ...given.card },
      billing_details: {
        ...before.billing_details,
        ...details,
        ...(where ? { address: wholeAddress(where) } : {}),
      },
      metadata: mergeMetadata(before.metadata, given.metadata),
    })
    await tell(till, 'payment_method.updated', method, before)
    return method
  }),
  call('POST', '/v1/payment_methods/:id/attach', parameters({ customer: text }), (till, { customer }, id) =>
    attachMethod(till, id, customer),
  ),
  call('POST', '/v1/payment_methods/:id/detach', parameters({}), (till, _, id) => detachMethod(till, id)),
  call('GET', '/v1/customers/:id/payment_methods', ofCustomer, (till, { type, ...pages }, id) =>
    listObjects(till, 'payment_method', {
      url: `/v1/customers/${id}/payment_methods`,
      paging: pages,
      where: { customer: id, type },
    }),
  ),
  call('GET', '/v1/customers/:id/payment_methods/:method', parameters({}), async (till, _, id, second) => {
    const method = await need(till, 'payment_method', second)
    if (method.customer !== id) throw resourceMissing('payment_method', second)
    return method
  }),
]

/** The card that `pm_card_visa` or `tok_visa` names. */
function cardNamed(name: string, prefix: string): TestCard & { number: string } {
  const number = name.startsWith(prefix) ? namedCards[name.slice(prefix.length)] : undefined
  const card = number ? testCards[number] : undefined
  if (!number || !card) throw resourceMissing('token', name, 'card[token]')
  return { ...card, number }
}

/** A payment method: one that is there, or a new one of a card that the API knows by name (`pm_card_visa`). */
export async function needMethod(till: Till, id: string, param: string): Promise<Stripe.PaymentMethod> {
  if (id.startsWith('pm_card_')) return makeCard(till, { card: cardNamed(id, 'pm_card_') })
  return need(till, 'payment_method', id, param)
}

export function behaviourOf(till: Till, method: string): Promise<CardBehaviour & { setUp?: boolean }> {
  return hiddenOf(till, method)
}

/** Makes a card's payment method. Of the number only the last four figures are kept, and what it does. */
export async function makeCard(
  till: Till,
  given: {
    card: TestCard & { number: string }
    expires?: { month: number; year: number }
    billing?: {
      address?: Partial<Stripe.Address> | null
      email?: string | null
      name?: string | null
      phone?: string | null
    }
    metadata?: Record<string, string> | null
  },
): Promise<Stripe.PaymentMethod> {
  const { card, billing: details = {} } = given
  const year = new Date(till.at * 1000).getUTCFullYear()
  const { declines, declinesLater, asks, disputes } = card
  const method: Stripe.PaymentMethod = {
    id: newId('payment_method'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: wholeAddress(details.address ?? {}),
      email: details.email ?? null,
      name: details.name ?? null,
      phone: details.phone ?? null,
      tax_id: null,
    },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: card.country,
      display_brand: card.brand,
      exp_month: given.expires?.month ?? 12,
      exp_year: given.expires?.year ?? year + 4,
      fingerprint: createHash('sha256').update(`practice ${card.number}`).digest('base64url').slice(0, 16),
      funding: card.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: till.at,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: mergeMetadata({}, given.metadata),
    type: 'card',
  }
  return keep(till, method, { hidden: { declines, declinesLater, asks, disputes } })
}

export async function attachMethod(
  till: Till,
  id: string,
  customerId: string,
): Promise<Stripe.PaymentMethod> {
  const customer = await needCustomer(till, customerId, 'customer')
  const before = await needMethod(till, id, 'payment_method')
  if (before.customer === customer.id) return before
  if (before.customer)
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
      'payment_method',
    )
  const method = await keep(till, { ...before, customer: customer.id })
  await tell(till, 'payment_method.attached', method)
  return method
}

/** Takes a card away; nothing that it was the default of keeps it. */
async function detachMethod(till: Till, id: string): Promise<Stripe.PaymentMethod> {
  const before = await need(till, 'payment_method', id)
  const customerId = idOf(before.customer)
  if (!customerId)
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      'payment_method',
    )
  const method = await keep(till, { ...before, customer: null })
  await tell(till, 'payment_method.detached', method, before)
  const customer = await needCustomer(till, customerId)
  if (customer.invoice_settings.default_payment_method === id) await makeDefault(till, customer, null)
  return method
}

/** Says by which card a customer pays from now on. */
export async function makeDefault(
  till: Till,
  customer: Stripe.Customer,
  method: string | null,
): Promise<Stripe.Customer> {
  const changed = {
    ...customer,
    invoice_settings: { ...customer.invoice_settings, default_payment_method: method },
  }
  await tell(till, 'customer.updated', await keep(till, changed), customer)
  return changed
}
