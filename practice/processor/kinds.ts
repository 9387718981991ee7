import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'

/** What is kept, by the name that Stripe gives it in `object`. */
export interface Kinds {
  customer: Stripe.Customer
  product: Stripe.Product
  price: Stripe.Price
  coupon: Stripe.Coupon
  promotion_code: Stripe.PromotionCode
  discount: Stripe.Discount
  'checkout.session': Stripe.Checkout.Session
  subscription: Stripe.Subscription
  invoice: Stripe.Invoice
  invoiceitem: Stripe.InvoiceItem
  invoice_payment: Stripe.InvoicePayment
  payment_intent: Stripe.PaymentIntent
  setup_intent: Stripe.SetupIntent
  payment_method: Stripe.PaymentMethod
  charge: Stripe.Charge
  balance_transaction: Stripe.BalanceTransaction
  refund: Stripe.Refund
  dispute: Stripe.Dispute
  'billing_portal.session': Stripe.BillingPortal.Session
  'billing_portal.configuration': Stripe.BillingPortal.Configuration
  webhook_endpoint: Stripe.WebhookEndpoint
  'test_helpers.test_clock': Stripe.TestHelpers.TestClock
}

export type Kind = keyof Kinds
export type AnyObject = Kinds[Kind]

const prefixes: Record<Kind, string> = {
  customer: 'cus',
  product: 'prod',
  price: 'price',
  coupon: '',
  promotion_code: 'promo',
  discount: 'di',
  'checkout.session': 'cs_test',
  subscription: 'sub',
  invoice: 'in',
  invoiceitem: 'ii',
  invoice_payment: 'inpay',
  payment_intent: 'pi',
  setup_intent: 'seti',
  payment_method: 'pm',
  charge: 'ch',
  balance_transaction: 'txn',
  refund: 're',
  dispute: 'du',
  'billing_portal.session': 'bps',
  'billing_portal.configuration': 'bpc',
  webhook_endpoint: 'we',
  'test_helpers.test_clock': 'clock',
}

/** What a kind is called in sentences: "No such checkout.session: …". */
export const kindNames: Partial<Record<Kind, string>> = { 'test_helpers.test_clock': 'test clock' }

/** A new identifier that looks like Stripe's. It cannot be guessed: whoever has a checkout's may open its page. */
export function newId(kind: Kind): string {
  const prefix = prefixes[kind]
  return prefix ? `${prefix}_${letters(kind === 'checkout.session' ? 58 : 24)}` : letters(8)
}

/** Letters and digits by chance, 5.9 bits each. */
export function letters(count: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const bytes = [...randomBytes(count * 2)].filter(byte => byte < 248)
  const found = bytes.slice(0, count).map(byte => alphabet[byte % 62])
  return found.length === count ? found.join('') : letters(count)
}
