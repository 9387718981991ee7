import type { House } from '../../platform/house.ts'
import { countMembership } from './count-membership.ts'
import { tellLapse } from './member-letters.ts'
import { listOverdue, updateMembership } from './membership-queries.ts'
import { tellSupportChanged } from './tell-support-changed.ts'

const atOnce = 200

/**
 * Takes out of force what has run out: gifts and memberships for a time are over; a paid one whose grace has passed
 * lapses, and comes back by itself when its card is repaired. Safe to repeat.
 */
export async function endOverdue(house: House): Promise<void> {
  for (;;) {
    const ended = await house.db.transaction().execute(async tx => {
      const now = house.payments.now()
      const overdue = await listOverdue(tx, now, atOnce)
      for (const membership of overdue) {
        // A seat comes back together with the membership that it belongs to.
        const over = membership.subscription === null && membership.holderId === null
        const after = over
          ? {
              ...membership,
              state: 'ended' as const,
              endedAt: membership.graceUntil ?? membership.paidUntil,
              endedBecause: 'over' as const,
            }
          : membership
        if (over) await updateMembership(tx, after, now)
        await countMembership(tx, house, { membership: after, source: 'time' })
        if (membership.subscription !== null) await tellLapse(tx, house, membership)
      }
      if (overdue.length > 0)
        await tellSupportChanged(
          tx,
          house,
          overdue.map(({ readerId }) => readerId),
        )
      return overdue.length
    })
    if (ended < atOnce) return
  }
}
