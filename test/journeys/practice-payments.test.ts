import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { testHouse } from '../builders/test-house.ts'

const one = await testHouse()
const { house } = one
const base = await one.serve()
const stripe = await house.payments.stripe()
const browser = await launchBrowser()
afterAll(() => browser.close())

/** Where a checkout leads on: a page of this house, so that the browser arrives somewhere. */
const thanks = `${base}/news?paid={CHECKOUT_SESSION_ID}`
let customer = ''
let method = ''
let price = ''

beforeAll(async () => {
  customer = (await stripe.customers.create({ email: 'ada@paper.example', name: 'Ada' })).id
  method = (await stripe.paymentMethods.attach('pm_card_visa', { customer })).id
  const made = await stripe.prices.create({
    currency: 'eur',
    unit_amount: 1000,
    recurring: { interval: 'month' },
    product_data: { name: 'Member of the Fortnightly Review of Harbours, Ferries and Coastal Government' },
  })
  price = made.id
})

async function checkout(more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Promise<string> {
  const { url } = await stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price, quantity: 1 }],
    allow_promotion_codes: true,
    success_url: thanks,
    cancel_url: `${base}/news`,
    ...more,
  })
  return base + new URL(url!).pathname
}

test.each([true, false])(
  'a card is typed, the bank asks, and it is paid (scripts: %s)',
  async javaScriptEnabled => {
    const page = await browser.newPage({ javaScriptEnabled })
    await page.goto(await checkout())
    await page.getByLabel('E-mail').fill('eve@paper.example')
    await page.getByLabel('Card number').fill('4000 0000 0000 0002')
    await page.getByLabel('Valid until').fill('12/34')
    await page.getByLabel('Security code').fill('123')
    await page.getByLabel('Name on the card').fill('Eve')
    await page.getByLabel('Country').selectOption('IE')
    await page.getByRole('button', { name: 'Pay €10 a month' }).click()
    await page.getByText('The bank declined this card.').waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe('eve@paper.example')
    expect(await page.getByLabel('Card number').inputValue()).toBe('')
    await page.getByLabel('Card number').fill('4000 0027 6000 3184')
    await page.getByLabel('Valid until').fill('12/34')
    await page.getByLabel('Security code').fill('123')
    await page.getByRole('button', { name: 'Pay €10 a month' }).click()
    await page.getByRole('heading', { name: 'Your bank asks you' }).waitFor()
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.waitForURL(/\/news\?paid=cs_test_/)
    const id = new URL(page.url()).searchParams.get('paid')!
    // Back from the memory of the browser, it is not paid again.
    await page.goBack()
    await page.goto(`${base}/practice/checkout/${id}`)
    await page.getByRole('heading', { name: 'This has been paid' }).waitFor()
    const session = await stripe.checkout.sessions.retrieve(id)
    const charges = await stripe.charges.list({ customer: session.customer as string })
    expect(charges.data.filter(({ status }) => status === 'succeeded')).toHaveLength(1)
    await page.close()
  },
)

test('all of it is done by the keyboard alone', async () => {
  const page = await browser.newPage()
  await page.goto(await checkout({ customer }))
  await page.getByLabel('Card number').focus()
  const type = async (text: string) => {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await type('4242424242424242')
  await type('12/34')
  await type('123')
  await type('Ada')
  await type('Ireland')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/news\?paid=cs_test_/)
  await page.close()
})

test.each([
  ['light', 390],
  ['dark', 1440],
] as const)('nothing is hard to read or to reach (%s, %i)', async (colorScheme, width) => {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
  const subscription = await stripe.subscriptions.create({
    customer,
    default_payment_method: method,
    items: [{ price }],
    expand: ['latest_invoice'],
  })
  const portal = await stripe.billingPortal.sessions.create({ customer, return_url: `${base}/news` })
  const asked = await stripe.paymentIntents.create({
    amount: 1000,
    currency: 'eur',
    payment_method: 'pm_card_authenticationRequired',
    confirm: true,
  })
  const invoice = subscription.latest_invoice as Stripe.Invoice
  const paths = [portal.url, invoice.hosted_invoice_url!, `${base}/practice/approve/${asked.id}`]
  for (const url of [await checkout(), await checkout({ locale: 'ar' as never }), ...paths]) {
    await page.goto(base + new URL(url).pathname)
    for (const summary of await page.locator('summary').all()) await summary.click()
    await expectNoAxeViolations(page)
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(wide, url).toBeLessThanOrEqual(0)
  }
  await page.goto(await checkout())
  await page.getByRole('button', { name: 'Pay €10 a month' }).evaluate(button => {
    ;(button as HTMLButtonElement).form?.setAttribute('novalidate', '')
  })
  await page.getByRole('button', { name: 'Pay €10 a month' }).click()
  await page.getByText('Type the number of a test card.').waitFor()
  await expectNoAxeViolations(page)
  await page.close()
})
