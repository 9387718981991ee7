import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'
import type { LedgerKind } from '../../platform/database/schema-support.ts'

export interface LedgerLine {
  id: number
  kind: LedgerKind
  amountMinor: number
  currency: string | null
  members: number
  gifts: number
  readerId: number | null
  /** '' for one who was forgotten. */
  readerName: string
  objectId: string
  source: string
  happenedAt: Date
}

export interface LedgerFilter {
  kind: LedgerKind | null
  from: Date | null
  until: Date | null
  readerId?: number | null
  afterLine?: number
}

/** Lines of the ledger, the newest first; `before` is where the page before ended. */
export async function listLines(
  db: Transaction,
  options: { filter: LedgerFilter; before: { at: Date; id: number } | null; limit: number },
): Promise<LedgerLine[]> {
  const { filter, before, limit } = options
  return db
    .selectFrom('ledger_lines as l')
    .leftJoin('readers as r', 'r.id', 'l.reader_id')
    .select([
      'l.id',
      'l.kind',
      'l.amount_minor as amountMinor',
      'l.currency',
      'l.members',
      'l.gifts',
      'l.reader_id as readerId',
      sql<string>`coalesce(nullif(r.name, ''), r.email, '')`.as('readerName'),
      'l.object_id as objectId',
      'l.source',
      'l.happened_at as happenedAt',
    ])
    .$if(filter.kind !== null, query => query.where('l.kind', '=', filter.kind!))
    .$if(filter.from !== null, query => query.where('l.happened_at', '>=', filter.from!))
    .$if(filter.until !== null, query => query.where('l.happened_at', '<', filter.until!))
    .$if(filter.readerId != null, query => query.where('l.reader_id', '=', filter.readerId!))
    .$if(filter.afterLine !== undefined, query => query.where('l.id', '>', filter.afterLine!))
    .$if(before !== null, query =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('l.happened_at', 'l.id'), '<', tuple(before!.at, before!.id)),
      ),
    )
    .orderBy('l.happened_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit)
    .execute()
}

export interface LedgerSum {
  currency: string
  kind: LedgerKind
  amountMinor: number
  lines: number
}

/** What the lines of a filter come to, by currency and kind. */
export async function sumLines(db: Transaction, filter: LedgerFilter): Promise<LedgerSum[]> {
  const rows = await db
    .selectFrom('ledger_lines')
    .select(({ fn }) => [
      'currency',
      'kind',
      fn.sum<number>('amount_minor').as('amountMinor'),
      fn.countAll<number>().as('lines'),
    ])
    .where('currency', 'is not', null)
    .$if(filter.kind !== null, query => query.where('kind', '=', filter.kind!))
    .$if(filter.from !== null, query => query.where('happened_at', '>=', filter.from!))
    .$if(filter.until !== null, query => query.where('happened_at', '<', filter.until!))
    .$if(filter.readerId != null, query => query.where('reader_id', '=', filter.readerId!))
    .$if(filter.afterLine !== undefined, query => query.where('id', '>', filter.afterLine!))
    .groupBy(['currency', 'kind'])
    .orderBy('currency')
    .orderBy('kind')
    .execute()
  return rows.map(row => ({
    currency: row.currency!,
    kind: row.kind,
    amountMinor: Number(row.amountMinor),
    lines: Number(row.lines),
  }))
}
