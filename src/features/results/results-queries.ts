import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'

/** Months are those of the publication's time zone, written "2026-11". */
export interface Span {
  /** The first month. */
  from: string
  /** The last month. */
  until: string
  timeZone: string
}

export interface MembersOfMonth {
  month: string
  /** Memberships that began for the first time. */
  began: number
  /** Lapsed ones that came back. */
  returned: number
  ended: number
  /** In force as the month ended, or now. */
  members: number
}

/** How memberships came and went, month by month. */
export async function membersByMonth(
  db: Transaction,
  { from, until, timeZone }: Span,
): Promise<MembersOfMonth[]> {
  const { rows } = await sql<MembersOfMonth>`
    with months as (
      select to_char(month, 'YYYY-MM') as month
      from generate_series(${`${from}-01`}::date, ${`${until}-01`}::date, interval '1 month') month
    ), moves as (
      select to_char(happened_at at time zone ${timeZone}, 'YYYY-MM') as month, kind, members,
        row_number() over (partition by membership_id order by happened_at, id) = 1 as is_first
      from ledger_lines where members <> 0
    )
    select months.month,
      count(*) filter (where kind = 'member-began' and is_first and moves.month = months.month)::int as began,
      count(*) filter (where kind = 'member-began' and not is_first and moves.month = months.month)::int as returned,
      count(*) filter (where kind = 'member-ended' and moves.month = months.month)::int as ended,
      coalesce(sum(members), 0)::int as members
    from months left join moves on moves.month <= months.month
    group by months.month order by months.month
  `.execute(db)
  return rows
}

export interface MoneyOfMonth {
  month: string
  currency: string
  received: number
  givenBack: number
  fees: number
}

/** What came in and was given back, month by month, in minor units of each currency. Refunds count when they are made. */
export async function moneyByMonth(
  db: Transaction,
  { from, until, timeZone }: Span,
): Promise<MoneyOfMonth[]> {
  const { rows } = await sql<MoneyOfMonth>`
    select to_char(happened_at at time zone ${timeZone}, 'YYYY-MM') as month, currency,
      coalesce(sum(amount_minor) filter (where kind like '%-payment'), 0)::float8 as received,
      coalesce(sum(amount_minor) filter (where kind in ('refund', 'dispute', 'dispute-won')), 0)::float8 as "givenBack",
      coalesce(sum(amount_minor) filter (where kind = 'fee'), 0)::float8 as fees
    from ledger_lines
    where currency is not null
      and to_char(happened_at at time zone ${timeZone}, 'YYYY-MM') between ${from} and ${until}
    group by 1, 2 order by 2, 1
  `.execute(db)
  return rows
}

export interface Cohort {
  /** The month in which these memberships began. */
  month: string
  began: number
  /** How many of them were in force one month later, two, and so on, as far as that time has come. */
  kept: number[]
}

/** How many of those who joined in a month are still there, month after month. */
export async function cohorts(
  db: Transaction,
  { from, until, timeZone, months, now }: Span & { months: number; now: Date },
): Promise<Cohort[]> {
  const { rows } = await sql<{ month: string; later: number; kept: number; began: number }>`
    with moves as (
      select membership_id, members, happened_at at time zone ${timeZone} as at
      from ledger_lines where members <> 0
    ), firsts as (
      select membership_id, min(at) as began from moves group by membership_id
    ), chosen as (
      select * from firsts where to_char(began, 'YYYY-MM') between ${from} and ${until}
    ), steps as (
      select chosen.*, later, began + make_interval(months => later) as at
      from chosen, generate_series(1, ${months}::int) later
    ), kept as (
      select steps.membership_id, steps.began, steps.later,
        (select coalesce(sum(moves.members), 0) from moves
          where moves.membership_id = steps.membership_id and moves.at <= steps.at) as members
      from steps
      -- Of a cohort that time has come for all of its members alike.
      where date_trunc('month', steps.began) + make_interval(months => later + 1) <=
        (${now}::timestamptz at time zone ${timeZone})
    )
    select to_char(began, 'YYYY-MM') as month, later,
      (sum(members) filter (where members > 0))::int as kept, count(*)::int as began
    from kept group by 1, 2
    union all
    select to_char(began, 'YYYY-MM'), 0, count(*)::int, count(*)::int from chosen group by 1
    order by 1, 2
  `.execute(db)
  const byMonth = new Map<string, Cohort>()
  for (const { month, later, kept, began } of rows) {
    const cohort = byMonth.get(month) ?? { month, began, kept: [] }
    byMonth.set(month, cohort)
    if (later > 0) cohort.kept[later - 1] = kept ?? 0
  }
  return [...byMonth.values()]
}

export interface ResultOfOrigin {
  campaignId: number | null
  campaign: string | null
  appealId: number | null
  place: string | null
  heading: string | null
  currency: string | null
  /** Net of what was given back. */
  amountMinor: number
  began: number
  gifts: number
}

/** What campaigns and their appeals brought, net of what was given back; the rest came by itself. */
export async function resultsByOrigin(
  db: Transaction,
  { from, until, timeZone }: Span,
): Promise<ResultOfOrigin[]> {
  const { rows } = await sql<ResultOfOrigin>`
    select l.campaign_id as "campaignId", c.name as campaign, l.appeal_id as "appealId", a.place, a.name as heading,
      l.currency, coalesce(sum(l.amount_minor) filter (where l.kind <> 'fee'), 0)::float8 as "amountMinor",
      count(*) filter (where l.kind = 'member-began' and l.object_id like '%:1')::int as began,
      coalesce(sum(l.gifts), 0)::int as gifts
    from ledger_lines l
    left join campaigns c on c.id = l.campaign_id
    left join appeals a on a.id = l.appeal_id
    where to_char(l.happened_at at time zone ${timeZone}, 'YYYY-MM') between ${from} and ${until}
    group by 1, 2, 3, 4, 5, 6
    having coalesce(sum(l.amount_minor) filter (where l.kind <> 'fee'), 0) <> 0
      or count(*) filter (where l.kind = 'member-began') > 0 or coalesce(sum(l.gifts), 0) <> 0
    order by c.name nulls last, l.appeal_id nulls last, l.currency nulls last
  `.execute(db)
  return rows
}

/** The first month that the ledger knows; null for an empty one. */
export async function firstMonth(db: Transaction, timeZone: string): Promise<string | null> {
  const { rows } = await sql<{ month: string | null }>`
    select to_char(min(happened_at) at time zone ${timeZone}, 'YYYY-MM') as month from ledger_lines
  `.execute(db)
  return rows[0]?.month ?? null
}
