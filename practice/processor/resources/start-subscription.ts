import type Stripe from 'stripe'
import { letters, newId } from '../kinds.ts'
import { aList } from '../lists.ts'
import { nextEnd } from '../periods.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { decimalText, idOf, keep, need, type Till } from '../till.ts'
import { needCustomer } from './customers.ts'
import { type AskedDiscount, usableCoupon, useDiscount } from './discounts.ts'
import { pendingLines } from './invoice-items.ts'
import { finishInvoice, makeInvoice, sum } from './make-invoice.ts'
import { cardError, type Presence } from './pay-intent.ts'
import { methodFor, payInvoice } from './pay-invoice.ts'
import { dueOf } from './subscription-due.ts'
import { itemLines } from './subscription-lines.ts'

export interface AskedItem {
  price: Stripe.Price
  quantity: number
  metadata?: Record<string, string>
}

export interface NewSubscription {
  customer: string
  items: AskedItem[]
  default_payment_method?: string | null
  description?: string | null
  discounts?: AskedDiscount[]
  metadata?: Record<string, string>
  /** The end of a trial, in Unix seconds. */
  trialEnd?: number | null
  missingPaymentMethod?: string
  cancelAtPeriodEnd?: boolean
  cancelAt?: number | null
  saveDefault?: string
  behaviour?: string
  presence: Presence
  /** A payment that was made for its first invoice already, at a checkout. */
  intent?: Stripe.PaymentIntent | null
  session?: string | null
}

/** Starts a subscription with its first invoice, which is paid at once if it can be. */
export async function startSubscription(till: Till, given: NewSubscription): Promise<Stripe.Subscription> {
  const customer = await needCustomer(till, given.customer, 'customer')
  const blank = blankSubscription(till, customer, given)
  const discounts = []
  const price = sum(given.items.map(item => (item.price.unit_amount ?? 0) * item.quantity))
  const buys = { amount: price, currency: blank.currency, customer: customer.id, param: 'discounts[0]' }
  for (const asked of given.discounts ?? []) {
    const coupon = await usableCoupon(till, asked, buys)
    const of = { customer: customer.id, subscription: blank.id, session: given.session }
    discounts.push((await useDiscount(till, asked, coupon, of)).id)
  }
  const created = { ...blank, discounts }
  await keep(till, created, { due: await dueOf(till, created), clock: idOf(customer.test_clock) })
  await tell(till, 'customer.subscription.created', created)
  return firstInvoice(till, created, given)
}

async function firstInvoice(
  till: Till,
  created: Stripe.Subscription,
  { presence, behaviour, intent }: NewSubscription,
): Promise<Stripe.Subscription> {
  const draft = await makeInvoice(till, {
    customer: idOf(created.customer)!,
    currency: created.currency,
    reason: 'subscription_create',
    lines: [...itemLines(created), ...(await pendingLines(till, created))],
    subscription: created,
    period: { start: till.at, end: till.at },
  })
  const linked = await keep(till, { ...created, latest_invoice: draft.id })
  const open = await finishInvoice(till, draft, { paid: intent != null })
  if (behaviour === 'default_incomplete' && open.amount_due > 0) {
    await payInvoice(till, open, null, presence)
    return need(till, 'subscription', linked.id)
  }
  const result = await payInvoice(till, open, await methodFor(till, open), presence, intent)
  const refused = result.invoice.status !== 'paid'
  if (refused && behaviour === 'error_if_incomplete') throw firstPaymentRefused(result.intent)
  const now = await need(till, 'subscription', linked.id)
  return spendOnce(till, now)
}

/** A refusal that undoes the subscription with it, which is what `error_if_incomplete` is for. */
function firstPaymentRefused(intent: Stripe.PaymentIntent | null) {
  if (!intent?.last_payment_error)
    return invalidRequest(
      'This customer has no attached payment source or default payment method.',
      'customer',
      'resource_missing',
    )
  const error = cardError(intent)
  return Object.assign(error, { kept: false })
}

/** A discount that counts once is gone after the invoice that had it. */
export async function spendOnce(till: Till, subscription: Stripe.Subscription): Promise<Stripe.Subscription> {
  const left = []
  for (const id of subscription.discounts.map(one => idOf(one)!)) {
    const discount = await need(till, 'discount', id)
    const coupon = await need(till, 'coupon', idOf(discount.source.coupon)!)
    if (coupon.duration === 'once' || (discount.end !== null && discount.end <= till.at)) {
      await keep(till, { ...discount, end: Math.min(discount.end ?? till.at, till.at) })
      await tell(till, 'customer.discount.deleted', { ...discount, end: till.at })
    } else left.push(id)
  }
  return left.length === subscription.discounts.length
    ? subscription
    : keep(till, { ...subscription, discounts: left })
}

function blankSubscription(
  till: Till,
  customer: Stripe.Customer,
  given: NewSubscription,
): Stripe.Subscription {
  const { items, trialEnd = null } = given
  const [first] = items
  if (!first) throw invalidRequest('Missing required param: items.', 'items', 'parameter_missing')
  for (const { price } of items) requireSame(price, first.price)
  const id = newId('subscription')
  const inTrial = trialEnd !== null && trialEnd > till.at
  const anchor = inTrial ? trialEnd : till.at
  const end = inTrial ? trialEnd : nextEnd(anchor, first.price.recurring!, till.at)
  const period = { start: till.at, end }
  const free = items.every(({ price }) => !price.unit_amount)
  return {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { type: 'flexible', flexible: { proration_discounts: 'included' }, updated_at: till.at },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: given.cancelAtPeriodEnd ? end : (given.cancelAt ?? null),
    cancel_at_period_end: given.cancelAtPeriodEnd ?? false,
    canceled_at: given.cancelAtPeriodEnd || given.cancelAt ? till.at : null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: till.at,
    currency: first.price.currency,
    customer: customer.id,
    customer_account: null,
    days_until_due: null,
    default_payment_method: given.default_payment_method ?? null,
    default_source: null,
    default_tax_rates: [],
    description: given.description ?? null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: aList(
      `/v1/subscription_items?subscription=${id}`,
      items.map(item => subscriptionItem(till, id, item, period)),
    ),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata ?? {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: given.saveDefault ?? 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: till.at,
    status: inTrial ? 'trialing' : free ? 'active' : 'incomplete',
    test_clock: customer.test_clock ?? null,
    transfer_data: null,
    trial_end: inTrial ? trialEnd : null,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: given.missingPaymentMethod ?? 'create_invoice',
      },
    },
    trial_start: inTrial ? till.at : null,
  }
}

/** Stripe can do with several periods in one subscription; what is practised here has one. */
export function requireSame(price: Stripe.Price, other: Stripe.Price): void {
  if (!price.recurring)
    throw invalidRequest(
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
      'items[0][price]',
    )
  const same =
    price.currency === other.currency &&
    price.recurring.interval === other.recurring?.interval &&
    price.recurring.interval_count === other.recurring.interval_count
  if (!same)
    throw invalidRequest(
      'Practice knows subscriptions of one period and one currency only.',
      'items[0][price]',
    )
}

export function subscriptionItem(
  till: Till,
  subscription: string,
  { price, quantity, metadata = {} }: AskedItem,
  period: { start: number; end: number },
): Stripe.SubscriptionItem {
  return {
    id: `si_${letters(14)}`,
    object: 'subscription_item',
    billing_thresholds: null,
    created: till.at,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata,
    plan: planOf(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  }
}

/** The older form of a price, which items still show. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: decimalText(price.unit_amount ?? 0),
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  }
}
