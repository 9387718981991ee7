import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { Experiment } from './appeal-queries.ts'
import type { Arm } from './compare-wordings.ts'

/** What an experiment has seen: its arms in one currency, and how many gave in others, which are not compared. */
export interface ExperimentData {
  currency: string | null
  arms: Arm[]
  inOtherCurrencies: number
}

/** Views of the experiment, and the money that came by its wordings in its time, net of what was given back since. */
export async function readExperiment(db: Database, experiment: Experiment): Promise<ExperimentData> {
  const [views, paid] = await Promise.all([viewsIn(db, experiment), paymentsIn(db, experiment)])
  const [currency = null] = [...new Set(paid.map(each => each.currency))].sort(
    (a, b) => countOf(paid, b) - countOf(paid, a),
  )
  return {
    currency,
    arms: experiment.wordingIds.map(wordingId => ({
      wordingId,
      views: views.get(wordingId) ?? 0,
      amounts: paid
        .filter(each => each.wordingId === wordingId && each.currency === currency)
        .map(({ amount }) => amount),
    })),
    inOtherCurrencies: currency === null ? 0 : paid.length - countOf(paid, currency),
  }
}

/** How often each wording was shown and held back, in experiments or not. */
export async function listViews(
  db: Database,
  wordingIds: readonly number[],
): Promise<Map<number, { shown: number; heldOut: number }>> {
  if (wordingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('appeal_views')
    .select(({ fn }) => [
      'wording_id',
      fn.sum<number>('shown').as('shown'),
      fn.sum<number>('held_out').as('heldOut'),
    ])
    .where('wording_id', 'in', [...wordingIds])
    .groupBy('wording_id')
    .execute()
  return new Map(
    rows.map(row => [row.wording_id, { shown: Number(row.shown), heldOut: Number(row.heldOut) }]),
  )
}

interface Paid {
  wordingId: number
  currency: string
  amount: number
}

async function viewsIn(db: Database, { id }: Experiment): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('appeal_views')
    .select(({ fn }) => ['wording_id', fn.sum<number>('shown').as('shown')])
    .where('experiment_id', '=', id)
    .groupBy('wording_id')
    .execute()
  return new Map(rows.map(row => [row.wording_id, Number(row.shown)]))
}

/** One row for each who gave: several payments of one membership are one answer. */
async function paymentsIn(db: Database, { wordingIds, startedAt, endsAt }: Experiment): Promise<Paid[]> {
  const { rows } = await sql<{ wording_id: number; currency: string; amount: string }>`
    select paid.wording_id, paid.currency, sum(paid.amount_minor + coalesce((
      select sum(later.amount_minor) from ledger_lines later
      where later.of_line_id = paid.id and later.kind in ('refund', 'dispute', 'dispute-won')), 0)) as amount
    from ledger_lines paid
    where paid.kind in ('membership-payment', 'single-payment', 'gift-payment')
      and paid.wording_id = any(${wordingIds}::bigint[]) and paid.currency is not null
      and paid.happened_at >= ${startedAt} and paid.happened_at < ${endsAt}
    group by paid.wording_id, paid.currency, coalesce('m' || paid.membership_id, 'g' || paid.gift_id, paid.object_id)
    having sum(paid.amount_minor + coalesce((
      select sum(later.amount_minor) from ledger_lines later
      where later.of_line_id = paid.id and later.kind in ('refund', 'dispute', 'dispute-won')), 0)) > 0`.execute(
    db,
  )
  return rows.map(row => ({
    wordingId: row.wording_id,
    currency: row.currency,
    amount: Number(row.amount),
  }))
}

function countOf(paid: readonly Paid[], currency: string): number {
  return paid.filter(each => each.currency === currency).length
}
