import { inForceUntil, isInForce, type Membership } from '../members/member.ts'
import { addMonths } from './gift.ts'

/** What accepting a gift comes to for somebody who has these memberships. */
export type GivenTime =
  | { gives: 'own'; from: Date; until: Date }
  | { gives: 'longer'; membership: Membership; from: Date; until: Date }
  | { gives: 'renewal'; membership: Membership; from: Date; until: Date }
  /** There is one without an end already, to which no time can be added. */
  | { gives: 'nothing' }

/**
 * Where a gift's months go (docs/decisions/0018): to the next payment of somebody who pays, which is put off; to the end
 * of a membership that was given; after the end of one that ends anyway; or from now on.
 */
export function givenTime(
  memberships: readonly Membership[],
  { now, months }: { now: Date; months: number },
): GivenTime {
  const running = memberships.filter(membership => isInForce(membership, now))
  const span = (from: Date) => ({ from, until: addMonths(from, months) })
  if (running.length === 0) return { gives: 'own', ...span(now) }
  const paying = running.find(isRenewed)
  if (paying) return { gives: 'renewal', membership: paying, ...span(paying.paidUntil!) }
  if (running.some(membership => inForceUntil(membership) === null)) return { gives: 'nothing' }
  const last = running.reduce((a, b) => (inForceUntil(a)! >= inForceUntil(b)! ? a : b))
  const end = inForceUntil(last)!
  return isGranted(last)
    ? { gives: 'longer', membership: last, ...span(end) }
    : { gives: 'own', ...span(end) }
}

/** Its next payment is due by itself at the end of what is paid for. */
function isRenewed({ subscription, state, cancelsAtEnd, paidUntil }: Membership): boolean {
  return (
    subscription !== null && (state === 'active' || state === 'trial') && !cancelsAtEnd && paidUntil !== null
  )
}

/** Its end is ours to set. */
function isGranted({ subscription, source }: Membership): boolean {
  return subscription === null && source !== 'seat'
}
