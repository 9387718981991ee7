import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type NewLine, nowhere } from './ledger.ts'

/**
 * Writes a fact into the ledger, once: the same fact heard of again changes nothing. Returns the line's number, and
 * whether it is new.
 */
export async function recordLine(
  tx: Transaction,
  { payments }: Pick<House, 'payments'>,
  line: NewLine,
): Promise<{ id: number; isNew: boolean }> {
  const { campaignId, appealId, wordingId } = line.attribution ?? nowhere
  const amount = line.amountMinor ?? 0
  const written = await tx
    .insertInto('ledger_lines')
    .values({
      kind: line.kind,
      object_id: line.objectId,
      source: line.source,
      amount_minor: amount,
      currency: amount === 0 ? null : (line.currency ?? null),
      members: line.members,
      gifts: line.gifts,
      reader_id: line.readerId ?? null,
      membership_id: line.membershipId ?? null,
      gift_id: line.giftId ?? null,
      of_line_id: line.ofLineId ?? null,
      covers_from: line.covers?.from ?? null,
      covers_until: line.covers?.until ?? null,
      campaign_id: campaignId,
      appeal_id: appealId,
      wording_id: wordingId,
      happened_at: line.happenedAt,
      recorded_at: payments.now(),
    })
    .onConflict(conflict => conflict.columns(['kind', 'object_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written) return { id: written.id, isNew: true }
  const { id } = await tx
    .selectFrom('ledger_lines')
    .select('id')
    .where('kind', '=', line.kind)
    .where('object_id', '=', line.objectId)
    .executeTakeFirstOrThrow()
  return { id, isNew: false }
}
