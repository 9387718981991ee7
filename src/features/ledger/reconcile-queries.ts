import type { Transaction } from '../../platform/database/database.ts'
import { paymentKinds } from './ledger-figures.ts'

export type DifferenceKind = 'missing' | 'unknown' | 'amount' | 'state'

export interface Difference {
  objectId: string
  kind: DifferenceKind
  ours: string
  theirs: string
  repairedAt: Date | null
}

export interface Reconciliation {
  id: number
  beganAt: Date
  endedAt: Date | null
  coversFrom: Date
  coversUntil: Date
  checked: number
  failure: string
  differences: Difference[]
}

export async function beginReconciliation(
  db: Transaction,
  span: { now: Date; from: Date; until: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('reconciliations')
    .values({ began_at: span.now, covers_from: span.from, covers_until: span.until })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function endReconciliation(
  db: Transaction,
  id: number,
  result: { now: Date; checked: number; failure: string },
): Promise<void> {
  await db
    .updateTable('reconciliations')
    .set({ ended_at: result.now, checked: result.checked, failure: result.failure })
    .where('id', '=', id)
    .execute()
}

export async function insertDifference(
  db: Transaction,
  reconciliationId: number,
  { objectId, kind, ours, theirs, repairedAt }: Difference,
): Promise<void> {
  await db
    .insertInto('reconciliation_differences')
    .values({
      reconciliation_id: reconciliationId,
      object_id: objectId,
      kind,
      ours,
      theirs,
      repaired_at: repairedAt,
    })
    .execute()
}

/** What the ledger holds of a charge, a refund or a dispute: the sum of its lines, without fees; null for nothing. */
export async function amountOf(db: Transaction, objectId: string): Promise<number | null> {
  const row = await db
    .selectFrom('ledger_lines')
    .select(({ fn }) => [fn.sum<number>('amount_minor').as('amount'), fn.countAll<number>().as('lines')])
    .where('object_id', '=', objectId)
    .where('kind', '<>', 'fee')
    .executeTakeFirstOrThrow()
  return Number(row.lines) === 0 ? null : Number(row.amount)
}

/** The charges that the ledger says were paid over a span. */
export async function listCharges(
  db: Transaction,
  { from, until }: { from: Date; until: Date },
): Promise<string[]> {
  const rows = await db
    .selectFrom('ledger_lines')
    .select('object_id')
    .where('kind', 'in', paymentKinds)
    .where('happened_at', '>=', from)
    .where('happened_at', '<', until)
    .execute()
  return rows.map(row => row.object_id)
}

/** The latest comparisons with what they found, the newest first. */
export async function listReconciliations(db: Transaction, limit: number): Promise<Reconciliation[]> {
  const rows = await db.selectFrom('reconciliations').selectAll().orderBy('id', 'desc').limit(limit).execute()
  if (rows.length === 0) return []
  const differences = await db
    .selectFrom('reconciliation_differences')
    .selectAll()
    .where(
      'reconciliation_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    coversFrom: row.covers_from,
    coversUntil: row.covers_until,
    checked: row.checked,
    failure: row.failure,
    differences: differences
      .filter(found => found.reconciliation_id === row.id)
      .map(found => ({
        objectId: found.object_id,
        kind: found.kind,
        ours: found.ours,
        theirs: found.theirs,
        repairedAt: found.repaired_at,
      })),
  }))
}
