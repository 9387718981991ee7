import { expect, test } from 'vitest'
import { expectValidHtml } from '../../../test/browser/expect-valid-html.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { visitor } from '../../../test/builders/visitor.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const { house, serve } = await testHouse({ clock })
const base = await serve()
const stripe = await house.payments.stripe()

const typed = (number: string) => ({ number, expires: '12/34', cvc: '123' })

async function aMember(card = 'pm_card_visa') {
  const { id: customer } = await stripe.customers.create({ email: 'ada@paper.example', name: 'Ada' })
  const { id: method } = await stripe.paymentMethods.attach(card, { customer })
  const price = await stripe.prices.create({
    currency: 'eur',
    unit_amount: 1000,
    recurring: { interval: 'month' },
    product_data: { name: 'Member' },
  })
  const { id } = await stripe.subscriptions.create({
    customer,
    default_payment_method: method,
    items: [{ price: price.id }],
    off_session: false,
  })
  return { customer, subscription: id }
}

async function portal(customer: string, more: object = {}): Promise<string> {
  const { url } = await stripe.billingPortal.sessions.create({
    customer,
    return_url: 'http://localhost:4000/account',
    ...more,
  })
  return new URL(url).pathname
}

test('the portal shows the card, what renews, and the invoices', async () => {
  const { customer } = await aMember()
  const path = await portal(customer)
  const reader = visitor(base)
  const { text } = await reader.get(path)
  await expectValidHtml(text)
  expect(text).toContain('Visa, ending in 4242')
  expect(text).toContain('€10 a month')
  expect(text).toContain('Renews on')
  expect(text).toContain('href="http://localhost:4000/account"')
  const invoice = /\/practice\/invoice\/in_\w+/.exec(text)?.[0] ?? ''
  const page = await reader.get(invoice)
  await expectValidHtml(page.text)
  expect(page.text).toContain('paid')
  expect(page.text).not.toContain('name="number"')
})

test('another card is used from now on, once its bank agreed', async () => {
  const { customer, subscription } = await aMember()
  const path = await portal(customer)
  const reader = visitor(base)
  await reader.get(path)
  const wrong = await reader.post(`${path}/card`, typed('4242424242424241'))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('A digit of this number is wrong.')
  const declined = await reader.post(`${path}/card`, typed('4000000000000002'))
  expect(declined.status).toBe(402)
  await expectValidHtml(declined.text)
  const asks = await reader.post(`${path}/card`, typed('4000002500003155'))
  expect(asks.location).toMatch(/^\/practice\/approve\/seti_/)
  expect((await reader.get(asks.location)).text).toContain('to charge this card from now on')
  const refused = await reader.post(asks.location, { answer: 'refuse' })
  expect(refused.location).toBe(`${path}?done=refused`)
  const before = await stripe.subscriptions.retrieve(subscription, { expand: ['default_payment_method'] })
  expect(before.default_payment_method).toMatchObject({ card: { last4: '4242' } })
  const kept = await reader.post(`${path}/card`, typed('5555555555554444'))
  expect(kept.location).toBe(`${path}?done=card`)
  expect((await reader.get(kept.location)).text).toContain('The new card is used from now on.')
  const after = await stripe.subscriptions.retrieve(subscription, {
    expand: ['default_payment_method', 'customer.invoice_settings.default_payment_method'],
  })
  expect(after).toMatchObject({
    default_payment_method: { card: { last4: '4444' } },
    customer: { invoice_settings: { default_payment_method: { card: { brand: 'mastercard' } } } },
  })
})

test('a membership is cancelled at its end, and can carry on', async () => {
  const { customer, subscription } = await aMember()
  const path = await portal(customer)
  const reader = visitor(base)
  await reader.get(path)
  const act = (what: string) => reader.post(`${path}/subscription`, { subscription, act: what })
  expect((await act('end')).location).toBe(`${path}?done=ended`)
  expect(await stripe.subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: true })
  expect((await reader.get(path)).text).toContain('Ends on')
  expect((await act('resume')).location).toBe(`${path}?done=resumed`)
  expect(await stripe.subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: false })
  const stranger = await aMember()
  const other = await reader.post(`${path}/subscription`, { subscription: stranger.subscription, act: 'end' })
  expect(other.status).toBe(200)
  expect(await stripe.subscriptions.retrieve(stranger.subscription)).toMatchObject({
    cancel_at_period_end: false,
  })
})

test('a portal that was opened for one thing shows that, and leads back', async () => {
  const { customer } = await aMember()
  const path = await portal(customer, {
    flow_data: {
      type: 'payment_method_update',
      after_completion: {
        type: 'redirect',
        redirect: { return_url: 'http://localhost:4000/account?card=new' },
      },
    },
  })
  const reader = visitor(base)
  expect((await reader.get(path)).text).not.toContain('What renews')
  const kept = await reader.post(`${path}/card`, typed('378282246310005'))
  expect(kept.location).toBe('http://localhost:4000/account?card=new')
})

test('an address of an hour ago has ended', async () => {
  const { customer } = await aMember()
  const path = await portal(customer)
  const now = clock.now()
  clock.advance(3700)
  expect((await visitor(base).get(path)).status).toBe(410)
  clock.set(now)
  expect((await visitor(base).get('/practice/portal/bps_000000000000000000000000')).status).toBe(410)
})

test('an open invoice is paid at its page, once, and the card is kept', async () => {
  const { subscription } = await aMember('pm_card_chargeCustomerFail')
  clock.set('2026-12-23T09:00:00Z')
  await (await house.payments.practice()).runDue(clock.now())
  const late = await stripe.subscriptions.retrieve(subscription, { expand: ['latest_invoice'] })
  expect(late.status).toBe('past_due')
  const invoice = late.latest_invoice as { id: string; hosted_invoice_url?: string | null }
  const path = new URL(invoice.hosted_invoice_url!).pathname
  const reader = visitor(base)
  const page = await reader.get(path)
  await expectValidHtml(page.text)
  expect(page.text).toContain('Pay €10')
  expect((await reader.post(path, typed('4000000000009995'))).status).toBe(402)
  const asks = await reader.post(path, typed('4000002760003184'))
  await reader.get(asks.location)
  const approved = await reader.post(asks.location, { answer: 'approve' })
  expect(approved.location).toBe(path)
  expect((await reader.post(path, typed('4242424242424242'))).location).toBe(path)
  const paid = await stripe.subscriptions.retrieve(subscription, { expand: ['latest_invoice.payments'] })
  expect(paid).toMatchObject({ status: 'active', latest_invoice: { status: 'paid', amount_paid: 1000 } })
  const charges = await stripe.charges.list({ customer: paid.customer as string })
  expect(charges.data.filter(({ status }) => status === 'succeeded')).toHaveLength(2)
})

test.each(['uk', 'ar'])('the portal speaks %s', async locale => {
  const { customer } = await aMember()
  const { text } = await visitor(base).get(await portal(customer, { locale }))
  expect(text).toContain(`<html lang="${locale}"`)
  await expectValidHtml(text)
})
