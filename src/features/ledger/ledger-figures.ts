import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'
import type { LedgerKind } from '../../platform/database/schema-support.ts'

/** How many memberships were in force at a moment: what began less what ended. */
export async function countMembers(db: Transaction, at: Date): Promise<number> {
  const { rows } = await sql<{ members: number }>`
    select coalesce(sum(members), 0)::int as members from ledger_lines where happened_at <= ${at}
  `.execute(db)
  return rows[0]!.members
}

/**
 * How many people support the publication at a moment: members, and who gave once in the twelve months before and did
 * not get it back. Nobody counts twice; accounts that were merged are one person.
 */
export async function countSupporters(db: Transaction, at: Date): Promise<number> {
  const { rows } = await sql<{ supporters: number }>`
    with known as (select id, coalesce(merged_into, id) as person from readers)
    select count(*)::int as supporters from (
      select known.person from ledger_lines l join known on known.id = l.reader_id
        where l.happened_at <= ${at}
        group by known.person having sum(l.members) > 0
      union
      select known.person from ledger_lines l join known on known.id = l.reader_id
        where l.kind = 'single-payment'
          and l.happened_at <= ${at} and l.happened_at > ${at}::timestamptz - interval '12 months'
          and l.amount_minor + coalesce((
            select sum(back.amount_minor) from ledger_lines back
            where back.of_line_id = l.id and back.kind <> 'fee' and back.happened_at <= ${at}
          ), 0) > 0
    ) people
  `.execute(db)
  return rows[0]!.supporters
}

/** What readers pay. */
export const paymentKinds = [
  'membership-payment',
  'single-payment',
  'gift-payment',
] as const satisfies LedgerKind[]
