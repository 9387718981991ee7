import type Stripe from 'stripe'
import { newId } from '../kinds.ts'
import { findObject, objectsWith } from '../object-queries.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'

export interface AskedDiscount {
  coupon?: string | null
  promotion_code?: string | null
}

/** The coupon that is meant, if it may be used now. `buys` is what is bought, for restrictions. */
export async function usableCoupon(
  till: Till,
  asked: AskedDiscount,
  buys: { amount: number; currency: string; customer?: string | null; param: string },
): Promise<Stripe.Coupon> {
  const { param } = buys
  const code = asked.promotion_code
    ? await need(till, 'promotion_code', asked.promotion_code, `${param}[promotion_code]`)
    : null
  if (code && !(await mayUse(till, code, buys)))
    throw invalidRequest('This promotion code cannot be redeemed.', `${param}[promotion_code]`)
  const id = code ? idOf(code.promotion.coupon) : asked.coupon
  const coupon = await need(till, 'coupon', id ?? '', `${param}[coupon]`)
  const over = coupon.redeem_by !== null && coupon.redeem_by < till.at
  const used = coupon.max_redemptions !== null && coupon.times_redeemed >= coupon.max_redemptions
  if (over || used) throw invalidRequest(`Coupon expired: ${coupon.id}`, `${param}[coupon]`, 'coupon_expired')
  if (coupon.currency && coupon.currency !== buys.currency)
    throw invalidRequest('The coupon is in another currency than what is bought.', `${param}[coupon]`)
  return coupon
}

async function mayUse(
  till: Till,
  code: Stripe.PromotionCode,
  { amount, customer }: { amount: number; customer?: string | null },
): Promise<boolean> {
  const { minimum_amount, first_time_transaction } = code.restrictions
  if (!code.active) return false
  if (code.expires_at !== null && code.expires_at < till.at) return false
  if (code.max_redemptions !== null && code.times_redeemed >= code.max_redemptions) return false
  if (code.customer !== null && idOf(code.customer) !== customer) return false
  if (minimum_amount !== null && amount < minimum_amount) return false
  const before =
    first_time_transaction && customer ? await objectsWith(till.tx, 'charge', { customer, paid: true }) : []
  return before.length === 0
}

/** Takes a coupon into use for a subscription, and counts it. */
export async function useDiscount(
  till: Till,
  asked: AskedDiscount,
  coupon: Stripe.Coupon,
  of: { customer: string; subscription: string | null; session?: string | null },
): Promise<Stripe.Discount> {
  const discount: Stripe.Discount = {
    id: newId('discount'),
    object: 'discount',
    checkout_session: of.session ?? null,
    customer: of.customer,
    customer_account: null,
    end: endOf(till, coupon),
    invoice: null,
    invoice_item: null,
    promotion_code: asked.promotion_code ?? null,
    source: { type: 'coupon', coupon: coupon.id },
    start: till.at,
    subscription: of.subscription,
    subscription_item: null,
  }
  await keep(till, discount)
  await countUse(till, asked, coupon)
  await tell(till, 'customer.discount.created', discount)
  return discount
}

export async function countUse(till: Till, asked: AskedDiscount, coupon: Stripe.Coupon): Promise<void> {
  const used = coupon.times_redeemed + 1
  const valid = coupon.max_redemptions === null || used < coupon.max_redemptions
  await keep(till, { ...coupon, times_redeemed: used, valid })
  if (!asked.promotion_code) return
  const code = await need(till, 'promotion_code', asked.promotion_code)
  await keep(till, { ...code, times_redeemed: code.times_redeemed + 1 })
}

function endOf({ at }: Till, { duration, duration_in_months }: Stripe.Coupon): number | null {
  if (duration !== 'repeating' || !duration_in_months) return null
  const end = new Date(at * 1000)
  end.setUTCMonth(end.getUTCMonth() + duration_in_months)
  return end.getTime() / 1000
}

/** How much a coupon takes off an amount. */
export function amountOff({ percent_off, amount_off }: Stripe.Coupon, amount: number): number {
  const off = percent_off === null ? (amount_off ?? 0) : Math.round((amount * percent_off) / 100)
  return Math.max(0, Math.min(amount, off))
}

/** The discounts of a subscription that still count, each with its coupon; one whose coupon was deleted counts on as Stripe's does not. */
export async function discountsInForce(
  till: Till,
  ids: (string | { id: string })[],
): Promise<{ discount: Stripe.Discount; coupon: Stripe.Coupon }[]> {
  const found = []
  for (const one of ids) {
    const discount = await findObject(till.tx, 'discount', idOf(one)!)
    const coupon = discount && (await findObject(till.tx, 'coupon', idOf(discount.source.coupon) ?? ''))
    if (discount && coupon && (discount.end === null || discount.end > till.at))
      found.push({ discount, coupon })
  }
  return found
}
