import type Stripe from 'stripe'
import { mergeMetadata } from '../parameters.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import type { CheckoutPlan, CheckoutTotals, PlannedItem } from './checkout-plan.ts'
import { wholeAddress } from './customers.ts'
import { countUse, usableCoupon, useDiscount } from './discounts.ts'
import { addInvoiceItem } from './invoice-items.ts'
import { finishInvoice, makeInvoice } from './make-invoice.ts'
import { payInvoice } from './pay-invoice.ts'
import { attachMethod } from './payment-methods.ts'
import { startSubscription } from './start-subscription.ts'

export interface PaidCheckout {
  session: Stripe.Checkout.Session
  plan: CheckoutPlan
  totals: CheckoutTotals
  customer: Stripe.Customer | null
  method: Stripe.PaymentMethod
  intent: Stripe.PaymentIntent | Stripe.SetupIntent
  who: { email: string; name: string; country: string }
}

/** Makes what a checkout was for, once it is paid, and tells that it is complete. */
export async function finishCheckout(till: Till, paid: PaidCheckout): Promise<Stripe.Checkout.Session> {
  const { session, plan, customer, method, intent, who } = paid
  const keeps = session.mode !== 'payment' || plan.payment.setup_future_usage !== undefined
  if (customer && keeps) await attachMethod(till, method.id, customer.id)
  const subscription = session.mode === 'subscription' ? await subscribe(till, paid) : null
  const invoice =
    idOf(subscription?.latest_invoice) ??
    (session.mode === 'payment' && plan.invoice ? await invoiceFor(till, paid) : null)
  if (session.mode === 'payment') await countDiscount(till, paid)
  const isPayment = intent.object === 'payment_intent'
  const done: Stripe.Checkout.Session = {
    ...session,
    customer: customer?.id ?? session.customer,
    customer_details: {
      address: wholeAddress({ country: who.country }),
      business_name: null,
      email: who.email,
      individual_name: null,
      name: who.name,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    invoice,
    payment_intent: session.mode === 'payment' && isPayment ? intent.id : null,
    payment_status: isPayment ? 'paid' : 'no_payment_required',
    setup_intent: session.mode === 'setup' && !isPayment ? intent.id : null,
    status: 'complete',
    subscription: subscription?.id ?? null,
    url: null,
  }
  await keep(till, done, { hidden: { ...plan, intent: intent.id, waiting: null, refused: null }, due: null })
  await tell(till, 'checkout.session.completed', done)
  return done
}

async function subscribe(till: Till, paid: PaidCheckout): Promise<Stripe.Subscription> {
  const { session, plan, totals, customer, method, intent } = paid
  const renewing = totals.items.filter(({ price }) => price.recurring)
  for (const item of totals.items.filter(({ price }) => !price.recurring))
    await addInvoiceItem(till, {
      amount: (item.price.unit_amount ?? 0) * item.quantity,
      currency: totals.currency,
      customer: customer!.id,
      description: item.product.name,
      period: { start: till.at, end: till.at },
    })
  return startSubscription(till, {
    customer: customer!.id,
    items: renewing.map(({ price, quantity, metadata }) => ({ price, quantity, metadata })),
    default_payment_method: method.id,
    description: plan.subscription.description,
    discounts: plan.discounts,
    metadata: mergeMetadata({}, plan.subscription.metadata),
    trialEnd: totals.trialEnd,
    missingPaymentMethod: plan.subscription.missingPaymentMethod,
    presence: { present: true },
    intent: intent.object === 'payment_intent' ? intent : null,
    session: session.id,
  })
}

/** The invoice of a single payment, where one is wanted: made, finished and paid in one go. */
async function invoiceFor(till: Till, paid: PaidCheckout): Promise<string> {
  const { session, plan, totals, customer, method, intent } = paid
  const [asked] = plan.discounts
  const buys = {
    amount: totals.subtotal,
    currency: totals.currency,
    customer: customer!.id,
    param: 'discounts[0]',
  }
  const coupon = asked ? await usableCoupon(till, asked, buys) : null
  const discount =
    asked && coupon
      ? await useDiscount(till, asked, coupon, {
          customer: customer!.id,
          subscription: null,
          session: session.id,
        })
      : null
  const draft = await makeInvoice(till, {
    customer: customer!.id,
    currency: totals.currency,
    reason: 'manual',
    lines: totals.items.map(item => lineFor(till, item)),
    period: { start: till.at, end: till.at },
    description: plan.invoice?.description,
    footer: plan.invoice?.footer,
    metadata: mergeMetadata({}, plan.invoice?.metadata),
    discounts: discount ? [discount.id] : [],
  })
  const open = await finishInvoice(till, draft, { paid: true })
  const payment = intent.object === 'payment_intent' ? intent : null
  const { invoice } = await payInvoice(till, open, method, { present: true }, payment)
  return invoice.id!
}

function lineFor(till: Till, { price, product, quantity }: PlannedItem) {
  return {
    amount: (price.unit_amount ?? 0) * quantity,
    currency: price.currency,
    description: product.name,
    period: { start: till.at, end: till.at },
    quantity,
    price,
  }
}

async function countDiscount(till: Till, { plan }: PaidCheckout): Promise<void> {
  const [asked] = plan.discounts
  if (!asked || plan.invoice) return
  const code = asked.promotion_code ? await need(till, 'promotion_code', asked.promotion_code) : null
  const coupon = await need(till, 'coupon', idOf(code?.promotion.coupon) ?? asked.coupon ?? '')
  await countUse(till, asked, coupon)
}
