import { type ExpressionBuilder, sql } from 'kysely'
import type { Schema } from '../../platform/database/schema.ts'
import type { House } from '../../platform/house.ts'
import { sendMemberLetter } from './member-letters.ts'
import type { Membership } from './membership.ts'
import { toMembership } from './membership-queries.ts'

const day = 86_400_000
const graceWarning = 3 * day
const trialWarning = 3 * day
const yearWarning = 7 * day
const atOnce = 500

/** The same as `letterFor` and the moment in ISO 8601 make it. */
const dueKey = sql<string>`case state when 'late' then 'graceEnding' when 'trial' then 'trialEnding' else 'renewalAhead' end
  || ':' || memberships.id || ':' || to_char(
    case state when 'late' then grace_until else paid_until end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * Writes the letters that come by the time alone: before a grace, a trial or a paid year ends. Each is written once for
 * its moment; one that would come after that moment is left out.
 */
export async function writeDueLetters(house: House): Promise<void> {
  const now = house.payments.now()
  for (const membership of await listSoonDue(house, now)) {
    const letter = letterFor(membership, now)
    if (!letter) continue
    await house.db.transaction().execute(tx =>
      sendMemberLetter(tx, house, {
        ...letter,
        readerId: membership.readerId,
        membership,
        key: `${letter.kind}:${membership.id}:${letter.day.toISOString()}`,
      }),
    )
  }
}

function letterFor(
  { state, paidUntil, graceUntil, cancelsAtEnd, period }: Membership,
  now: Date,
): { kind: 'graceEnding' | 'trialEnding' | 'renewalAhead'; day: Date } | null {
  const isSoon = (moment: Date | null, within: number): moment is Date =>
    moment !== null && moment > now && moment.getTime() - now.getTime() <= within
  if (state === 'late')
    return isSoon(graceUntil, graceWarning) ? { kind: 'graceEnding', day: graceUntil } : null
  if (cancelsAtEnd) return null
  if (state === 'trial')
    return isSoon(paidUntil, trialWarning) ? { kind: 'trialEnding', day: paidUntil } : null
  if (state === 'active' && period === 'year' && isSoon(paidUntil, yearWarning))
    return { kind: 'renewalAhead', day: paidUntil }
  return null
}

async function listSoonDue({ db }: House, now: Date): Promise<Membership[]> {
  const between = (
    eb: ExpressionBuilder<Schema, 'memberships'>,
    moment: 'grace_until' | 'paid_until',
    within: number,
  ) => [eb(moment, '>', now), eb(moment, '<=', new Date(now.getTime() + within))]
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('subscription', 'is not', null)
    .where(({ eb, and, or }) =>
      or([
        and([eb('state', '=', 'late'), ...between(eb, 'grace_until', graceWarning)]),
        and([
          eb('state', '=', 'trial'),
          eb('cancels_at_end', '=', false),
          ...between(eb, 'paid_until', trialWarning),
        ]),
        and([
          eb('state', '=', 'active'),
          eb('period', '=', 'year'),
          eb('cancels_at_end', '=', false),
          ...between(eb, 'paid_until', yearWarning),
        ]),
      ]),
    )
    // What was written already, by the key it was written under.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('letters').select('letters.id').where('key', '=', dueKey))),
    )
    .orderBy('id')
    .limit(atOnce)
    .execute()
  return rows.map(toMembership)
}
