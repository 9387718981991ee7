import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { objectsWith, removeObject } from '../object-queries.ts'
import { moment, paging, parameters, text } from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { oneThing } from '../run-due.ts'
import { tell } from '../tell-event.ts'
import { keep, need } from '../till.ts'
import { endSubscription } from './end-subscription.ts'

const year = 365 * 86_400

export const testClockCalls = [
  call(
    'POST',
    '/v1/test_helpers/test_clocks',
    parameters({ frozen_time: moment, name: text.optional() }),
    async (till, { frozen_time, name }) => {
      const clock: Stripe.TestHelpers.TestClock = {
        id: newId('test_helpers.test_clock'),
        object: 'test_helpers.test_clock',
        created: till.at,
        deletes_after: till.at + 30 * 86_400,
        frozen_time,
        livemode: false,
        name: name ?? null,
        status: 'ready',
        status_details: {},
      }
      await tell(till, 'test_helpers.test_clock.created', await keep(till, clock))
      return clock
    },
  ),
  call('GET', '/v1/test_helpers/test_clocks', parameters(paging), (till, pages) =>
    listObjects(till, 'test_helpers.test_clock', { url: '/v1/test_helpers/test_clocks', paging: pages }),
  ),
  call('GET', '/v1/test_helpers/test_clocks/:id', parameters({}), (till, _, id) =>
    need(till, 'test_helpers.test_clock', id),
  ),
  call(
    'POST',
    '/v1/test_helpers/test_clocks/:id/advance',
    parameters({ frozen_time: moment }),
    async (till, { frozen_time: until }, id) => {
      const before = await need(till, 'test_helpers.test_clock', id)
      if (until <= before.frozen_time || until > before.frozen_time + 2 * year)
        throw invalidRequest('A clock goes forward, by two years at most.', 'frozen_time')
      // Stripe answers while it is still at it; here the answer comes when all is done.
      while (await oneThing({ ...till, at: until }, until, id));
      const clock = await keep(till, { ...before, frozen_time: until })
      await tell(till, 'test_helpers.test_clock.ready', clock, before)
      return clock
    },
  ),
  call('DELETE', '/v1/test_helpers/test_clocks/:id', parameters({}), async (till, _, id) => {
    const clock = await need(till, 'test_helpers.test_clock', id)
    for (const subscription of await objectsWith(till.tx, 'subscription', { test_clock: id }))
      if (subscription.ended_at === null)
        await endSubscription(till, subscription, { reason: 'cancellation_requested' })
    for (const { id: customer } of await objectsWith(till.tx, 'customer', { test_clock: id }))
      await removeObject(till.tx, customer)
    await removeObject(till.tx, id)
    await tell(till, 'test_helpers.test_clock.deleted', clock)
    return { id, object: 'test_helpers.test_clock', deleted: true }
  }),
]
