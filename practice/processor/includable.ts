import { aList, listObjects } from './lists.ts'
import { findObject, objectsWith } from './object-queries.ts'
import { type CheckoutPlan, lineItems } from './resources/checkout-plan.ts'
import { hiddenOf, idOf, type Till } from './till.ts'

type Included = (till: Till, holder: { id: string }) => Promise<unknown>

const paging = { limit: 10 }

/** Lists and values that an object shows only when `expand[]` asks for them, by `object.field`. */
export const includable: Record<string, Included> = {
  'checkout.session.line_items': async (till, { id }) =>
    aList(
      `/v1/checkout/sessions/${id}/line_items`,
      await lineItems(till, await hiddenOf<CheckoutPlan>(till, id)),
    ),
  'customer.subscriptions': (till, { id }) =>
    listObjects(till, 'subscription', {
      url: `/v1/customers/${id}/subscriptions`,
      paging,
      where: { customer: id },
    }),
  'charge.refunds': (till, { id }) =>
    listObjects(till, 'refund', { url: `/v1/charges/${id}/refunds`, paging, where: { charge: id } }),
  'invoice.payments': (till, { id }) =>
    listObjects(till, 'invoice_payment', { url: '/v1/invoice_payments', paging, where: { invoice: id } }),
  'invoice.confirmation_secret': async (till, { id }) => {
    const [payment] = await objectsWith(till.tx, 'invoice_payment', { invoice: id })
    const intent = idOf(payment?.payment.payment_intent)
    const found = intent ? await findObject(till.tx, 'payment_intent', intent) : null
    return found && { type: 'payment_intent', client_secret: found.client_secret }
  },
}
