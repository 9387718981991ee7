import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { recordLine } from '../ledger/ledger.ts'
import { inForceUntil, isInForce, type Membership } from './membership.ts'
import { sumMemberLines } from './membership-queries.ts'

/**
 * Brings the ledger's count of a membership to what its state says: a line where it began, one where it ended, another
 * where it came back. One that had ended before it was heard of gets both. The caller holds the membership's lock.
 * Returns whether a line was written.
 */
export async function countMembership(
  tx: Transaction,
  house: Pick<House, 'payments'>,
  { membership, source }: { membership: Membership; source: string },
): Promise<boolean> {
  const now = house.payments.now()
  const { lines, members } = await sumMemberLines(tx, membership.id)
  const due = isInForce(membership, now) ? 1 : 0
  const ended = inForceUntil(membership)
  let number = lines
  let counted = members
  if (lines === 0 && membership.startedAt <= now) {
    await line('member-began', membership.startedAt)
    counted = 1
  }
  if (counted > due) await line('member-ended', ended && ended < now ? ended : now)
  if (counted < due && number > 0) await line('member-began', now)
  return number > lines

  async function line(kind: 'member-began' | 'member-ended', happenedAt: Date): Promise<void> {
    number++
    await recordLine(tx, house, {
      kind,
      objectId: `membership:${membership.id}:${number}`,
      source,
      happenedAt,
      members: kind === 'member-began' ? 1 : -1,
      readerId: membership.readerId,
      membershipId: membership.id,
      giftId: membership.giftId,
      attribution: membership.attribution,
    })
  }
}
