import type Stripe from 'stripe'
import { call } from '../call.ts'
import { letters, newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { removeObject } from '../object-queries.ts'
import { mergeMetadata, metadata, paging, parameters, text, unsettable, yes } from '../parameters.ts'
import { keep, need } from '../till.ts'

const shared = { description: unsettable(text).optional(), metadata: metadata.optional() }
const creating = parameters({
  ...shared,
  api_version: text.optional(),
  enabled_events: text.array().min(1),
  url: text,
})
const updating = parameters({
  ...shared,
  disabled: yes.optional(),
  enabled_events: text.array().min(1).optional(),
  url: text.optional(),
})

export const webhookEndpointCalls = [
  call('POST', '/v1/webhook_endpoints', creating, async (till, given) => {
    const secret = `whsec_${letters(32)}`
    const endpoint: Stripe.WebhookEndpoint = {
      id: newId('webhook_endpoint'),
      object: 'webhook_endpoint',
      api_version: given.api_version ?? null,
      application: null,
      created: till.at,
      description: given.description ?? null,
      enabled_events: given.enabled_events,
      livemode: false,
      metadata: mergeMetadata({}, given.metadata),
      status: 'enabled',
      url: given.url,
    }
    const { last } = await till.tx
      .selectFrom('practice_events')
      .select(eb => eb.fn.max('seq').as('last'))
      .executeTakeFirstOrThrow()
    // It is told what happens from now on.
    await keep(till, endpoint, { hidden: { secret, after: last ?? 0 } })
    // The secret is shown this once.
    return { ...endpoint, secret }
  }),
  call('GET', '/v1/webhook_endpoints', parameters(paging), (till, pages) =>
    listObjects(till, 'webhook_endpoint', { url: '/v1/webhook_endpoints', paging: pages }),
  ),
  call('GET', '/v1/webhook_endpoints/:id', parameters({}), (till, _, id) =>
    need(till, 'webhook_endpoint', id),
  ),
  call('POST', '/v1/webhook_endpoints/:id', updating, async (till, given, id) => {
    const before = await need(till, 'webhook_endpoint', id)
    const { disabled, metadata: notes, ...plain } = given
    return keep(till, {
      ...before,
      ...plain,
      ...(disabled === undefined ? {} : { status: disabled ? 'disabled' : 'enabled' }),
      metadata: mergeMetadata(before.metadata, notes),
    })
  }),
  call('DELETE', '/v1/webhook_endpoints/:id', parameters({}), async (till, _, id) => {
    await need(till, 'webhook_endpoint', id)
    await removeObject(till.tx, id)
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]
