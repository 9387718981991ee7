import type Stripe from 'stripe'
import type { Hidden } from '../object-queries.ts'
import { need, type Till } from '../till.ts'
import { type AskedDiscount, amountOff, usableCoupon } from './discounts.ts'

/** What a checkout is to make, and how far it has come; kept beside its session. */
export interface CheckoutPlan extends Hidden {
  items: { id: string; price: string; quantity: number; metadata: Record<string, string> }[]
  discounts: AskedDiscount[]
  subscription: {
    metadata?: Record<string, string> | null
    description?: string
    trialEnd?: number | null
    trialDays?: number | null
    missingPaymentMethod?: string
  }
  payment: {
    metadata?: Record<string, string> | null
    description?: string
    receipt_email?: string
    setup_future_usage?: string
  }
  setup: { metadata?: Record<string, string> | null; description?: string }
  invoice: { description?: string; footer?: string; metadata?: Record<string, string> | null } | null
  updates: { name: boolean; address: boolean }
  /** The intent that is being paid, and what was typed while its owner is asked by the bank. */
  intent?: string | null
  waiting?: { method: string; email: string; name: string; country: string } | null
  /** Stripe's code for why the last card was refused. */
  refused?: string | null
  /** The promotion code that was entered on its page. */
  entered?: string
}

export interface PlannedItem {
  id: string
  price: Stripe.Price
  product: Stripe.Product
  quantity: number
  metadata: Record<string, string>
}

export interface CheckoutTotals {
  items: PlannedItem[]
  currency: string
  /** Before and after what is taken off, in minor units. */
  subtotal: number
  off: number
  /** What is to be paid now: nothing of a membership that begins with a trial. */
  now: number
  /** What each renewal costs, once nothing is taken off any more. */
  renewal: number
  trialEnd: number | null
}

export async function plannedItems(till: Till, plan: CheckoutPlan): Promise<PlannedItem[]> {
  const items: PlannedItem[] = []
  for (const item of plan.items) {
    const price = await need(till, 'price', item.price)
    items.push({ ...item, price, product: await need(till, 'product', price.product as string) })
  }
  return items
}

export async function totalsOf(
  till: Till,
  plan: CheckoutPlan,
  customer: string | null,
): Promise<CheckoutTotals> {
  const items = await plannedItems(till, plan)
  const { trialEnd: until, trialDays } = plan.subscription
  const trialEnd = until ?? (trialDays ? till.at + trialDays * 86_400 : null)
  const cost = (some: PlannedItem[]) =>
    some.reduce((total, { price, quantity }) => total + (price.unit_amount ?? 0) * quantity, 0)
  const renewing = items.filter(({ price }) => price.recurring)
  const subtotal = trialEnd === null ? cost(items) : cost(items) - cost(renewing)
  const currency = items[0]?.price.currency ?? 'usd'
  const [asked] = plan.discounts
  const coupon =
    asked && subtotal > 0
      ? await usableCoupon(till, asked, { amount: subtotal, currency, customer, param: 'discounts[0]' })
      : null
  const off = coupon ? amountOff(coupon, subtotal) : 0
  return { items, currency, subtotal, off, now: subtotal - off, renewal: cost(renewing), trialEnd }
}

/** The line items as the API shows them. */
export async function lineItems(till: Till, plan: CheckoutPlan): Promise<Stripe.LineItem[]> {
  const { items, off, subtotal } = await totalsOf(till, plan, null)
  return items.map(({ id, price, product, quantity, metadata }) => {
    const amount = (price.unit_amount ?? 0) * quantity
    const discount = subtotal > 0 ? Math.round((off * amount) / subtotal) : 0
    return {
      id,
      object: 'item',
      adjustable_quantity: null,
      amount_discount: discount,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount - discount,
      currency: price.currency,
      description: product.name,
      metadata,
      price,
      quantity,
    }
  })
}
