import { call } from '../call.ts'
import { aList, listObjects } from '../lists.ts'
import { removeObject } from '../object-queries.ts'
import {
  currency,
  mergeMetadata,
  metadata,
  paging,
  parameters,
  range,
  text,
  unsettable,
  yes,
} from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import { needCustomer } from './customers.ts'
import { looseLines } from './invoice-items.ts'
import { finishInvoice, makeInvoice } from './make-invoice.ts'
import { cardError } from './pay-intent.ts'
import { methodFor, payInvoice } from './pay-invoice.ts'
import { needMethod } from './payment-methods.ts'
import { closeInvoice } from './renew-subscription.ts'

const creating = parameters({
  auto_advance: yes.optional(),
  collection_method: text.refine(method => method === 'charge_automatically').optional(),
  currency: currency.optional(),
  customer: text,
  description: text.optional(),
  footer: text.optional(),
  metadata: metadata.optional(),
  pending_invoice_items_behavior: text.refine(value => ['include', 'exclude'].includes(value)).optional(),
})
const updating = parameters({
  auto_advance: yes.optional(),
  default_payment_method: unsettable(text).optional(),
  description: unsettable(text).optional(),
  footer: unsettable(text).optional(),
  metadata: metadata.optional(),
})
const listing = parameters({
  ...paging,
  collection_method: text.optional(),
  created: range.optional(),
  customer: text.optional(),
  status: text.optional(),
  subscription: text.optional(),
})
const paying = parameters({
  payment_method: text.optional(),
  off_session: yes.optional(),
  paid_out_of_band: yes.optional(),
})

export const invoiceCalls = [
  call('POST', '/v1/invoices', creating, async (till, given) => {
    const customer = await needCustomer(till, given.customer, 'customer')
    const include = given.pending_invoice_items_behavior === 'include'
    const lines = include ? await looseLines(till, customer.id) : []
    return makeInvoice(till, {
      customer: customer.id,
      currency: given.currency ?? lines[0]?.currency ?? customer.currency ?? 'usd',
      reason: 'manual',
      lines,
      period: { start: till.at, end: till.at },
      finishAt: given.auto_advance ? till.at + 3600 : null,
      description: given.description,
      footer: given.footer,
      metadata: mergeMetadata({}, given.metadata),
    })
  }),
  call('GET', '/v1/invoices', listing, (till, given) => {
    const { collection_method, created, customer, status, subscription, ...pages } = given
    return listObjects(till, 'invoice', {
      url: '/v1/invoices',
      paging: pages,
      where: {
        collection_method,
        customer,
        status,
        ...(subscription ? { parent: { subscription_details: { subscription } } } : {}),
      },
      created,
    })
  }),
  call('GET', '/v1/invoices/:id', parameters({}), (till, _, id) => need(till, 'invoice', id)),
  call('POST', '/v1/invoices/:id', updating, async (till, { metadata: notes, ...plain }, id) => {
    const before = await need(till, 'invoice', id)
    const invoice = { ...before, ...plain, metadata: mergeMetadata(before.metadata, notes) }
    await tell(till, 'invoice.updated', await keep(till, invoice), before)
    return invoice
  }),
  call('DELETE', '/v1/invoices/:id', parameters({}), async (till, _, id) => {
    const invoice = await need(till, 'invoice', id)
    if (invoice.status !== 'draft') throw invalidRequest('You can only delete draft invoices.', 'id')
    await removeObject(till.tx, id)
    await tell(till, 'invoice.deleted', invoice)
    return { id, object: 'invoice', deleted: true }
  }),
  call('GET', '/v1/invoices/:id/lines', parameters(paging), async (till, _, id) => {
    const { lines } = await need(till, 'invoice', id)
    return aList(`/v1/invoices/${id}/lines`, lines.data)
  }),
  call(
    'POST',
    '/v1/invoices/:id/finalize',
    parameters({ auto_advance: yes.optional() }),
    async (till, given, id) => {
      const draft = await need(till, 'invoice', id)
      if (draft.status !== 'draft')
        throw invalidRequest(
          'This invoice is already finalized, you can’t re-finalize a non-draft invoice.',
          'id',
        )
      const open = await finishInvoice(till, draft)
      return given.auto_advance ? keep(till, { ...open, auto_advance: true }, { due: till.at + 3600 }) : open
    },
  ),
  call('POST', '/v1/invoices/:id/pay', paying, (till, given, id) => payByCall(till, given, id)),
  call('POST', '/v1/invoices/:id/void', parameters({}), async (till, _, id) =>
    closeInvoice(till, await needStatus(till, id, ['open', 'uncollectible']), 'void'),
  ),
  call('POST', '/v1/invoices/:id/mark_uncollectible', parameters({}), async (till, _, id) =>
    closeInvoice(till, await needStatus(till, id, ['open']), 'uncollectible'),
  ),
]

export const invoicePaymentCalls = [
  call(
    'GET',
    '/v1/invoice_payments',
    parameters({
      ...paging,
      created: range.optional(),
      invoice: text.optional(),
      payment: parameters({ type: text, payment_intent: text.optional() }).optional(),
      status: text.optional(),
    }),
    (till, { invoice, payment, status, created, ...pages }) =>
      listObjects(till, 'invoice_payment', {
        url: '/v1/invoice_payments',
        paging: pages,
        where: { invoice, payment, status },
        created,
      }),
  ),
  call('GET', '/v1/invoice_payments/:id', parameters({}), (till, _, id) => need(till, 'invoice_payment', id)),
]

async function needStatus(till: Till, id: string, allowed: string[]) {
  const invoice = await need(till, 'invoice', id)
  if (allowed.includes(invoice.status ?? '')) return invoice
  throw invalidRequest(
    `This invoice is ${invoice.status}, so this cannot be done with it.`,
    'id',
    'invoice_not_editable',
  )
}

/** Pays an open invoice now, with the card that is given or the one that is its default. */
async function payByCall(
  till: Till,
  given: { payment_method?: string; off_session?: boolean; paid_out_of_band?: boolean },
  id: string,
) {
  const before = await need(till, 'invoice', id)
  if (before.status === 'paid')
    throw invalidRequest('Invoice is already paid', undefined, 'invoice_already_paid')
  const invoice =
    before.status === 'draft'
      ? await finishInvoice(till, before)
      : await needStatus(till, id, ['open', 'uncollectible'])
  if (given.paid_out_of_band)
    throw invalidRequest(
      'Practice has no money that comes by other ways.',
      'paid_out_of_band',
      'parameter_unknown',
    )
  const chosen = given.payment_method
    ? (await needMethod(till, given.payment_method, 'payment_method')).id
    : null
  const method = await methodFor(till, invoice, chosen)
  if (!method)
    throw invalidRequest(
      'There is no `default_payment_method` set on this Customer or Invoice. Please attach a payment method first.',
      undefined,
      'invoice_no_payment_method_types',
    )
  const result = await payInvoice(till, invoice, method, { present: given.off_session === false })
  if (result.invoice.status === 'paid') return result.invoice
  if (result.intent?.status === 'requires_action')
    throw invalidRequest(
      'This invoice requires the customer to authenticate the payment.',
      undefined,
      'invoice_payment_intent_requires_action',
    )
  throw cardError(await need(till, 'payment_intent', idOf(result.intent)!))
}
