import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import {
  countMembership,
  inForceUntil,
  isInForce,
  lockMembershipsOf,
  type Membership,
  tellSupportChanged,
  updateMembership,
} from '../members/member.ts'
import { listNotBegun, lockReaderRow, moveGivenTime } from './gift-queries.ts'

/**
 * Begins gift memberships that waited for the end of another one, as soon as that is over; one that turned out to last
 * longer keeps them waiting, without a day lost. Safe to repeat.
 */
export async function beginGiftTime(house: House): Promise<void> {
  for (const { id, readerId } of await listNotBegun(house.db))
    await house.db.transaction().execute(tx => begin(tx, house, { id, readerId }))
}

async function begin(
  tx: Transaction,
  house: House,
  { id, readerId }: { id: number; readerId: number },
): Promise<void> {
  await lockReaderRow(tx, readerId)
  const memberships = await lockMembershipsOf(tx, readerId)
  const waiting = memberships.find(membership => membership.id === id)
  if (!waiting || waiting.state === 'ended' || !waiting.paidUntil) return
  const now = house.payments.now()
  const startedAt = startOf(waiting, { memberships, now })
  const moved = startedAt.getTime() - waiting.startedAt.getTime()
  const after = { ...waiting, startedAt, paidUntil: new Date(waiting.paidUntil.getTime() + moved) }
  if (moved !== 0) {
    await updateMembership(tx, after, now)
    await moveGivenTime(tx, id, moved)
  }
  const counted = await countMembership(tx, house, { membership: after, source: 'time' })
  if (moved !== 0 || counted) await tellSupportChanged(tx, house, [readerId])
}

/** When the last of the others ends; now, or when it was to be, where none runs any more. */
function startOf(
  waiting: Membership,
  { memberships, now }: { memberships: readonly Membership[]; now: Date },
): Date {
  const others = memberships.filter(
    other => other.id !== waiting.id && other.startedAt <= now && isInForce(other, now),
  )
  if (others.length === 0) return waiting.startedAt > now ? now : waiting.startedAt
  const ends = others.map(other => inForceUntil(other) ?? waiting.startedAt)
  const last = new Date(Math.max(...ends.map(Number)))
  return last > now ? last : waiting.startedAt
}
