import type { Attribution } from '../ledger/ledger.ts'

export const membershipStates = ['trial', 'active', 'late', 'paused', 'ended'] as const
export type MembershipState = (typeof membershipStates)[number]

export type MembershipSource = 'paid' | 'gift' | 'complimentary' | 'seat' | 'import'

export type EndedBecause = 'cancelled' | 'unpaid' | 'refunded' | 'disputed' | 'over' | 'removed' | 'merged'

export type Period = 'month' | 'year'

/** One reader's joining of one tier. */
export interface Membership {
  id: number
  readerId: number
  tierId: number
  source: MembershipSource
  state: MembershipState
  startedAt: Date
  /** Until when it is paid for or granted; null: without an end. */
  paidUntil: Date | null
  /**
   * Until when it stays in force beyond that: after a failed renewal for as long as the newsroom bears with it, else for
   * the days that a renewal may take to arrive.
   */
  graceUntil: Date | null
  cancelsAtEnd: boolean
  cancelReason: string
  pausedUntil: Date | null
  endedAt: Date | null
  endedBecause: EndedBecause | null
  subscription: string | null
  amountMinor: number | null
  currency: string | null
  period: Period | null
  feeMinor: number
  /** A seat: the membership it belongs to. */
  holderId: number | null
  giftId: number | null
  attribution: Attribution
}

/** The moment until which a membership is in force; null: without an end. */
export function inForceUntil({
  state,
  paidUntil,
  graceUntil,
  endedAt,
}: Pick<Membership, 'state' | 'paidUntil' | 'graceUntil' | 'endedAt'>): Date | null {
  if (state === 'ended') return endedAt
  return graceUntil ?? paidUntil
}

export function isInForce(
  membership: Pick<Membership, 'state' | 'paidUntil' | 'graceUntil' | 'endedAt'>,
  now: Date,
): boolean {
  if (membership.state === 'ended') return false
  const until = inForceUntil(membership)
  return until === null || until > now
}
