import type Stripe from 'stripe'
import { letters, newId } from '../kinds.ts'
import { mergeMetadata } from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { keep, need, type Till } from '../till.ts'
import { type CheckoutPlan, type CheckoutTotals, totalsOf } from './checkout-plan.ts'
import type { AskedSession } from './checkout-sessions.ts'
import { needCustomer } from './customers.ts'
import { createPrice } from './prices.ts'

const day = 86_400
const nothing: CheckoutTotals = {
  items: [],
  currency: 'usd',
  subtotal: 0,
  off: 0,
  now: 0,
  renewal: 0,
  trialEnd: null,
}

/** Makes a checkout: what it is to make is planned here, and made once it is paid. */
export async function makeSession(till: Till, given: AskedSession): Promise<Stripe.Checkout.Session> {
  refuseWhatCannotBe(till, given)
  const customer = given.customer ? await needCustomer(till, given.customer, 'customer') : null
  const plan = await planOf(till, given)
  const totals = given.mode === 'setup' ? nothing : await totalsOf(till, plan, given.customer ?? null)
  requireFitting(given, totals)
  const session = blankSession(till, given, totals, customer)
  return keep(till, session, {
    hidden: plan,
    due: session.expires_at,
    clock: customer?.test_clock as string | null,
  })
}

async function planOf(till: Till, given: AskedSession): Promise<CheckoutPlan> {
  const { subscription_data: later = {}, customer_update: updates, invoice_creation: invoice } = given
  const items: CheckoutPlan['items'] = []
  for (const [at, item] of (given.line_items ?? []).entries()) {
    const { price, price_data } = item
    if (!price === !price_data)
      throw invalidRequest(
        `You must specify either \`price\` or \`price_data\` of line_items[${at}].`,
        `line_items[${at}][price]`,
        'parameter_missing',
      )
    const found = price
      ? await need(till, 'price', price, `line_items[${at}][price]`)
      : await createPrice(till, { ...price_data!, active: false })
    if (price && !found.active)
      throw invalidRequest(
        'The price specified is inactive. This field only accepts active prices.',
        `line_items[${at}][price]`,
      )
    items.push({
      id: `li_${letters(24)}`,
      price: found.id,
      quantity: item.quantity,
      metadata: mergeMetadata({}, item.metadata),
    })
  }
  return {
    items,
    discounts: given.discounts ?? [],
    subscription: {
      metadata: later.metadata,
      description: later.description,
      trialEnd: later.trial_end ?? null,
      trialDays: later.trial_period_days ?? null,
      missingPaymentMethod: later.trial_settings?.end_behavior.missing_payment_method,
    },
    payment: given.payment_intent_data ?? {},
    setup: given.setup_intent_data ?? {},
    invoice: invoice?.enabled ? (invoice.invoice_data ?? {}) : null,
    updates: { name: updates?.name === 'auto', address: updates?.address === 'auto' },
  }
}

function refuseWhatCannotBe(till: Till, given: AskedSession): void {
  const { mode, line_items, expires_at } = given
  if (mode !== 'setup' && !line_items?.length)
    throw invalidRequest('Missing required param: line_items.', 'line_items', 'parameter_missing')
  if (given.customer && given.customer_email)
    throw invalidRequest(
      'You may only specify one of these parameters: customer, customer_email.',
      'customer',
    )
  if (given.discounts && given.allow_promotion_codes)
    throw invalidRequest(
      'You may only specify one of these parameters: allow_promotion_codes, discounts.',
      'discounts',
    )
  if (given.customer_update && !given.customer)
    throw invalidRequest('`customer_update` can only be used with `customer`.', 'customer_update')
  if (mode !== 'subscription' && given.subscription_data)
    throw invalidRequest('You can not pass `subscription_data` in this mode.', 'subscription_data')
  if (mode !== 'payment' && given.payment_intent_data)
    throw invalidRequest(
      `You can not pass \`payment_intent_data\` in \`${mode}\` mode.`,
      'payment_intent_data',
    )
  if (mode !== 'payment' && given.customer_creation)
    throw invalidRequest('`customer_creation` can only be used in `payment` mode.', 'customer_creation')
  if (mode !== 'payment' && given.invoice_creation)
    throw invalidRequest('`invoice_creation` can only be used in `payment` mode.', 'invoice_creation')
  if (expires_at && (expires_at < till.at + 1800 || expires_at > till.at + day))
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session creation.',
      'expires_at',
    )
}

function requireFitting({ mode }: AskedSession, { items }: CheckoutTotals): void {
  const renewing = items.filter(({ price }) => price.recurring)
  if (mode === 'subscription' && renewing.length === 0)
    throw invalidRequest(
      'You must provide at least one recurring price in `subscription` mode.',
      'line_items',
    )
  if (mode === 'payment' && renewing.length > 0)
    throw invalidRequest('You specified `payment` mode but passed a recurring price.', 'line_items')
  if (items.some(({ price }) => price.currency !== items[0]?.price.currency))
    throw invalidRequest('All prices must be in the same currency.', 'line_items')
}

function blankSession(
  till: Till,
  given: AskedSession,
  totals: CheckoutTotals,
  customer: Stripe.Customer | null,
): Stripe.Checkout.Session {
  const { mode } = given
  const id = newId('checkout.session')
  const setup = mode === 'setup'
  const email = given.customer_email ?? customer?.email ?? null
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: given.adaptive_pricing ?? { enabled: false },
    after_expiration: null,
    allow_promotion_codes: given.allow_promotion_codes ?? null,
    allowed_payment_method_types: null,
    amount_subtotal: setup ? null : totals.subtotal,
    amount_total: setup ? null : totals.now,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: given.billing_address_collection ?? null,
    cancel_url: given.cancel_url ?? null,
    client_reference_id: given.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: till.at,
    currency: setup ? (given.currency ?? null) : totals.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: given.custom_text?.submit ?? null,
      terms_of_service_acceptance: null,
    },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation:
      mode === 'payment' ? (given.customer_creation ?? 'if_required') : setup ? null : 'always',
    customer_details: email
      ? {
          address: null,
          business_name: null,
          email,
          individual_name: null,
          name: null,
          phone: null,
          tax_exempt: 'none',
          tax_ids: null,
        }
      : null,
    customer_email: given.customer_email ?? null,
    discounts: (given.discounts ?? []).map(one => ({
      coupon: one.coupon ?? null,
      promotion_code: one.promotion_code ?? null,
    })),
    expires_at: given.expires_at ?? till.at + day,
    integration_identifier: null,
    invoice: null,
    invoice_creation:
      mode === 'payment'
        ? {
            enabled: given.invoice_creation?.enabled ?? false,
            invoice_data: {
              account_tax_ids: null,
              custom_fields: null,
              description: given.invoice_creation?.invoice_data?.description ?? null,
              footer: given.invoice_creation?.invoice_data?.footer ?? null,
              issuer: null,
              metadata: mergeMetadata({}, given.invoice_creation?.invoice_data?.metadata),
              rendering_options: null,
            },
          }
        : null,
    livemode: false,
    locale: given.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, given.metadata),
    mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: given.payment_method_collection ?? (setup ? null : 'always'),
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: setup || totals.now === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: given.submit_type ?? null,
    subscription: null,
    success_url: given.success_url,
    total_details: setup ? null : { amount_discount: totals.off, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${till.siteUrl}/practice/checkout/${id}`,
    wallet_options: null,
  } as Stripe.Checkout.Session
}
