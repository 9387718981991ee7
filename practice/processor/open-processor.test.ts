import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { hearEvents, testProcessor } from '../../test/builders/practice-processor.ts'
import { apiVersion } from './api-version.ts'

const one = await testProcessor()
const { stripe, processor } = one

test('it speaks the version that the installed client asks for', () => {
  expect(apiVersion).toBe(Stripe.API_VERSION)
})

test('a customer is made, changed, found, listed and deleted', async () => {
  const made = await stripe.customers.create({
    email: 'ada@paper.example',
    name: 'Ada & Söhne',
    metadata: { reader: '7', note: 'a=b&c' },
    preferred_locales: ['de', 'en'],
    address: { country: 'DE' },
  })
  expect(made.id).toMatch(/^cus_\w{14,}$/)
  expect(made).toMatchObject({ object: 'customer', livemode: false, name: 'Ada & Söhne', balance: 0 })
  expect(made.preferred_locales).toEqual(['de', 'en'])
  expect(made.address).toMatchObject({ country: 'DE', city: null })
  const changed = await stripe.customers.update(made.id, { metadata: { reader: '', group: 'x' }, name: '' })
  expect(changed.metadata).toEqual({ note: 'a=b&c', group: 'x' })
  expect(changed.name).toBeNull()
  expect((await stripe.customers.list({ email: 'ada@paper.example' })).data.map(({ id }) => id)).toEqual([
    made.id,
  ])
  const found = await stripe.customers.search({
    query: `email:'ada@paper.example' AND metadata['group']:'x'`,
  })
  expect(found.data.map(({ id }) => id)).toEqual([made.id])
  expect((await stripe.customers.del(made.id)).deleted).toBe(true)
  expect(await stripe.customers.retrieve(made.id)).toEqual({ id: made.id, object: 'customer', deleted: true })
  expect((await stripe.customers.list({ email: 'ada@paper.example' })).data).toEqual([])
})

test('lists go on from page to page', async () => {
  const made: string[] = []
  for (let n = 0; n < 5; n++)
    made.unshift((await stripe.customers.create({ email: 'many@paper.example' })).id)
  const all: string[] = []
  for await (const { id } of stripe.customers.list({ email: 'many@paper.example', limit: 2 })) all.push(id)
  expect(all).toEqual(made)
  const before = await stripe.customers.list({
    email: 'many@paper.example',
    ending_before: made[2],
    limit: 1,
  })
  expect(before.data[0]?.id).toBe(made[1])
})

test('a price has its product, and shows it whole when asked', async () => {
  const price = await stripe.prices.create({
    currency: 'EUR',
    unit_amount: 1000,
    recurring: { interval: 'month' },
    product_data: { name: 'Member' },
    expand: ['product'],
  })
  expect(price).toMatchObject({ currency: 'eur', type: 'recurring', unit_amount: 1000 })
  expect(price.unit_amount_decimal?.toString()).toBe('1000')
  expect((price.product as Stripe.Product).name).toBe('Member')
})

test('only what stands for an object is expanded', async () => {
  const { id } = await stripe.customers.create({
    email: 'card@paper.example',
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const expand = ['invoice_settings.default_payment_method', 'subscriptions', 'default_source']
  const customer = (await stripe.customers.retrieve(id, { expand })) as Stripe.Customer
  expect(customer.invoice_settings.default_payment_method).toMatchObject({
    customer: id,
    card: { last4: '4242' },
  })
  expect(customer.subscriptions?.data).toEqual([])
  for (const path of ['invoice_settings', 'email', 'balance', 'nothing'])
    await expect(stripe.customers.retrieve(id, { expand: [path] }), path).rejects.toMatchObject({
      statusCode: 400,
      param: 'expand',
    })
})

test('errors have the shapes that the client knows', async () => {
  await expect(stripe.customers.retrieve('cus_none')).rejects.toMatchObject({
    type: 'StripeInvalidRequestError',
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
    message: "No such customer: 'cus_none'",
  })
  await expect(stripe.prices.create({ unit_amount: 5 } as never)).rejects.toMatchObject({
    statusCode: 400,
    code: 'parameter_missing',
    param: 'currency',
  })
  await expect(
    stripe.customers.create({ invoice_settings: { colour: 'red' } } as never),
  ).rejects.toMatchObject({ code: 'parameter_unknown', param: 'invoice_settings[colour]' })
  await expect(stripe.payouts.list()).rejects.toMatchObject({
    type: 'StripeInvalidRequestError',
    statusCode: 404,
    message: expect.stringContaining('GET: /v1/payouts'),
  })
  const { host, port } = processor
  const stranger = new Stripe('sk_test_other', { host, port, protocol: 'http', maxNetworkRetries: 0 })
  await expect(stranger.customers.list()).rejects.toMatchObject({
    type: 'StripeAuthenticationError',
    statusCode: 401,
  })
  await expect(stripe.customers.retrieve('x', { expand: ['nothing'] })).rejects.toMatchObject({
    statusCode: 404,
  })
})

test('a key brings the same answer again, and no other', async () => {
  const idempotencyKey = randomUUID()
  const [first, second] = await Promise.all([
    stripe.customers.create({ name: 'Once' }, { idempotencyKey }),
    stripe.customers.create({ name: 'Once' }, { idempotencyKey }),
  ])
  expect(second.id).toBe(first.id)
  await expect(stripe.customers.create({ name: 'Other' }, { idempotencyKey })).rejects.toMatchObject({
    type: 'StripeIdempotencyError',
    statusCode: 400,
  })
})

test('events are signed, and everything outlives a restart', async () => {
  const heard = await hearEvents()
  const { id } = await stripe.customers.create({ email: 'eve@paper.example' })
  processor.deliverTo(heard.url)
  await one.play('2026-11-22T10:00:00Z')
  expect(heard.events.filter(({ data }) => (data.object as { id: string }).id === id)).toMatchObject([
    { type: 'customer.created', api_version: apiVersion, livemode: false },
  ])
  await one.restart()
  expect(await one.stripe.customers.retrieve(id)).toMatchObject({ email: 'eve@paper.example' })
})
