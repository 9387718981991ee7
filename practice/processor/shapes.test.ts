import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { testProcessor } from '../../test/builders/practice-processor.ts'

// Stripe's published examples, and its client's types, which say what may be null or left out.
const examples = JSON.parse(readFileSync('test/fixtures/stripe/objects.json', 'utf8')) as Record<
  string,
  Group
>
const client = 'node_modules/stripe/esm/'
/** What stands inside other objects. */
const shared = ['resources/Prices', 'resources/Plans', 'shared']

type Group = Record<string, unknown>

const one = await testProcessor()
const { stripe, processor, clock } = one
const made: Record<string, Group> = {}

/** As it goes over the wire, before the client makes anything else of it. */
async function raw(path: string): Promise<Group> {
  const answer = await fetch(`http://${processor.host}:${processor.port}/v1/${path}`, {
    headers: { authorization: `Bearer ${processor.apiKey}` },
  })
  return (await answer.json()) as Group
}

beforeAll(async () => {
  clock.set('2026-01-05T10:00:00Z')
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' })
  const code = await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: coupon.id } })
  const customer = await stripe.customers.create({ email: 'ada@paper.example', address: { country: 'IE' } })
  const method = await stripe.paymentMethods.attach('pm_card_createDispute', { customer: customer.id })
  const price = await stripe.prices.create({
    currency: 'eur',
    unit_amount: 1000,
    recurring: { interval: 'month' },
    product_data: { name: 'Member' },
  })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    default_payment_method: method.id,
    discounts: [{ coupon: coupon.id }],
  })
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    customer: customer.id,
    line_items: [{ price_data: { currency: 'eur', unit_amount: 500, product_data: { name: 'Gift' } } }],
    success_url: 'http://localhost:4000/thanks',
  })
  const setup = await stripe.setupIntents.create({ customer: customer.id })
  const portal = await stripe.billingPortal.sessions.create({ customer: customer.id })
  const endpoint = await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:1/', enabled_events: ['*'] })
  await stripe.webhookEndpoints.update(endpoint.id, { disabled: true })
  const testClock = await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 })
  const item = await stripe.invoiceItems.create({ customer: customer.id, amount: 100, currency: 'eur' })
  const paid = await stripe.paymentIntents.create({
    amount: 700,
    currency: 'eur',
    payment_method: 'pm_card_visa',
    confirm: true,
  })
  const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 100 })
  await one.play('2026-01-05T10:10:00Z')
  const [dispute] = (await stripe.disputes.list()).data
  const [event] = (await stripe.events.list()).data
  const [payment] = (await stripe.invoicePayments.list()).data
  const [balance] = (await stripe.balanceTransactions.list()).data
  const paths: Record<string, string> = {
    coupon: `coupons/${coupon.id}`,
    promotion_code: `promotion_codes/${code.id}`,
    customer: `customers/${customer.id}`,
    payment_method: `payment_methods/${method.id}`,
    price: `prices/${price.id}`,
    product: `products/${price.product as string}`,
    subscription: `subscriptions/${subscription.id}`,
    invoice: `invoices/${subscription.latest_invoice as string}`,
    invoiceitem: `invoiceitems/${item.id}`,
    invoice_payment: `invoice_payments/${payment?.id}`,
    'checkout.session': `checkout/sessions/${session.id}`,
    setup_intent: `setup_intents/${setup.id}`,
    payment_intent: `payment_intents/${paid.id}`,
    charge: `charges/${paid.latest_charge as string}?expand[]=refunds`,
    refund: `refunds/${refund.id}`,
    dispute: `disputes/${dispute?.id}`,
    balance_transaction: `balance_transactions/${balance?.id}`,
    'billing_portal.session': 'billing_portal/sessions',
    'billing_portal.configuration': `billing_portal/configurations/${portal.configuration as string}`,
    event: `events/${event?.id}`,
    webhook_endpoint: `webhook_endpoints/${endpoint.id}`,
    'test_helpers.test_clock': `test_helpers/test_clocks/${testClock.id}`,
  }
  for (const [kind, path] of Object.entries(paths)) made[kind] = await raw(path)
  // A portal's session is only ever answered to who made it.
  made['billing_portal.session'] = portal as unknown as Group
  const whole = await raw(`subscriptions/${subscription.id}?expand[]=discounts`)
  made.discount = (whole.discounts as Group[])[0]!
  made.subscription_item = ((whole.items as Group).data as Group[])[0]!
  made.plan = made.subscription_item.plan as Group
  made.line_item = ((made.invoice!.lines as Group).data as Group[])[0]!
  made.item = ((await raw(`checkout/sessions/${session.id}/line_items`)).data as Group[])[0]!
  await stripe.customers.del(customer.id)
  made.deleted_customer = await raw(`customers/${customer.id}`)
})

/** Where the client says what an object is. */
const files: Record<string, string> = {
  balance_transaction: 'BalanceTransactions',
  'billing_portal.configuration': 'BillingPortal/Configurations',
  'billing_portal.session': 'BillingPortal/Sessions',
  charge: 'Charges',
  'checkout.session': 'Checkout/Sessions',
  coupon: 'Coupons',
  customer: 'Customers',
  deleted_customer: 'Customers',
  discount: 'Discounts',
  dispute: 'Disputes',
  event: 'Events',
  invoice: 'Invoices',
  invoice_payment: 'InvoicePayments',
  invoiceitem: 'InvoiceItems',
  item: 'LineItems',
  line_item: 'InvoiceLineItems',
  payment_intent: 'PaymentIntents',
  payment_method: 'PaymentMethods',
  plan: 'Plans',
  price: 'Prices',
  product: 'Products',
  promotion_code: 'PromotionCodes',
  refund: 'Refunds',
  setup_intent: 'SetupIntents',
  subscription: 'Subscriptions',
  subscription_item: 'SubscriptionItems',
  'test_helpers.test_clock': 'TestHelpers/TestClocks',
  webhook_endpoint: 'WebhookEndpoints',
}

/** The examples still have it; the version that is spoken says it in `parent.subscription_details`. */
const gone = ['invoice.subscription']

test.each(Object.keys(files))('%s has every field of the published example, of the same type', kind => {
  const declared = [`resources/${files[kind]}`, ...shared]
    .map(name => readFileSync(`${client}${name}.d.ts`, 'utf8'))
    .join('\n')
  const mine = made[kind]
  expect(mine, kind).toBeDefined()
  expect(differences(kind, examples[kind]!, mine!, declared)).toEqual([])
})

test('no object that is kept shows what it hides', async () => {
  const rows = await one.db.selectFrom('practice_objects').select('data').execute()
  for (const { data } of rows)
    expect(JSON.stringify(data)).not.toMatch(/4000000000000259|4242424242424242|declinesLater/)
})

function differences(path: string, example: Group, mine: Group, declared: string): string[] {
  return Object.entries(example).flatMap(([name, theirs]) => {
    const at = `${path}.${name}`
    if (gone.includes(at)) return []
    const value = mine[name]
    if (value === undefined) return mayBeMissing(name, declared, at) ? [] : [`${at} is missing`]
    if (value === null || theirs === null)
      return theirs === null || mayBeNull(name, declared) ? [] : [`${at} is null`]
    if (typeOf(value) !== typeOf(theirs)) return [`${at} is ${typeOf(value)}, not ${typeOf(theirs)}`]
    return isGroup(value) && isGroup(theirs) && !['metadata', 'object'].includes(name)
      ? differences(at, theirs, value, declared)
      : []
  })
}

/** Below the first level a field may be left out where the client says so: what another way to pay would have. */
function mayBeMissing(name: string, declared: string, at: string): boolean {
  return at.split('.').length > 2 + (at.match(/^(checkout|billing_portal|test_helpers)\./) ? 1 : 0)
    ? new RegExp(`\\b${name}\\?:`).test(declared)
    : false
}

function mayBeNull(name: string, declared: string): boolean {
  return new RegExp(`\\b${name}\\??: [^;]*\\| null;`).test(declared)
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value
}

function isGroup(value: unknown): value is Group {
  return typeOf(value) === 'object'
}
