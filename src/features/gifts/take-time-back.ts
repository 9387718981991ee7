import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { countMembership, lockMembership, type Membership, updateMembership } from '../members/member.ts'
import type { Gift } from './gift.ts'

/**
 * Takes what is left of a claimed gift's time from its membership: it ends there, or ends sooner where other gifts made it
 * longer. A renewal that was put off is brought back by `moveRenewals`.
 */
export async function takeTimeBack(
  tx: Transaction,
  house: House,
  { gift, source }: { gift: Gift; source: string },
): Promise<void> {
  const found = await ownTime(tx, gift)
  if (!found) return
  const { membership, from, until } = found
  const now = house.payments.now()
  if (membership.state === 'ended' || !membership.paidUntil) return
  const left = leftOf({ from, until }, now)
  const paidUntil = new Date(membership.paidUntil.getTime() - left)
  const over = paidUntil <= now || paidUntil <= membership.startedAt
  await save(tx, house, {
    source,
    membership: {
      ...membership,
      paidUntil,
      ...(over ? { state: 'ended', endedAt: now, endedBecause: gift.undoneBecause ?? 'refunded' } : {}),
    },
  })
}

/** Gives back what was taken: a dispute was won, or a refund failed. */
export async function giveTimeBack(
  tx: Transaction,
  house: House,
  { gift, undoneAt, source }: { gift: Gift; undoneAt: Date; source: string },
): Promise<void> {
  const found = await ownTime(tx, gift)
  if (!found) return
  const { membership, from, until } = found
  const now = house.payments.now()
  const left = leftOf({ from, until }, undoneAt)
  const ended = membership.state === 'ended'
  if (left <= 0 || (!ended && !membership.paidUntil)) return
  const base = ended ? now : membership.paidUntil!
  await save(tx, house, {
    source,
    membership: {
      ...membership,
      state: 'active',
      endedAt: null,
      endedBecause: null,
      paidUntil: new Date(base.getTime() + left),
    },
  })
}

async function ownTime(tx: Transaction, gift: Gift) {
  const { membershipId, gives, givenFrom: from, givenUntil: until } = gift
  if (membershipId === null || gives === 'renewal' || !from || !until) return null
  const membership = await lockMembership(tx, membershipId)
  return membership && { membership, from, until }
}

/** Milliseconds of a span that lie after a moment. */
function leftOf({ from, until }: { from: Date; until: Date }, at: Date): number {
  return Math.max(0, until.getTime() - Math.max(from.getTime(), at.getTime()))
}

async function save(
  tx: Transaction,
  house: House,
  { membership, source }: { membership: Membership; source: string },
): Promise<void> {
  await updateMembership(tx, membership, house.payments.now())
  await countMembership(tx, house, { membership, source })
}
