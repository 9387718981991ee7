import { z } from 'zod'
import type { Transaction } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import type { Forgetting } from '../../readers/reader.ts'
import { countMembership } from '../count-membership.ts'
import { listMembershipsOf, lockMembership, updateMembership } from '../membership-queries.ts'
import { tellSupportChanged } from '../tell-support-changed.ts'
import { forgettingMessages } from './forgetting-messages.ts'
import { listCustomers, takeOutInvitations, takeOutReasons } from './forgetting-queries.ts'

/**
 * With a reader's account, every membership of theirs ends: what the newsroom granted at once, what is paid by the
 * processor as soon as it has heard of it. There the customer goes too, with the card; its number stays with the empty
 * account, so that a late event about it makes no new one.
 */
export const forgetMember: Forgetting = {
  async warn({ db }, { id, language }) {
    const open = (await listMembershipsOf(db, id)).filter(({ state }) => state !== 'ended')
    const texts = forgettingMessages(language)
    if (open.length === 0) return []
    return [open.some(({ subscription }) => subscription !== null) ? texts.paid : texts.granted]
  },
  async forget(tx, house, readerId) {
    const open = (await listMembershipsOf(tx, readerId)).filter(({ state }) => state !== 'ended')
    for (const { id, subscription } of open) if (subscription === null) await end(tx, house, id)
    await takeOutReasons(tx, readerId)
    await takeOutInvitations(tx, readerId)
    const customers = await listCustomers(tx, readerId)
    if (customers.length > 0) await house.jobs.send(tx, removeCustomersJob, { customers })
    if (open.length > 0) await tellSupportChanged(tx, house, [readerId])
  },
}

/** Removes customers at the processor; their subscriptions end with them, and nothing more is taken. */
export const removeCustomersJob: JobKind<{ customers: string[] }> = {
  name: 'remove-customers',
  schema: z.object({ customers: z.array(z.string()) }),
  // Money must not go on being taken because the processor was away for a day.
  retryLimit: 30,
  async run({ customers }, house) {
    const stripe = await house.payments.stripe()
    for (const customer of customers)
      await stripe.customers.del(customer).catch(error => {
        if ((error as { code?: string }).code !== 'resource_missing') throw error
      })
  },
}

async function end(tx: Transaction, house: House, id: number): Promise<void> {
  const before = await lockMembership(tx, id)
  if (!before || before.state === 'ended') return
  const now = house.payments.now()
  const after = { ...before, state: 'ended' as const, endedAt: now, endedBecause: 'removed' as const }
  await updateMembership(tx, after, now)
  await countMembership(tx, house, { membership: after, source: 'reader' })
}
