import type Stripe from 'stripe'
import { afterEach, expect, test } from 'vitest'
import { testProcessor } from '../../../test/builders/practice-processor.ts'

const one = await testProcessor()
const { stripe, clock } = one

// What one test began would go on through the years of the next.
afterEach(async () => {
  await one.db.updateTable('practice_objects').set({ due_at: null }).execute()
})

async function aPrice(unit_amount = 1000, interval: 'month' | 'year' = 'month') {
  return stripe.prices.create({
    currency: 'eur',
    unit_amount,
    recurring: { interval },
    product_data: { name: 'Member' },
  })
}

async function aSubscription(card: string, more: Partial<Stripe.SubscriptionCreateParams> = {}) {
  const customer = await stripe.customers.create({ email: 'ada@paper.example' })
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id })
  const price = await aPrice()
  return stripe.subscriptions.create({
    customer: customer.id,
    default_payment_method: method.id,
    items: [{ price: price.id }],
    expand: ['latest_invoice.payments', 'customer'],
    ...more,
  })
}

const seconds = (iso: string) => Date.parse(iso) / 1000

test('a subscription is paid at once, and renews at its own moments', async () => {
  clock.set('2026-01-31T10:00:00Z')
  const subscription = await aSubscription('pm_card_visa', { metadata: { tier: '1' } })
  expect(subscription.status).toBe('active')
  const invoice = subscription.latest_invoice as Stripe.Invoice
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: 1000, billing_reason: 'subscription_create' })
  expect(invoice.parent?.subscription_details?.subscription).toBe(subscription.id)
  const payment = invoice.payments?.data[0]?.payment.payment_intent as string
  const intent = await stripe.paymentIntents.retrieve(payment, {
    expand: ['latest_charge.balance_transaction'],
  })
  const charge = intent.latest_charge as Stripe.Charge
  expect(charge).toMatchObject({ status: 'succeeded', amount: 1000, currency: 'eur' })
  expect(charge.balance_transaction).toMatchObject({ amount: 1000, fee: 59, net: 941, type: 'charge' })

  await one.play('2026-04-01T00:00:00Z')
  const invoices = await stripe.invoices.list({ subscription: subscription.id })
  expect(invoices.data.map(({ created, status }) => [created, status])).toEqual([
    [seconds('2026-03-31T10:00:00Z'), 'paid'],
    [seconds('2026-02-28T10:00:00Z'), 'paid'],
    [seconds('2026-01-31T10:00:00Z'), 'paid'],
  ])
  expect(invoices.data[0]?.status_transitions.paid_at).toBe(seconds('2026-03-31T11:00:00Z'))
  const now = await stripe.subscriptions.retrieve(subscription.id)
  expect(now.items.data[0]).toMatchObject({
    current_period_start: seconds('2026-03-31T10:00:00Z'),
    current_period_end: seconds('2026-04-30T10:00:00Z'),
  })
})

test('a card that fails on renewal is tried again, and then the subscription ends', async () => {
  clock.set('2026-05-01T10:00:00Z')
  const { id } = await aSubscription('pm_card_chargeCustomerFail', { off_session: false })
  await one.play('2026-06-01T12:00:00Z')
  const late = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
  expect(late.status).toBe('past_due')
  expect(late.latest_invoice).toMatchObject({
    status: 'open',
    attempt_count: 1,
    next_payment_attempt: seconds('2026-06-04T11:00:00Z'),
  })
  await one.play('2026-07-01T12:00:00Z')
  const ended = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
  expect(ended.status).toBe('canceled')
  expect(ended.ended_at).toBe(seconds('2026-06-16T11:00:00Z'))
  expect(ended.cancellation_details?.reason).toBe('payment_failed')
  expect(ended.latest_invoice).toMatchObject({ attempt_count: 4, next_payment_attempt: null, status: 'open' })
})

test('a repaired card pays what is open, which brings it back', async () => {
  clock.set('2026-08-01T10:00:00Z')
  const { id, customer } = await aSubscription('pm_card_chargeCustomerFail', { off_session: false })
  await one.play('2026-09-01T12:00:00Z')
  const { latest_invoice } = await stripe.subscriptions.retrieve(id)
  await expect(stripe.invoices.pay(latest_invoice as string)).rejects.toMatchObject({
    type: 'StripeCardError',
    code: 'card_declined',
    decline_code: 'generic_decline',
    statusCode: 402,
  })
  const better = await stripe.paymentMethods.attach('pm_card_visa', {
    customer: (customer as Stripe.Customer).id,
  })
  await stripe.subscriptions.update(id, { default_payment_method: better.id })
  expect((await stripe.invoices.pay(latest_invoice as string)).status).toBe('paid')
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('active')
})

test('it ends at the end of its period when asked, unless that is taken back', async () => {
  clock.set('2026-10-01T10:00:00Z')
  const [leaves, stays] = [await aSubscription('pm_card_visa'), await aSubscription('pm_card_visa')]
  const asked = await stripe.subscriptions.update(leaves.id, {
    cancel_at_period_end: true,
    cancellation_details: { feedback: 'too_expensive', comment: 'Rent' },
  })
  expect(asked).toMatchObject({ status: 'active', cancel_at: seconds('2026-11-01T10:00:00Z') })
  expect(asked.cancellation_details).toMatchObject({ reason: 'cancellation_requested', comment: 'Rent' })
  await stripe.subscriptions.update(stays.id, { cancel_at_period_end: true })
  await stripe.subscriptions.update(stays.id, { cancel_at_period_end: false })
  await one.play('2026-11-02T10:00:00Z')
  expect(await stripe.subscriptions.retrieve(leaves.id)).toMatchObject({
    status: 'canceled',
    ended_at: seconds('2026-11-01T10:00:00Z'),
  })
  expect((await stripe.subscriptions.retrieve(stays.id)).status).toBe('active')
})

test('a trial asks for nothing until it ends', async () => {
  clock.set('2026-12-01T10:00:00Z')
  const trial = await aSubscription('pm_card_visa', { trial_period_days: 14 })
  expect(trial).toMatchObject({ status: 'trialing', latest_invoice: { amount_due: 0, status: 'paid' } })
  await one.play('2026-12-16T10:00:00Z')
  const paid = await stripe.subscriptions.retrieve(trial.id, { expand: ['latest_invoice'] })
  expect(paid).toMatchObject({ status: 'active', latest_invoice: { amount_paid: 1000, status: 'paid' } })
  expect(paid.items.data[0]?.current_period_end).toBe(seconds('2027-01-15T10:00:00Z'))
  const told = await stripe.events.list({ type: 'customer.subscription.trial_will_end' })
  expect(told.data[0]?.created).toBe(seconds('2026-12-12T10:00:00Z'))
})

test('a dearer price is settled by the second, at the next renewal or at once', async () => {
  clock.set('2027-04-01T10:00:00Z')
  const dear = await aPrice(2000)
  const { id, items } = await aSubscription('pm_card_visa')
  clock.set('2027-04-16T10:00:00Z')
  const changed = await stripe.subscriptions.update(id, {
    items: [{ id: items.data[0]?.id, price: dear.id }],
    proration_behavior: 'always_invoice',
    expand: ['latest_invoice'],
  })
  expect(changed.latest_invoice).toMatchObject({
    billing_reason: 'subscription_update',
    amount_paid: 500,
    status: 'paid',
  })
  await one.play('2027-05-01T12:00:00Z')
  const renewed = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
  expect(renewed.latest_invoice).toMatchObject({ amount_paid: 2000 })
})

test('another period begins at once, and what was unused is given back', async () => {
  clock.set('2027-06-01T10:00:00Z')
  const yearly = await aPrice(10_000, 'year')
  const { id, items } = await aSubscription('pm_card_visa')
  clock.set('2027-06-16T10:00:00Z')
  const changed = await stripe.subscriptions.update(id, {
    items: [{ id: items.data[0]?.id, price: yearly.id }],
    expand: ['latest_invoice'],
  })
  expect(changed.latest_invoice).toMatchObject({ amount_paid: 9500, status: 'paid' })
  expect(changed.items.data[0]).toMatchObject({
    current_period_start: seconds('2027-06-16T10:00:00Z'),
    current_period_end: seconds('2028-06-16T10:00:00Z'),
  })
})

test('while collection is paused nothing is asked for, until the day it resumes', async () => {
  clock.set('2029-01-01T10:00:00Z')
  const { id } = await aSubscription('pm_card_visa')
  await stripe.subscriptions.update(id, {
    pause_collection: { behavior: 'void', resumes_at: seconds('2029-03-15T00:00:00Z') },
  })
  await one.play('2029-04-02T10:00:00Z')
  const invoices = await stripe.invoices.list({ subscription: id })
  expect(invoices.data.map(({ status }) => status)).toEqual(['paid', 'void', 'void', 'paid'])
  expect((await stripe.subscriptions.retrieve(id)).pause_collection).toBeNull()
})

test('a coupon counts for as long as it lasts', async () => {
  clock.set('2030-01-01T10:00:00Z')
  const once = await stripe.coupons.create({ percent_off: 50, duration: 'once' })
  const months = await stripe.coupons.create({
    amount_off: 300,
    currency: 'eur',
    duration: 'repeating',
    duration_in_months: 2,
  })
  const first = await aSubscription('pm_card_visa', { discounts: [{ coupon: once.id }] })
  const second = await aSubscription('pm_card_visa', { discounts: [{ coupon: months.id }] })
  await one.play('2030-04-02T10:00:00Z')
  const paid = async (subscription: string) =>
    (await stripe.invoices.list({ subscription })).data.map(invoice => invoice.amount_paid).reverse()
  expect(await paid(first.id)).toEqual([500, 1000, 1000, 1000])
  expect(await paid(second.id)).toEqual([700, 700, 1000, 1000])
  expect((await stripe.coupons.retrieve(once.id)).times_redeemed).toBe(1)
})

test('a refused first payment makes no subscription where that is asked for, and an incomplete one otherwise', async () => {
  clock.set('2031-01-01T10:00:00Z')
  await expect(
    aSubscription('pm_card_chargeDeclinedInsufficientFunds', { payment_behavior: 'error_if_incomplete' }),
  ).rejects.toMatchObject({ type: 'StripeCardError', decline_code: 'insufficient_funds' })
  const half = await aSubscription('pm_card_chargeDeclined')
  expect(half.status).toBe('incomplete')
  await one.play('2031-01-02T10:00:00Z')
  expect(await stripe.subscriptions.retrieve(half.id, { expand: ['latest_invoice'] })).toMatchObject({
    status: 'incomplete_expired',
    latest_invoice: { status: 'void' },
  })
})

test('a bank that asks each time cannot be asked at a renewal', async () => {
  clock.set('2032-01-01T10:00:00Z')
  const easy = await aSubscription('pm_card_authenticationRequiredOnSetup')
  expect(easy.status).toBe('incomplete')
  await stripe.subscriptions.cancel(easy.id)
  expect((await stripe.subscriptions.retrieve(easy.id)).status).toBe('canceled')
})
