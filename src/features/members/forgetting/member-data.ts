import { listLines } from '../../ledger/ledger.ts'
import type { AccountData } from '../../readers/reader.ts'
import { listMembershipsOf } from '../membership-queries.ts'
import { findTier } from '../tier-queries.ts'

const most = 10_000

/** A reader's memberships and payments, for the file of what is kept about them. Amounts are in minor units. */
export const memberData: AccountData = async (tx, readerId) => {
  const memberships = []
  for (const each of await listMembershipsOf(tx, readerId))
    memberships.push({
      tier: (await findTier(tx, each.tierId))?.name ?? null,
      source: each.source,
      state: each.state,
      startedAt: each.startedAt,
      paidUntil: each.paidUntil,
      endedAt: each.endedAt,
      endedBecause: each.endedBecause,
      amountMinor: each.amountMinor,
      currency: each.currency,
      period: each.period,
      feeMinor: each.feeMinor,
      cancelReason: each.cancelReason,
    })
  const filter = { kind: null, from: null, until: null, readerId }
  const lines = await listLines(tx, { filter, before: null, limit: most })
  const payments = lines
    // What the processor keeps for itself is the newsroom's expense.
    .filter(({ amountMinor, kind }) => amountMinor !== 0 && kind !== 'fee')
    .map(({ kind, amountMinor, currency, happenedAt, objectId }) => ({
      kind,
      amountMinor,
      currency,
      happenedAt,
      processorNumber: objectId,
    }))
  return { memberships, payments }
}
