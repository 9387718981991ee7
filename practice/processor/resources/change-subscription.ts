import type Stripe from 'stripe'
import { mergeMetadata } from '../parameters.ts'
import { nextEnd } from '../periods.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { idOf, need, type Till } from '../till.ts'
import { type AskedDiscount, usableCoupon, useDiscount } from './discounts.ts'
import { attachMethod } from './payment-methods.ts'
import { createPrice } from './prices.ts'
import { invoiceChange, writeProrations } from './prorate.ts'
import { settle } from './renew-subscription.ts'
import { planOf, requireSame, subscriptionItem } from './start-subscription.ts'
import { periodOf } from './subscription-due.ts'

interface ChangedItem {
  id?: string
  deleted?: boolean
  price?: string
  price_data?: {
    currency: string
    product: string
    unit_amount: number
    recurring: { interval: string; interval_count: number }
  }
  quantity?: number
  metadata?: Record<string, string> | null
}

export interface Changes {
  billing_cycle_anchor?: string
  cancel_at?: number | null
  cancel_at_period_end?: boolean
  cancellation_details?: { comment?: string | null; feedback?: string | null }
  default_payment_method?: string
  description?: string | null
  discounts?: (AskedDiscount & { discount?: string })[] | null
  items?: ChangedItem[]
  metadata?: Record<string, string> | null
  off_session?: boolean
  pause_collection?: { behavior: string; resumes_at?: number } | null
  payment_behavior?: string
  payment_settings?: { save_default_payment_method?: string }
  proration_behavior?: string
  proration_date?: number
  trial_end?: 'now' | number
  trial_settings?: { end_behavior: { missing_payment_method: string } }
}

/** Changes a subscription that runs. What is paid differently is settled as `proration_behavior` says. */
export async function changeSubscription(
  till: Till,
  id: string,
  given: Changes,
): Promise<Stripe.Subscription> {
  const found = await need(till, 'subscription', id)
  if (
    found.ended_at !== null &&
    Object.keys(given).some(name => !['metadata', 'cancellation_details'].includes(name))
  )
    throw invalidRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
      'id',
    )
  const clock = found.test_clock
    ? await need(till, 'test_helpers.test_clock', String(found.test_clock))
    : null
  const there = { ...till, at: clock?.frozen_time ?? till.at }
  const plain = await withPlainChanges(there, found, given)
  const changed = given.items ? await withItems(there, plain, given.items) : plain
  const moved = withPeriod(there, found, changed, given)
  await settle(there, moved)
  if (differs(found, moved)) await tell(there, 'customer.subscription.updated', moved, found)
  const restarts = periodOf(moved).start !== periodOf(found).start
  const behaviour = given.proration_behavior ?? 'create_prorations'
  if (given.items && found.status !== 'trialing' && behaviour !== 'none')
    await writeProrations(there, found, moved, { at: given.proration_date ?? there.at, restarts })
  if (restarts || behaviour === 'always_invoice')
    await invoiceChange(there, moved, {
      restarts,
      behaviour: given.payment_behavior,
      present: given.off_session === false,
    })
  return need(there, 'subscription', id)
}

function differs(before: Stripe.Subscription, now: Stripe.Subscription): boolean {
  return JSON.stringify(before) !== JSON.stringify(now)
}

async function withPlainChanges(
  till: Till,
  before: Stripe.Subscription,
  given: Changes,
): Promise<Stripe.Subscription> {
  const { cancel_at_period_end: atEnd, cancel_at, pause_collection, cancellation_details: why } = given
  const changed: Stripe.Subscription = {
    ...before,
    ...(given.description === undefined ? {} : { description: given.description }),
    metadata: mergeMetadata(before.metadata, given.metadata),
    payment_settings: { ...before.payment_settings!, ...given.payment_settings },
    trial_settings: given.trial_settings
      ? { end_behavior: { billing_cycle_anchor: null, ...given.trial_settings.end_behavior } }
      : before.trial_settings,
  }
  if (given.default_payment_method) {
    const method = await attachMethod(till, given.default_payment_method, idOf(before.customer)!)
    changed.default_payment_method = method.id
  }
  if (pause_collection !== undefined)
    changed.pause_collection = pause_collection && {
      behavior: pause_collection.behavior,
      resumes_at: pause_collection.resumes_at ?? null,
    }
  if (atEnd !== undefined || cancel_at !== undefined) {
    const ends = atEnd ? periodOf(before).end : (cancel_at ?? null)
    changed.cancel_at_period_end = atEnd ?? false
    changed.cancel_at = ends
    changed.canceled_at = ends === null ? null : till.at
    changed.cancellation_details = {
      comment: ends === null ? null : (before.cancellation_details?.comment ?? null),
      feedback: ends === null ? null : (before.cancellation_details?.feedback ?? null),
      feedback_option: null,
      reason: ends === null ? null : 'cancellation_requested',
    }
  }
  if (why) changed.cancellation_details = { ...changed.cancellation_details!, ...why }
  if (given.discounts !== undefined)
    changed.discounts = await withDiscounts(till, before, given.discounts ?? [])
  return changed
}

async function withDiscounts(
  till: Till,
  before: Stripe.Subscription,
  asked: (AskedDiscount & { discount?: string })[],
): Promise<string[]> {
  const customer = idOf(before.customer)!
  const amount = before.items.data.reduce(
    (total, item) => total + (item.price.unit_amount ?? 0) * (item.quantity ?? 1),
    0,
  )
  const kept: string[] = []
  for (const [at, one] of asked.entries()) {
    if (one.discount) {
      kept.push((await need(till, 'discount', one.discount, `discounts[${at}][discount]`)).id)
      continue
    }
    const buys = { amount, currency: before.currency, customer, param: `discounts[${at}]` }
    const coupon = await usableCoupon(till, one, buys)
    kept.push((await useDiscount(till, one, coupon, { customer, subscription: before.id })).id)
  }
  for (const gone of before.discounts.map(one => idOf(one)!).filter(one => !kept.includes(one)))
    await tell(till, 'customer.discount.deleted', await need(till, 'discount', gone))
  return kept
}

async function withItems(
  till: Till,
  before: Stripe.Subscription,
  asked: ChangedItem[],
): Promise<Stripe.Subscription> {
  let data = [...before.items.data]
  for (const [at, one] of asked.entries()) {
    const param = `items[${at}]`
    const price = one.price_data
      ? await createPrice(till, { ...one.price_data, active: false })
      : one.price
        ? await need(till, 'price', one.price, `${param}[price]`)
        : null
    const known = data.find(({ id }) => id === one.id)
    if (one.id && !known)
      throw invalidRequest(`No such subscription_item: '${one.id}'`, `${param}[id]`, 'resource_missing')
    if (one.deleted) data = data.filter(item => item !== known)
    else if (known)
      data = data.map(item =>
        item === known
          ? {
              ...item,
              ...(price ? { price, plan: planOf(price) } : {}),
              quantity: one.quantity ?? (price ? 1 : item.quantity),
              metadata: mergeMetadata(item.metadata, one.metadata),
            }
          : item,
      )
    else if (price)
      data.push(
        subscriptionItem(
          till,
          before.id,
          { price, quantity: one.quantity ?? 1, metadata: mergeMetadata({}, one.metadata) },
          periodOf(before),
        ),
      )
    else
      throw invalidRequest(`Missing required param: ${param}[price].`, `${param}[price]`, 'parameter_missing')
  }
  const [first] = data
  if (!first) throw invalidRequest('A subscription must have at least one active plan.', 'items')
  for (const { price } of data) requireSame(price, first.price)
  if (first.price.currency !== before.currency)
    throw invalidRequest('The currency of a subscription cannot be changed.', 'items[0][price]')
  return { ...before, items: { ...before.items, data } }
}

/** A new period begins now where the length of the period changed, where it is asked for, and where a trial ends. */
function withPeriod(
  till: Till,
  before: Stripe.Subscription,
  changed: Stripe.Subscription,
  given: Changes,
): Stripe.Subscription {
  const [old] = before.items.data
  const [item] = changed.items.data
  const period = item!.price.recurring!
  const other =
    old?.price.recurring?.interval !== period.interval ||
    old.price.recurring.interval_count !== period.interval_count
  const inTrial = before.status === 'trialing'
  if (typeof given.trial_end === 'number' && given.trial_end > till.at)
    return {
      ...withEnds(changed, periodOf(before).start, given.trial_end),
      billing_cycle_anchor: given.trial_end,
      status: 'trialing',
      trial_end: given.trial_end,
      trial_start: before.trial_start ?? till.at,
    }
  const trialEnds = given.trial_end !== undefined && inTrial
  if (inTrial && !trialEnds) return changed
  if (!other && given.billing_cycle_anchor !== 'now' && !trialEnds) return changed
  return {
    ...withEnds(changed, till.at, nextEnd(till.at, period, till.at)),
    billing_cycle_anchor: till.at,
    ...(trialEnds ? { status: 'active' as const, trial_end: till.at } : {}),
  }
}

function withEnds(subscription: Stripe.Subscription, start: number, end: number): Stripe.Subscription {
  const data = subscription.items.data.map(item => ({
    ...item,
    current_period_start: start,
    current_period_end: end,
  }))
  const cancel_at = subscription.cancel_at_period_end ? end : subscription.cancel_at
  return { ...subscription, cancel_at, items: { ...subscription.items, data } }
}
