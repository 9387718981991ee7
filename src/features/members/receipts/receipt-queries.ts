import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** A payment as its receipt tells of it. */
export interface Receipt {
  lineId: number
  amountMinor: number
  currency: string
  paidAt: Date
  /** The membership's tier; null for a gift of money. */
  tier: string | null
  covers: { from: Date; until: Date } | null
  /** What was paid back of it, or is disputed. */
  givenBackMinor: number
}

/** A reader's payments for memberships and their gifts of money, the newest first; gifts to others have their own. */
export async function listReceipts(db: Database, readerId: number): Promise<Receipt[]> {
  const rows = await selectReceipts(db, readerId)
    .orderBy('l.happened_at', 'desc')
    .orderBy('l.id', 'desc')
    .execute()
  return rows.map(asReceipt)
}

export async function findReceipt(
  db: Database,
  { readerId, lineId }: { readerId: number; lineId: number },
): Promise<Receipt | null> {
  const row = await selectReceipts(db, readerId).where('l.id', '=', lineId).executeTakeFirst()
  return row ? asReceipt(row) : null
}

function selectReceipts(db: Database, readerId: number) {
  return db
    .selectFrom('ledger_lines as l')
    .leftJoin('memberships as m', 'm.id', 'l.membership_id')
    .leftJoin('tiers as t', 't.id', 'm.tier_id')
    .select([
      'l.id',
      'l.amount_minor',
      'l.currency',
      'l.happened_at',
      'l.covers_from',
      'l.covers_until',
      't.name',
    ])
    .select(eb =>
      eb
        .selectFrom('ledger_lines as back')
        .select(sql<number>`coalesce(-sum(back.amount_minor), 0)`.as('back'))
        .whereRef('back.of_line_id', '=', 'l.id')
        .where('back.kind', 'in', ['refund', 'dispute', 'dispute-won'])
        .as('given_back'),
    )
    .where('l.reader_id', 'in', eb =>
      eb
        .selectFrom('readers')
        .select('readers.id')
        .where(or => or.or([or('readers.id', '=', readerId), or('readers.merged_into', '=', readerId)])),
    )
    .where('l.kind', 'in', ['membership-payment', 'single-payment'])
    .where('l.amount_minor', '>', 0)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReceipts>['execute']>>[number]

function asReceipt(row: Row): Receipt {
  const { covers_from: from, covers_until: until } = row
  return {
    lineId: row.id,
    amountMinor: row.amount_minor,
    currency: row.currency ?? 'eur',
    paidAt: row.happened_at,
    tier: row.name,
    covers: from && until ? { from, until } : null,
    givenBackMinor: Number(row.given_back ?? 0),
  }
}
