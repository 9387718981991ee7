import type Stripe from 'stripe'
import { newId } from '../kinds.ts'
import { aList } from '../lists.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import { amountOff, discountsInForce } from './discounts.ts'
import { invoiceLine, type NewLine } from './invoice-lines.ts'

export interface NewInvoice {
  customer: string
  currency: string
  reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'manual'
  lines: NewLine[]
  subscription?: Stripe.Subscription | null
  period: { start: number; end: number }
  /** When it is finished by itself; none where it is finished at once, or by a call. */
  finishAt?: number | null
  description?: string | null
  footer?: string | null
  metadata?: Record<string, string>
  discounts?: string[]
}

/** Makes a draft: its lines, what is taken off them, and what the customer's balance leaves to be paid. */
export async function makeInvoice(till: Till, given: NewInvoice): Promise<Stripe.Invoice> {
  const { subscription } = given
  const customer = await need(till, 'customer', given.customer)
  const id = newId('invoice')
  const lines = given.lines.map(line => invoiceLine(id, line))
  const discounts = given.discounts ?? subscription?.discounts ?? []
  const off = await takeOff(till, lines, discounts)
  const subtotal = sum(lines.map(({ amount }) => amount))
  const total = subtotal - sum(off.map(({ amount }) => amount))
  const invoice: Stripe.Invoice = {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Practice',
    account_tax_ids: null,
    amount_due: Math.max(0, total + customer.balance),
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: Math.max(0, total + customer.balance),
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: given.finishAt != null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: given.finishAt ?? null,
    billing_reason: given.reason,
    collection_method: 'charge_automatically',
    created: till.at,
    currency: given.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: given.description ?? null,
    discounts: off.map(({ discount }) => discount),
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: given.footer ?? null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: aList(`/v1/invoices/${id}/lines`, lines),
    livemode: false,
    metadata: given.metadata ?? {},
    next_payment_attempt: given.finishAt ?? null,
    number: null,
    on_behalf_of: null,
    parent: subscription
      ? {
          type: 'subscription_details',
          quote_details: null,
          subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
        }
      : null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: given.period.end,
    period_start: given.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: customer.balance,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal,
    subtotal_excluding_tax: subtotal,
    test_clock: customer.test_clock ?? null,
    total,
    total_discount_amounts: off,
    total_excluding_tax: total,
    total_pretax_credit_amounts: off.map(({ amount, discount }) => ({
      amount,
      discount,
      type: 'discount' as const,
    })),
    total_taxes: [],
    webhooks_delivered_at: null,
  }
  await keep(till, invoice, { due: given.finishAt ?? null, clock: idOf(customer.test_clock) })
  for (const { invoiceItem } of given.lines)
    if (invoiceItem) await keep(till, { ...(await need(till, 'invoiceitem', invoiceItem)), invoice: id })
  await tell(till, 'invoice.created', invoice)
  return invoice
}

/** Takes discounts off the lines, one after another, and notes on each line what went. */
async function takeOff(
  till: Till,
  lines: Stripe.InvoiceLineItem[],
  discounts: (string | { id: string })[],
): Promise<{ amount: number; discount: string }[]> {
  const off: { amount: number; discount: string }[] = []
  for (const { discount, coupon } of await discountsInForce(till, discounts)) {
    let left = coupon.amount_off ?? Number.POSITIVE_INFINITY
    let amount = 0
    for (const line of lines.filter(one => one.discountable && one.amount > 0)) {
      const before = line.amount - sum((line.discount_amounts ?? []).map(one => one.amount))
      const here = Math.min(left, amountOff(coupon, before))
      left -= here
      amount += here
      line.discount_amounts = [...(line.discount_amounts ?? []), { amount: here, discount: discount.id }]
      line.discounts = [...line.discounts, discount.id]
    }
    off.push({ amount, discount: discount.id })
  }
  return off
}

/**
 * Finishes a draft: it gets its number and can be paid. The customer's balance is used here, and takes up what an
 * invoice is below zero; not where the whole was paid before (`paid`), at a checkout.
 */
export async function finishInvoice(
  till: Till,
  draft: Stripe.Invoice,
  { paid = false } = {},
): Promise<Stripe.Invoice> {
  const customer = await need(till, 'customer', idOf(draft.customer)!)
  const due = draft.total + (paid ? 0 : customer.balance)
  const ending = paid ? customer.balance : Math.min(0, due)
  const number = customer.next_invoice_sequence ?? 1
  const before = customer
  const changed = {
    ...customer,
    balance: ending,
    currency: draft.currency,
    next_invoice_sequence: number + 1,
  }
  await keep(till, changed)
  if (changed.balance !== before.balance) await tell(till, 'customer.updated', changed, before)
  const invoice = await keep(
    till,
    {
      ...draft,
      amount_due: Math.max(0, due),
      amount_remaining: Math.max(0, due),
      automatically_finalizes_at: null,
      effective_at: till.at,
      ending_balance: ending,
      hosted_invoice_url: `${till.siteUrl}/practice/invoice/${draft.id}`,
      number: `${customer.invoice_prefix}-${String(number).padStart(4, '0')}`,
      starting_balance: customer.balance,
      status: 'open' as const,
      status_transitions: { ...draft.status_transitions, finalized_at: till.at },
    },
    { due: null },
  )
  await tell(till, 'invoice.finalized', invoice)
  return invoice
}

export function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
