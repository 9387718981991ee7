import { call } from '../call.ts'
import { listObjects } from '../lists.ts'
import { mergeMetadata, metadata, paging, parameters, range, text } from '../parameters.ts'
import { searchObjects } from '../search.ts'
import { tell } from '../tell-event.ts'
import { keep, need } from '../till.ts'

const listing = parameters({
  ...paging,
  created: range.optional(),
  customer: text.optional(),
  payment_intent: text.optional(),
})

export const chargeCalls = [
  call('GET', '/v1/charges', listing, (till, { created, customer, payment_intent, ...pages }) =>
    listObjects(till, 'charge', {
      url: '/v1/charges',
      paging: pages,
      where: { customer, payment_intent },
      created,
    }),
  ),
  call(
    'GET',
    '/v1/charges/search',
    parameters({ query: text, limit: paging.limit, page: text.optional() }),
    (till, given) => searchObjects(till, 'charge', { url: '/v1/charges/search', ...given }),
  ),
  call('GET', '/v1/charges/:id', parameters({}), (till, _, id) => need(till, 'charge', id)),
  call(
    'POST',
    '/v1/charges/:id',
    parameters({ description: text.optional(), metadata: metadata.optional() }),
    async (till, { description, metadata: notes }, id) => {
      const before = await need(till, 'charge', id)
      const charge = {
        ...before,
        description: description ?? before.description,
        metadata: mergeMetadata(before.metadata, notes),
      }
      await tell(till, 'charge.updated', await keep(till, charge), before)
      return charge
    },
  ),
  call('GET', '/v1/charges/:id/refunds', parameters(paging), async (till, given, id) =>
    listObjects(till, 'refund', { url: `/v1/charges/${id}/refunds`, paging: given, where: { charge: id } }),
  ),
]
