import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { objectsWith, removeObject } from '../object-queries.ts'
import {
  currency,
  mergeMetadata,
  metadata,
  paging,
  parameters,
  range,
  text,
  whole,
  yes,
} from '../parameters.ts'
import { tell } from '../tell-event.ts'
import { decimalText, idOf, keep, need, type Till } from '../till.ts'
import { needCustomer } from './customers.ts'
import type { NewLine } from './invoice-lines.ts'

const creating = parameters({
  amount: whole,
  currency,
  customer: text,
  description: text.optional(),
  metadata: metadata.optional(),
  subscription: text.optional(),
})
const listing = parameters({
  ...paging,
  created: range.optional(),
  customer: text.optional(),
  invoice: text.optional(),
  pending: yes.optional(),
})

export const invoiceItemCalls = [
  call('POST', '/v1/invoiceitems', creating, async (till, given) => {
    await needCustomer(till, given.customer, 'customer')
    return addInvoiceItem(till, {
      ...given,
      metadata: mergeMetadata({}, given.metadata),
      period: { start: till.at, end: till.at },
    })
  }),
  call('GET', '/v1/invoiceitems', listing, (till, { customer, invoice, created, pending, ...pages }) =>
    listObjects(till, 'invoiceitem', {
      url: '/v1/invoiceitems',
      paging: pages,
      where: { customer, invoice: pending ? null : invoice },
      created,
    }),
  ),
  call('GET', '/v1/invoiceitems/:id', parameters({}), (till, _, id) => need(till, 'invoiceitem', id)),
  call('DELETE', '/v1/invoiceitems/:id', parameters({}), async (till, _, id) => {
    const item = await need(till, 'invoiceitem', id)
    await removeObject(till.tx, id)
    await tell(till, 'invoiceitem.deleted', item)
    return { id, object: 'invoiceitem', deleted: true }
  }),
]

/** Adds something to a customer's next invoice; negative where it is given back. */
export async function addInvoiceItem(
  till: Till,
  given: {
    amount: number
    currency: string
    customer: string
    description?: string
    metadata?: Record<string, string>
    subscription?: string
    period: { start: number; end: number }
    proration?: { item: string; price: Stripe.Price; quantity: number }
  },
): Promise<Stripe.InvoiceItem> {
  const { amount, subscription, proration } = given
  const quantity = proration?.quantity ?? 1
  const item = await keep<Stripe.InvoiceItem>(till, {
    id: newId('invoiceitem'),
    object: 'invoiceitem',
    amount,
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    date: till.at,
    description: given.description ?? null,
    discountable: !proration && amount > 0,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: given.metadata ?? {},
    net_amount: amount,
    parent: subscription
      ? {
          type: 'subscription_details',
          subscription_details: { subscription, ...(proration ? { subscription_item: proration.item } : {}) },
        }
      : null,
    period: given.period,
    pricing: proration
      ? {
          type: 'price_details',
          price_details: { price: proration.price.id, product: idOf(proration.price.product) ?? '' },
          unit_amount_decimal: decimalText(proration.price.unit_amount ?? 0),
        }
      : null,
    proration: proration !== undefined,
    quantity,
    quantity_decimal: decimalText(quantity),
    tax_rates: [],
    test_clock: null,
  })
  await tell(till, 'invoiceitem.created', item)
  return item
}

/** What waits for a subscription's next invoice, as its lines. */
export async function pendingLines(till: Till, subscription: Stripe.Subscription): Promise<NewLine[]> {
  const items = await objectsWith(till.tx, 'invoiceitem', {
    customer: idOf(subscription.customer),
    invoice: null,
  })
  const mine = items.filter(item => {
    const of = idOf(item.parent?.subscription_details?.subscription)
    return of === null || of === subscription.id
  })
  return mine.map(lineOf)
}

/** What waits for a customer's next invoice of no subscription. */
export async function looseLines(till: Till, customer: string): Promise<NewLine[]> {
  const items = await objectsWith(till.tx, 'invoiceitem', { customer, invoice: null, parent: null })
  return items.map(lineOf)
}

function lineOf(item: Stripe.InvoiceItem): NewLine {
  return {
    amount: item.amount,
    currency: item.currency,
    description: item.description ?? '',
    period: item.period,
    quantity: item.quantity,
    price: null,
    subscription: idOf(item.parent?.subscription_details?.subscription),
    invoiceItem: item.id,
    proration: item.proration,
    metadata: item.metadata ?? {},
  }
}
