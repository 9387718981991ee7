import type { Transaction } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { countMembership } from '../count-membership.ts'
import type { Membership } from '../membership.ts'
import { updateMembership } from '../membership-queries.ts'
import { lockSeatsOf } from './seat-queries.ts'

/** Brings the seats of a membership to what it is itself: in force as long as it is, ended with it. Safe to repeat. */
export async function followHolder(
  tx: Transaction,
  house: Pick<House, 'payments'>,
  { holder, source }: { holder: Membership; source: string },
): Promise<void> {
  for (const seat of await lockSeatsOf(tx, holder.id)) {
    const ended = holder.state === 'ended'
    const after: Membership = {
      ...seat,
      tierId: holder.tierId,
      state: holder.state,
      paidUntil: holder.paidUntil,
      graceUntil: holder.graceUntil,
      pausedUntil: holder.pausedUntil,
      endedAt: ended ? holder.endedAt : null,
      endedBecause: ended ? 'over' : null,
    }
    await updateMembership(tx, after, house.payments.now())
    await countMembership(tx, house, { membership: after, source })
  }
}
