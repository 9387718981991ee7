import type { Selectable } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'
import type { MembershipsTable } from '../../platform/database/schema-support.ts'
import type { Membership } from './membership.ts'

/** Everything of a membership but its number. */
export type MembershipValues = Omit<Membership, 'id'>

export async function findMembershipBySubscription(
  tx: Transaction,
  subscription: string,
): Promise<Membership | null> {
  const row = await tx
    .selectFrom('memberships')
    .selectAll()
    .where('subscription', '=', subscription)
    .forUpdate()
    .executeTakeFirst()
  return row ? toMembership(row) : null
}

export async function findMembership(db: Transaction, id: number): Promise<Membership | null> {
  const row = await db.selectFrom('memberships').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toMembership(row) : null
}

/** All of a reader's memberships, the newest first. */
export async function listMembershipsOf(db: Transaction, readerId: number): Promise<Membership[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('reader_id', '=', readerId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toMembership)
}

/** The same, and nobody else changes them until the transaction ends. */
export async function lockMembershipsOf(tx: Transaction, readerId: number): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('memberships')
    .selectAll()
    .where('reader_id', '=', readerId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toMembership)
}

export async function lockMembership(tx: Transaction, id: number): Promise<Membership | null> {
  const row = await tx
    .selectFrom('memberships')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toMembership(row) : null
}

export async function insertMembership(
  tx: Transaction,
  values: MembershipValues,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('memberships')
    .values({ ...toRow(values), created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** As insertMembership, for one that is paid by a subscription; null where another had been quicker to hear of it. */
export async function insertPaidMembership(
  tx: Transaction,
  values: MembershipValues,
  now: Date,
): Promise<number | null> {
  const row = await tx
    .insertInto('memberships')
    .values({ ...toRow(values), created_at: now, updated_at: now })
    .onConflict(conflict => conflict.column('subscription').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updateMembership(
  tx: Transaction,
  { id, ...values }: Membership,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ ...toRow(values), updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** What the ledger holds of a membership's beginnings and ends: how many lines, and whether it is in force by them. */
export async function sumMemberLines(
  tx: Transaction,
  membershipId: number,
): Promise<{ lines: number; members: number }> {
  const row = await tx
    .selectFrom('ledger_lines')
    .select(({ fn }) => [fn.countAll<number>().as('lines'), fn.sum<number>('members').as('members')])
    .where('membership_id', '=', membershipId)
    .where('members', '<>', 0)
    .executeTakeFirstOrThrow()
  return { lines: Number(row.lines), members: Number(row.members ?? 0) }
}

/** Memberships whose time was over by then and that the ledger still counts, the longest over first. */
export async function listOverdue(db: Transaction, now: Date, limit: number): Promise<Membership[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where(({ eb, fn }) => eb(fn.coalesce('grace_until', 'paid_until'), '<=', now))
    .where('state', '<>', 'ended')
    .where(({ eb, selectFrom }) =>
      eb(
        selectFrom('ledger_lines')
          .select(({ fn }) => fn.sum<number>('members').as('members'))
          .whereRef('ledger_lines.membership_id', '=', 'memberships.id'),
        '>',
        0,
      ),
    )
    .orderBy('paid_until')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(toMembership)
}

export function toMembership(row: Selectable<MembershipsTable>): Membership {
  return {
    id: row.id,
    readerId: row.reader_id,
    tierId: row.tier_id,
    source: row.source,
    state: row.state,
    startedAt: row.started_at,
    paidUntil: row.paid_until,
    graceUntil: row.grace_until,
    cancelsAtEnd: row.cancels_at_end,
    cancelReason: row.cancel_reason,
    pausedUntil: row.paused_until,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
    subscription: row.subscription,
    amountMinor: row.amount_minor,
    currency: row.currency,
    period: row.period,
    feeMinor: row.fee_minor,
    holderId: row.holder_id,
    giftId: row.gift_id,
    attribution: { campaignId: row.campaign_id, appealId: row.appeal_id, wordingId: row.wording_id },
  }
}

function toRow(values: MembershipValues) {
  return {
    reader_id: values.readerId,
    tier_id: values.tierId,
    source: values.source,
    state: values.state,
    started_at: values.startedAt,
    paid_until: values.paidUntil,
    grace_until: values.graceUntil,
    cancels_at_end: values.cancelsAtEnd,
    cancel_reason: values.cancelReason,
    paused_until: values.pausedUntil,
    ended_at: values.endedAt,
    ended_because: values.endedBecause,
    subscription: values.subscription,
    amount_minor: values.amountMinor,
    currency: values.currency,
    period: values.period,
    fee_minor: values.feeMinor,
    holder_id: values.holderId,
    gift_id: values.giftId,
    campaign_id: values.attribution.campaignId,
    appeal_id: values.attribution.appealId,
    wording_id: values.attribution.wordingId,
  }
}
