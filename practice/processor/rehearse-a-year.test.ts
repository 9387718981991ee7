import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { hearEvents, testProcessor } from '../../test/builders/practice-processor.ts'

const one = await testProcessor()
const { stripe, processor, clock } = one

async function member(card: string, interval: 'month' | 'year') {
  const { id: customer } = await stripe.customers.create({ email: `${interval}@paper.example` })
  const { id: method } = await stripe.paymentMethods.attach(card, { customer })
  const price = await stripe.prices.create({
    currency: 'eur',
    unit_amount: interval === 'month' ? 1000 : 10_000,
    recurring: { interval },
    product_data: { name: 'Member' },
  })
  return stripe.subscriptions.create({
    customer,
    default_payment_method: method,
    items: [{ price: price.id }],
    // As at a page, its owner being there.
    off_session: false,
  })
}

test('a year plays in order, each thing at its own moment, and is told as it happens', async () => {
  clock.set('2026-01-01T12:00:00Z')
  const heard = await hearEvents()
  processor.deliverTo(heard.url)
  const monthly = await member('pm_card_visa', 'month')
  const yearly = await member('pm_card_visa', 'year')
  const failing = await member('pm_card_chargeCustomerFail', 'month')
  await one.play('2027-01-02T00:00:00Z')

  const paid = async (subscription: string) =>
    (await stripe.invoices.list({ subscription, status: 'paid', limit: 100 })).data.length
  expect(await paid(monthly.id)).toBe(13)
  expect(await paid(yearly.id)).toBe(2)
  expect(await paid(failing.id)).toBe(1)
  expect(await stripe.subscriptions.retrieve(failing.id)).toMatchObject({
    status: 'canceled',
    ended_at: Date.parse('2026-02-16T13:00:00Z') / 1000,
  })

  const times = heard.events.map(({ created }) => created)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  const failures = heard.events.filter(({ type }) => type === 'invoice.payment_failed')
  expect(failures.map(({ created }) => new Date(created * 1000).toISOString())).toEqual([
    '2026-02-01T13:00:00.000Z',
    '2026-02-04T13:00:00.000Z',
    '2026-02-09T13:00:00.000Z',
    '2026-02-16T13:00:00.000Z',
  ])
  const upcoming = heard.events.filter(({ type }) => type === 'invoice.upcoming')
  expect(upcoming.map(({ data }) => (data.object as Stripe.Invoice).amount_due)).toContain(10_000)
  expect(heard.events.filter(({ type }) => type === 'customer.subscription.deleted')).toHaveLength(1)

  const charges: Stripe.Charge[] = []
  for await (const charge of stripe.charges.list({ limit: 100 })) charges.push(charge)
  const balance: Stripe.BalanceTransaction[] = []
  for await (const line of stripe.balanceTransactions.list({ limit: 100 })) balance.push(line)
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  expect(sum(charges.filter(({ paid: was }) => was).map(({ amount }) => amount))).toBe(14 * 1000 + 2 * 10_000)
  expect(sum(balance.map(({ amount }) => amount))).toBe(34_000)
}, 60_000)
