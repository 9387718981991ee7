import { type Selectable, sql, type Updateable } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { GiftOrdersTable, GiftsTable } from '../../platform/database/schema-gifts.ts'
import type { Gift, GiftOrder } from './gift.ts'

type OrderCondition = { id: number } | { number: string } | { charge: string }

export async function findOrder(db: Database, by: OrderCondition): Promise<GiftOrder | null> {
  const row = await orderQuery(db, by).executeTakeFirst()
  return row ? toOrder(row) : null
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockOrder(tx: Transaction, by: OrderCondition): Promise<GiftOrder | null> {
  const row = await orderQuery(tx, by).forUpdate().executeTakeFirst()
  return row ? toOrder(row) : null
}

export async function updateOrder(
  tx: Transaction,
  id: number,
  change: Updateable<GiftOrdersTable>,
): Promise<void> {
  await tx.updateTable('gift_orders').set(change).where('id', '=', id).execute()
}

/** The gifts of an order, in its order. */
export async function listGiftsOf(db: Database, orderId: number): Promise<Gift[]> {
  const rows = await db
    .selectFrom('gifts')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute()
  return rows.map(toGift)
}

/** The same, and nobody else changes them until the transaction ends. */
export async function lockGiftsOf(tx: Transaction, orderId: number): Promise<Gift[]> {
  const rows = await tx
    .selectFrom('gifts')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toGift).sort((a, b) => a.position - b.position)
}

export async function findGift(db: Database, id: number): Promise<Gift | null> {
  const row = await db.selectFrom('gifts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toGift(row) : null
}

export async function lockGift(tx: Transaction, id: number): Promise<Gift | null> {
  const row = await tx.selectFrom('gifts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toGift(row) : null
}

export async function updateGift(tx: Transaction, id: number, change: Updateable<GiftsTable>): Promise<void> {
  await tx.updateTable('gifts').set(change).where('id', '=', id).execute()
}

/** What the ledger holds of a gift: how many lines, and whether it counts as bought by them. */
export async function sumGiftLines(
  tx: Transaction,
  giftId: number,
): Promise<{ lines: number; gifts: number }> {
  const row = await tx
    .selectFrom('ledger_lines')
    .select(({ fn }) => [fn.countAll<number>().as('lines'), fn.sum<number>('gifts').as('gifts')])
    .where('gift_id', '=', giftId)
    .where('gifts', '<>', 0)
    .executeTakeFirstOrThrow()
  return { lines: Number(row.lines), gifts: Number(row.gifts ?? 0) }
}

/** Gifts whose letter is due, locked; those that somebody else has in hand are left to them. */
export function listDue(tx: Transaction, now: Date, limit: number): Promise<Gift[]> {
  return lockSome(tx, {
    limit,
    where: sql`delivery = 'letter' and sent_at is null and (deliver_at is null or deliver_at <= ${now})
      and claim_until > ${now}`,
  })
}

/** Gifts that nobody has claimed since `before`, and whose one reminder has not been written; locked. */
export function listUnclaimed(
  tx: Transaction,
  { now, before, limit }: { now: Date; before: Date; limit: number },
): Promise<Gift[]> {
  return lockSome(tx, {
    limit,
    where: sql`reminded_at is null and claim_until > ${now}
      and (case delivery when 'self' then bought_at else sent_at end) <= ${before}`,
  })
}

async function lockSome(
  tx: Transaction,
  { where, limit }: { where: ReturnType<typeof sql>; limit: number },
): Promise<Gift[]> {
  const rows = await tx
    .selectFrom('gifts')
    .selectAll()
    .where('bought_at', 'is not', null)
    .where('claimed_at', 'is', null)
    .where('undone_at', 'is', null)
    .where('refund_asked_at', 'is', null)
    .where(sql<boolean>`${where}`)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(toGift)
}

/** Refunds that were asked for and have not come back from the processor yet. */
export async function listRefunding(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('gifts')
    .select('id')
    .where('refund_asked_at', 'is not', null)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map(({ id }) => id)
}

/** Claimed gifts whose renewal the processor has still to put off, or to bring back. */
export async function listRenewalsToMove(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('gifts')
    .select('id')
    .where('gives', '=', 'renewal')
    .where(({ or, eb, and }) =>
      or([
        and([eb('undone_at', 'is', null), eb('renewal_moved_at', 'is', null)]),
        and([eb('undone_at', 'is not', null), eb('renewal_moved_back_at', 'is', null)]),
      ]),
    )
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes out what was filled in before then and never paid for. */
export async function deleteUnpaidBefore(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('gift_orders').where('paid_at', 'is', null).where('created_at', '<', before).execute()
}

function orderQuery(db: Database, by: OrderCondition) {
  const [column, value] = Object.entries(by)[0] as ['id' | 'number' | 'charge', string | number]
  return db.selectFrom('gift_orders').selectAll().where(column, '=', value)
}

function toOrder(row: Selectable<GiftOrdersTable>): GiftOrder {
  return {
    id: row.id,
    number: row.number,
    browserHash: row.browser_hash,
    readerId: row.reader_id,
    buyerName: row.buyer_name,
    buyerEmail: row.buyer_email,
    language: row.language,
    tierId: row.tier_id,
    months: row.months,
    currency: row.currency,
    eachMinor: row.each_minor,
    attribution: { campaignId: row.campaign_id, appealId: row.appeal_id, wordingId: row.wording_id },
    salt: row.salt,
    session: row.session,
    address: row.address,
    tries: row.tries,
    charge: row.charge,
    createdAt: row.created_at,
    paidAt: row.paid_at,
  }
}

export function toGift(row: Selectable<GiftsTable>): Gift {
  return {
    id: row.id,
    orderId: row.order_id,
    position: row.position,
    delivery: row.delivery,
    recipientName: row.recipient_name,
    recipientEmail: row.recipient_email,
    message: row.message,
    language: row.language,
    timeZone: row.time_zone,
    deliverAt: row.deliver_at,
    salt: row.salt,
    boughtAt: row.bought_at,
    claimUntil: row.claim_until,
    sentAt: row.sent_at,
    sends: row.sends,
    remindedAt: row.reminded_at,
    proofs: row.proofs,
    claimedAt: row.claimed_at,
    claimedBy: row.claimed_by,
    membershipId: row.membership_id,
    gives: row.gives,
    givenFrom: row.given_from,
    givenUntil: row.given_until,
    renewalMovedAt: row.renewal_moved_at,
    renewalMovedBackAt: row.renewal_moved_back_at,
    refundAskedAt: row.refund_asked_at,
    refundAskedBy: row.refund_asked_by,
    refundReason: row.refund_reason,
    undoneAt: row.undone_at,
    undoneBecause: row.undone_because,
  }
}
