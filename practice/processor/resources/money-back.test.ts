import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { hearEvents, testProcessor } from '../../../test/builders/practice-processor.ts'

const one = await testProcessor()
const { stripe, clock } = one
clock.set('2026-01-05T10:00:00Z')

function pay(card: string, amount = 5000): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    payment_method: card,
    confirm: true,
    description: 'One gift of money',
    metadata: { campaign: '3' },
  })
}

test('a payment is given back in parts, and never more than was paid', async () => {
  const { id, latest_charge: charge } = await pay('pm_card_visa')
  const part = await stripe.refunds.create({
    payment_intent: id,
    amount: 2000,
    reason: 'requested_by_customer',
    expand: ['balance_transaction'],
  })
  expect(part).toMatchObject({ status: 'succeeded', amount: 2000, charge, reason: 'requested_by_customer' })
  expect(part.balance_transaction).toMatchObject({ amount: -2000, fee: 0, net: -2000, type: 'refund' })
  await expect(stripe.refunds.create({ payment_intent: id, amount: 3001 })).rejects.toMatchObject({
    param: 'amount',
    message: 'Refund amount (3001) is greater than unrefunded amount on charge (3000)',
  })
  await stripe.refunds.create({ charge: charge as string })
  const whole = await stripe.charges.retrieve(charge as string, { expand: ['refunds'] })
  expect(whole).toMatchObject({ refunded: true, amount_refunded: 5000, metadata: { campaign: '3' } })
  expect(whole.refunds?.data.map(({ amount }) => amount)).toEqual([3000, 2000])
  await expect(stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  })
})

test('what is refused answers with the bank’s reason, and the intent remembers it', async () => {
  const error = await pay('pm_card_chargeDeclinedInsufficientFunds').catch(refused => refused)
  expect(error).toMatchObject({
    type: 'StripeCardError',
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  })
  const intent = await stripe.paymentIntents.retrieve(error.payment_intent.id)
  expect(intent).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { decline_code: 'insufficient_funds' },
  })
  const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 5000 })
})

test('a bank that asks leaves the payment waiting', async () => {
  const waiting = await pay('pm_card_authenticationRequired')
  expect(waiting.status).toBe('requires_action')
  expect(waiting.next_action?.redirect_to_url?.url).toContain(`/practice/approve/${waiting.id}`)
})

test('a disputed payment is taken back with a fee; evidence decides', async () => {
  const [lost, won] = [await pay('pm_card_createDispute'), await pay('pm_card_createDispute')]
  await one.play('2026-01-05T10:05:00Z')
  const of = async (intent: Stripe.PaymentIntent) =>
    (await stripe.disputes.list({ payment_intent: intent.id })).data[0]!
  const dispute = await of(lost)
  expect(dispute).toMatchObject({
    amount: 5000,
    status: 'needs_response',
    charge: lost.latest_charge,
    created: Date.parse('2026-01-05T10:01:00Z') / 1000,
  })
  expect(dispute.balance_transactions[0]).toMatchObject({ amount: -5000, fee: 1500, net: -6500 })
  expect((await stripe.charges.retrieve(lost.latest_charge as string)).disputed).toBe(true)
  await expect(stripe.refunds.create({ payment_intent: lost.id })).rejects.toMatchObject({
    code: 'charge_disputed',
  })
  expect((await stripe.disputes.close(dispute.id)).status).toBe('lost')
  const better = await of(won)
  const decided = await stripe.disputes.update(better.id, {
    evidence: { uncategorized_text: 'winning_evidence' },
    submit: true,
  })
  expect(decided.status).toBe('won')
  expect(decided.balance_transactions.map(({ amount }) => amount)).toEqual([-5000, 5000])
  const kinds = (
    await stripe.events.list({ types: ['charge.dispute.closed', 'charge.dispute.funds_reinstated'] })
  ).data
  expect(kinds.map(({ type }) => type)).toEqual([
    'charge.dispute.closed',
    'charge.dispute.funds_reinstated',
    'charge.dispute.closed',
  ])
})

test('every balance transaction adds up', async () => {
  const all: Stripe.BalanceTransaction[] = []
  for await (const line of stripe.balanceTransactions.list({ limit: 100 })) all.push(line)
  expect(all.length).toBeGreaterThan(5)
  for (const { amount, fee, net, fee_details } of all) {
    expect(net).toBe(amount - fee)
    expect(fee_details.reduce((total, detail) => total + detail.amount, 0)).toBe(fee)
  }
})

test('money without parts has a fee without parts', async () => {
  const { latest_charge } = await stripe.paymentIntents.create({
    amount: 1000,
    currency: 'jpy',
    payment_method: 'pm_card_visa',
    confirm: true,
    expand: ['latest_charge.balance_transaction'],
  })
  expect((latest_charge as Stripe.Charge).balance_transaction).toMatchObject({ fee: 29, currency: 'jpy' })
})

test('a test clock has a year of its own', async () => {
  const start = Date.parse('2030-01-31T00:00:00Z') / 1000
  const { id: test_clock } = await stripe.testHelpers.testClocks.create({ frozen_time: start })
  const { id: customer } = await stripe.customers.create({ test_clock })
  const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method } })
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 500,
    recurring: { interval: 'month' },
    product_data: { name: 'Member' },
  })
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] })
  const until = Date.parse('2031-01-31T02:00:00Z') / 1000
  const ready = await stripe.testHelpers.testClocks.advance(test_clock, { frozen_time: until })
  expect(ready).toMatchObject({ status: 'ready', frozen_time: until })
  const invoices = await stripe.invoices.list({ subscription: id, limit: 100 })
  expect(invoices.data.map(({ status }) => status)).toEqual(Array(13).fill('paid'))
  expect(invoices.data[0]?.created).toBe(Date.parse('2031-01-31T00:00:00Z') / 1000)
})

test('another listener is told what it asked for, signed with its own secret', async () => {
  const endpoint = await stripe.webhookEndpoints.create({
    url: 'http://127.0.0.1:1/nobody',
    enabled_events: ['refund.created'],
  })
  expect(endpoint.secret).toMatch(/^whsec_/)
  expect(await stripe.webhookEndpoints.retrieve(endpoint.id)).not.toHaveProperty('secret')
  const heard = await hearEvents(endpoint.secret)
  await stripe.webhookEndpoints.update(endpoint.id, { url: heard.url })
  const { id } = await pay('pm_card_visa')
  await stripe.refunds.create({ payment_intent: id })
  await one.processor.runDue(clock.now())
  expect(heard.events.map(({ type }) => type)).toEqual(['refund.created'])
  await stripe.webhookEndpoints.del(endpoint.id)
  expect((await stripe.webhookEndpoints.list()).data).toEqual([])
})
