import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { expectValidHtml } from '../../../test/browser/expect-valid-html.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { visitor } from '../../../test/builders/visitor.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const { house, serve } = await testHouse({ clock })
const base = await serve()
const stripe = await house.payments.stripe()

const paying = { name: 'Ada Lovelace', country: 'GB', expires: '12/34', cvc: '123' }
const card = (number: string) => ({ ...paying, email: 'ada@paper.example', number })

type Asked = Partial<Stripe.Checkout.SessionCreateParams>

async function checkout(more: Asked = {}): Promise<{ id: string; path: string }> {
  const { id, url } = await stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [
      {
        price_data: {
          currency: 'eur',
          unit_amount: 1000,
          recurring: { interval: 'month' },
          product_data: { name: 'Member <b>' },
        },
      },
    ],
    success_url: 'http://localhost:4000/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://localhost:4000/join',
    ...more,
  })
  return { id, path: new URL(url!).pathname }
}

const single: Asked = {
  mode: 'payment',
  line_items: [
    { price_data: { currency: 'eur', unit_amount: 5000, product_data: { name: 'One gift of money' } } },
  ],
}

test('it says that it is practice, what is bought, and the amount with its period on the button', async () => {
  const { path } = await checkout()
  const { text, headers } = await visitor(base).get(path)
  await expectValidHtml(text)
  expect(text).toContain('No money moves')
  expect(text).toContain('Member &lt;b>')
  expect(text).toContain('Pay €10 a month')
  expect(text).toContain('href="http://localhost:4000/join"')
  expect(headers.get('cache-control')).toContain('no-store')
})

test('an accepted card makes the membership and leads on; pressed twice it pays once', async () => {
  const { id, path } = await checkout({
    metadata: { tier: '7' },
    subscription_data: { metadata: { tier: '7' } },
  })
  const reader = visitor(base)
  await reader.get(path)
  const [first, second] = await Promise.all([
    reader.post(path, card('4242 4242 4242 4242')),
    reader.post(path, card('4242424242424242')),
  ])
  for (const answer of [first, second]) {
    expect(answer.status).toBe(303)
    expect(answer.location).toBe(`http://localhost:4000/thanks?session=${id}`)
  }
  const session = await stripe.checkout.sessions.retrieve(id, {
    expand: ['subscription.default_payment_method', 'customer', 'line_items', 'invoice'],
  })
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', amount_total: 1000, url: null })
  expect(session.customer_details).toMatchObject({ email: 'ada@paper.example', name: 'Ada Lovelace' })
  expect(session.subscription).toMatchObject({
    status: 'active',
    metadata: { tier: '7' },
    default_payment_method: { card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 } },
  })
  expect(session.invoice).toMatchObject({ status: 'paid', amount_paid: 1000 })
  expect(session.line_items?.data[0]).toMatchObject({ amount_total: 1000, description: 'Member <b>' })
  const { id: customer } = session.customer as Stripe.Customer
  expect((await stripe.charges.list({ customer })).data).toHaveLength(1)
  const again = await reader.get(path)
  expect(again.text).toContain('This has been paid')
})

test.each([
  ['4000000000000002', 'The bank declined this card.', 'generic_decline'],
  ['4000000000009995', 'There is not enough money on this card.', 'insufficient_funds'],
  ['4000000000000069', 'no longer valid', 'expired_card'],
  ['4000000000000127', 'The security code is not right.', 'incorrect_cvc'],
])('%s is declined, and what was typed is kept but for the card', async (number, sentence, code) => {
  const { id, path } = await checkout()
  const reader = visitor(base)
  await reader.get(path)
  const refused = await reader.post(path, card(number))
  expect(refused.status).toBe(402)
  expect(refused.text).toContain(sentence)
  expect(refused.text).toContain('value="Ada Lovelace"')
  expect(refused.text).toMatch(/<option[^>]*value="GB"[^>]*selected|<option[^>]*selected[^>]*value="GB"/)
  expect(refused.text).not.toContain(`value="${number}"`)
  const session = await stripe.checkout.sessions.retrieve(id)
  expect(session).toMatchObject({ status: 'open', subscription: null })
  const { data } = await stripe.charges.list({ limit: 1 })
  expect(data[0]).toMatchObject({ status: 'failed', outcome: { reason: code } })
  const paid = await reader.post(path, card('5555555555554444'))
  expect(paid.status).toBe(303)
})

test.each([
  [{ number: '4242424242424241' }, 'A digit of this number is wrong.'],
  [{ number: '4111111111111111' }, 'This is no test card.'],
  [{ number: '' }, 'Type the number of a test card.'],
  [{ expires: '13/34' }, 'Type month and year'],
  [{ expires: '10/26' }, 'This card is no longer valid.'],
  [{ cvc: '12' }, 'security code'],
  [{ email: 'ada' }, 'Type an e-mail address'],
  [{ name: ' ' }, 'Type the name on the card.'],
  [{ country: 'XX' }, 'Choose a country.'],
])('%j is refused beside its field', async (change, sentence) => {
  const { path } = await checkout()
  const reader = visitor(base)
  await reader.get(path)
  const answer = await reader.post(path, { ...card('4242424242424242'), ...change })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
  await expectValidHtml(answer.text)
})

test.each(['4000002500003155', '4000002760003184'])(
  'the bank asks for %s, and the answer counts',
  async number => {
    const { id, path } = await checkout(single)
    const reader = visitor(base)
    await reader.get(path)
    const asked = await reader.post(path, card(number))
    expect(asked.location).toMatch(/^\/practice\/approve\/pi_/)
    const question = await reader.get(asked.location)
    await expectValidHtml(question.text)
    expect(question.text).toContain('Do you approve the payment of €50')
    const no = await reader.post(asked.location, { answer: 'refuse' })
    expect(no.location).toBe(path)
    const back = await reader.get(path)
    expect(back.text).toContain('The payment was not approved. Nothing was paid.')
    const again = await reader.post(path, card(number))
    await reader.get(again.location)
    const [yes, twice] = await Promise.all([
      reader.post(again.location, { answer: 'approve' }),
      reader.post(again.location, { answer: 'approve' }),
    ])
    expect(yes.location).toContain(id)
    expect(twice.location).toContain(id)
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
    const intent = session.payment_intent as Stripe.PaymentIntent
    expect(session).toMatchObject({ payment_status: 'paid', customer: null })
    expect(intent.latest_charge).toMatchObject({ amount: 5000, status: 'succeeded' })
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1)
  },
)

test('a promotion code is taken off, and a wrong one is said to be wrong', async () => {
  const coupon = await stripe.coupons.create({ percent_off: 25, duration: 'forever' })
  const { id: promotion } = await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'BIRTHDAY',
  })
  const { id, path } = await checkout({ allow_promotion_codes: true })
  const reader = visitor(base)
  await reader.get(path)
  const wrong = await reader.post(`${path}/code`, { code: 'NOTHING' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('This code is not valid here.')
  expect((await reader.post(`${path}/code`, { code: 'birthday' })).location).toBe(path)
  const page = await reader.get(path)
  expect(page.text).toContain('−€2.50')
  expect(page.text).toContain('Pay €7.50 now')
  await reader.post(path, card('4242424242424242'))
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['subscription.discounts'] })
  expect(session.amount_total).toBe(750)
  expect((session.subscription as Stripe.Subscription).discounts).toMatchObject([
    { promotion_code: promotion },
  ])
  expect((await stripe.promotionCodes.retrieve(promotion)).times_redeemed).toBe(1)
})

test('a trial is paid for when it ends, and a card alone can be kept', async () => {
  const trial = await checkout({ subscription_data: { trial_period_days: 14 } })
  const reader = visitor(base)
  expect((await reader.get(trial.path)).text).toContain('Begin without paying')
  await reader.post(trial.path, card('4242424242424242'))
  const begun = await stripe.checkout.sessions.retrieve(trial.id, { expand: ['subscription'] })
  expect(begun).toMatchObject({ payment_status: 'no_payment_required', subscription: { status: 'trialing' } })
  const customer = begun.customer as string
  const setup = await checkout({ mode: 'setup', currency: 'eur', line_items: undefined, customer })
  const page = await reader.get(setup.path)
  expect(page.text).toContain('Keep this card')
  expect(page.text).toContain('ada@paper.example')
  await reader.post(setup.path, card('5555555555554444'))
  const kept = await stripe.checkout.sessions.retrieve(setup.id, { expand: ['setup_intent.payment_method'] })
  expect((kept.setup_intent as Stripe.SetupIntent).payment_method).toMatchObject({
    customer,
    card: { brand: 'mastercard' },
  })
})

test('an ended page takes no card, and there is no page without its number', async () => {
  const { id, path } = await checkout()
  const reader = visitor(base)
  await reader.get(path)
  await stripe.checkout.sessions.expire(id)
  const late = await reader.post(path, card('4242424242424242'))
  expect(late.status).toBe(410)
  expect(late.text).toContain('Nothing was paid.')
  expect((await reader.get('/practice/checkout/cs_test_doesnotexist1')).status).toBe(404)
  expect((await reader.get('/practice/approve/pi_x')).status).toBe(404)
})

test('a form from elsewhere pays nothing', async () => {
  const { path } = await checkout()
  const answer = await fetch(base + path, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example' },
    body: new URLSearchParams(card('4242424242424242')),
  })
  expect(answer.status).toBe(403)
})

test.each(['en', 'uk', 'es', 'de', 'fr', 'ar'] as const)('the page speaks %s', async locale => {
  const { path } = await checkout({ locale: locale as never })
  const { text } = await visitor(base).get(path)
  expect(text).toContain(`<html lang="${locale}"`)
  await expectValidHtml(text)
})

test('where payments are real there are no such pages', async () => {
  const real = await testHouse({
    clock,
    config: { stripe: { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' } },
  })
  const address = await real.serve()
  const { path } = await checkout()
  for (const page of [
    path,
    '/practice/portal/bps_000000000000000000000000',
    '/practice/invoice/in_000000000000',
  ])
    expect((await fetch(address + page)).status, page).toBe(404)
})

test('a checkout takes no credit, and the next renewal does', async () => {
  const { id: customer } = await stripe.customers.create({ email: 'credit@paper.example' })
  const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const price = async (unit_amount: number) =>
    (
      await stripe.prices.create({
        currency: 'eur',
        unit_amount,
        recurring: { interval: 'month' },
        product_data: { name: 'Member' },
      })
    ).id
  const [dear, cheap] = [await price(3000), await price(1000)]
  const { id, items } = await stripe.subscriptions.create({
    customer,
    default_payment_method: method,
    items: [{ price: dear }],
  })
  await stripe.subscriptions.update(id, {
    items: [{ id: items.data[0]?.id, price: cheap }],
    proration_behavior: 'always_invoice',
  })
  const credited = (await stripe.customers.retrieve(customer)) as Stripe.Customer
  expect(credited.balance).toBe(-2000)
  const { id: session, path } = await checkout({ customer, line_items: [{ price: cheap, quantity: 1 }] })
  const reader = visitor(base)
  await reader.get(path)
  await reader.post(path, card('4242424242424242'))
  const paid = await stripe.checkout.sessions.retrieve(session, { expand: ['invoice'] })
  expect(paid.invoice).toMatchObject({ amount_paid: 1000, amount_due: 1000, ending_balance: -2000 })
  expect(((await stripe.customers.retrieve(customer)) as Stripe.Customer).balance).toBe(-2000)
  clock.set('2026-12-22T11:00:00Z')
  await (await house.payments.practice()).runDue(clock.now())
  expect(((await stripe.customers.retrieve(customer)) as Stripe.Customer).balance).toBe(0)
})
