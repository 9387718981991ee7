import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { Gains } from './figures.ts'

/** From (inclusive) and until (exclusive). */
export interface Span {
  from: Date
  until: Date
}

/** What began in the time of a campaign, net of what was undone since. Sums over the ledger. */
export async function countGains(db: Database, span: Span): Promise<Gains> {
  const [members, gifts, supporters, raised] = await Promise.all([
    newMembers(db, span),
    newGifts(db, span),
    newSupporters(db, span),
    raisedIn(db, span),
  ])
  return { members, gifts, supporters, raised }
}

/**
 * Memberships that readers came by themselves: paid, given or a seat of such. What was refunded, disputed or merged
 * never was; who left again after a while did join.
 */
const begun = ({ from, until }: Span) => sql`
  select line.members, line.reader_id, line.membership_id
  from ledger_lines line join memberships one on one.id = line.membership_id
  where line.kind = 'member-began' and line.happened_at >= ${from} and line.happened_at < ${until}
    and one.source in ('paid', 'gift', 'seat')
    and (one.ended_because is null or one.ended_because not in ('refunded', 'disputed', 'merged', 'removed'))`

/** What is left of each payment after everything that was said about it since. */
const netOf = (line: string) => sql`
  ${sql.ref(line)}.amount_minor + coalesce((
    select sum(later.amount_minor) from ledger_lines later
    where later.of_line_id = ${sql.ref(line)}.id and later.kind in ('refund', 'dispute', 'dispute-won')), 0)`

async function newMembers(db: Database, span: Span): Promise<number> {
  return one(db, sql`select coalesce(sum(members), 0) as number from (${begun(span)}) begun`)
}

async function newGifts(db: Database, { from, until }: Span): Promise<number> {
  return one(
    db,
    sql`with bought as (
      select gifts, gift_id from ledger_lines
      where kind = 'gift-bought' and happened_at >= ${from} and happened_at < ${until})
    select (select coalesce(sum(gifts), 0) from bought) + (select coalesce(sum(gifts), 0) from ledger_lines
      where kind = 'gift-undone' and gift_id in (select gift_id from bought)) as number`,
  )
}

/** Readers who joined or gave in the time, and were no supporters when it began. */
async function newSupporters(db: Database, span: Span): Promise<number> {
  const { from, until } = span
  return one(
    db,
    sql`with came as (
      select reader_id from (${begun(span)}) begun where reader_id is not null
      union
      select paid.reader_id from ledger_lines paid
      where paid.kind = 'single-payment' and paid.reader_id is not null
        and paid.happened_at >= ${from} and paid.happened_at < ${until} and ${netOf('paid')} > 0)
    select count(*) as number from came where not exists (
      select from ledger_lines before where before.reader_id = came.reader_id and before.happened_at < ${from}
      having sum(before.members) > 0
        or count(*) filter (where before.kind = 'single-payment'
          and before.happened_at >= ${from}::timestamptz - interval '12 months') > 0)`,
  )
}

/** A renewal of what was there before is not gained; the first payment of what began in the time is. */
async function raisedIn(db: Database, span: Span): Promise<Map<string, number>> {
  const { from, until } = span
  const { rows } = await sql<{ currency: string; amount: number }>`
    select paid.currency, sum(${netOf('paid')}) as amount from ledger_lines paid
    where paid.happened_at >= ${from} and paid.happened_at < ${until} and (
      paid.kind in ('single-payment', 'gift-payment')
      or (paid.kind = 'membership-payment' and paid.membership_id in (
        select began.membership_id from ledger_lines began
        where began.kind = 'member-began' and began.happened_at >= ${from} and began.happened_at < ${until})))
    group by paid.currency having sum(${netOf('paid')}) <> 0`.execute(db)
  return new Map(rows.map(({ currency, amount }) => [currency, Number(amount)]))
}

async function one(db: Database, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await query.execute(db)
  return Number((rows[0] as { number: number | string }).number)
}
