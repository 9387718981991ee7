import { isInForce, type Membership } from './membership.ts'

/** What happened to a membership, as its letters and the newsroom speak of it. */
export type MemberChange =
  | 'began'
  | 'late'
  | 'lapsed'
  | 'restored'
  | 'will-end'
  | 'goes-on'
  | 'ended'
  | 'paused'
  | 'resumed'
  | 'changed'

/**
 * What happened between two states of one membership; null where nothing did that anybody needs to be told. `before` is
 * null for a membership that is new.
 */
export function changeBetween(before: Membership | null, after: Membership, now: Date): MemberChange | null {
  if (before === null) return after.state === 'ended' ? null : 'began'
  if (after.state !== before.state) return changeOfState(before, after, now)
  if (after.cancelsAtEnd !== before.cancelsAtEnd) return after.cancelsAtEnd ? 'will-end' : 'goes-on'
  if (isSamePrice(before, after)) return null
  return 'changed'
}

function changeOfState(before: Membership, after: Membership, now: Date): MemberChange | null {
  if (after.state === 'ended') return after.endedBecause === 'unpaid' ? 'lapsed' : 'ended'
  if (after.state === 'late') return 'late'
  if (after.state === 'paused') return 'paused'
  if (before.state === 'paused') return 'resumed'
  if (before.state === 'late') return isInForce(after, now) ? 'restored' : null
  return null
}

function isSamePrice(before: Membership, after: Membership): boolean {
  return (
    before.amountMinor === after.amountMinor &&
    before.currency === after.currency &&
    before.period === after.period &&
    before.tierId === after.tierId
  )
}
