import { z } from 'zod'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { findMembership } from './membership-queries.ts'

/**
 * Ends a membership whose payment somebody disputes with their bank: whoever says that they never wanted it must not be
 * charged again. What follows comes back as an event. Safe to repeat.
 */
export const endDisputedJob: JobKind<{ membership: number }> = {
  name: 'end-disputed-membership',
  schema: z.object({ membership: z.int() }),
  async run({ membership: id }, house) {
    const membership = await findMembership(house.db, id)
    if (!membership?.subscription || membership.state === 'ended') return
    const client = await house.payments.stripe()
    const subscription = await client.subscriptions.retrieve(membership.subscription)
    if (subscription.status === 'canceled') return
    await client.subscriptions.cancel(subscription.id, { cancellation_details: { comment: 'disputed' } })
  },
}
