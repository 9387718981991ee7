import type Stripe from 'stripe'
import { letters } from '../kinds.ts'
import { decimalText, idOf } from '../till.ts'

export interface NewLine {
  amount: number
  currency: string
  description: string
  period: { start: number; end: number }
  quantity: number
  price: Stripe.Price | null
  /** What it is for: an item of a subscription, or something added to its next invoice. */
  subscription?: string | null
  item?: string | null
  invoiceItem?: string | null
  proration?: boolean
  metadata?: Record<string, string>
}

/** A line of an invoice as Stripe shows it. */
export function invoiceLine(invoice: string, of: NewLine): Stripe.InvoiceLineItem {
  const { price, subscription = null, item = null, invoiceItem = null, proration = false } = of
  return {
    id: `il_${letters(24)}`,
    object: 'line_item',
    amount: of.amount,
    currency: of.currency,
    description: of.description,
    discount_amounts: [],
    discountable: !proration,
    discounts: [],
    invoice,
    livemode: false,
    metadata: of.metadata ?? {},
    parent: invoiceItem
      ? {
          type: 'invoice_item_details',
          invoice_item_details: {
            invoice_item: invoiceItem,
            proration,
            proration_details: { credited_items: null },
            subscription,
          },
          subscription_item_details: null,
        }
      : {
          type: 'subscription_item_details',
          invoice_item_details: null,
          subscription_item_details: {
            invoice_item: null,
            proration,
            proration_details: { credited_items: null },
            subscription,
            subscription_item: item ?? '',
          },
        },
    period: of.period,
    pretax_credit_amounts: [],
    pricing: price
      ? {
          type: 'price_details',
          price_details: { price: price.id, product: idOf(price.product) ?? '' },
          unit_amount_decimal: decimalText(price.unit_amount ?? 0),
        }
      : null,
    quantity: of.quantity,
    quantity_decimal: decimalText(of.quantity),
    subscription,
    subtotal: of.amount,
    taxes: [],
  } as Stripe.InvoiceLineItem
}
