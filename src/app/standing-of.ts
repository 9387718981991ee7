import { isInForce } from '../features/members/membership.ts'
import { listMembershipsOf } from '../features/members/membership-queries.ts'
import type { StandingOf } from '../features/readers/reader.ts'

/** Whether pages are printed for a reader as for a member. */
export const standingOf: StandingOf = async (house, readerId) => {
  const memberships = await listMembershipsOf(house.db, readerId)
  const now = house.payments.now()
  return memberships.some(membership => isInForce(membership, now)) ? 'member' : 'guest'
}
