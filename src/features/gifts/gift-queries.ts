import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
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

/** Nothing where the number is there already. */
export async function insertOrder(tx: Transaction, row: Insertable<GiftOrdersTable>): Promise<void> {
  await tx
    .insertInto('gift_orders')
    .values(row)
    .onConflict(conflict => conflict.column('number').doNothing())
    .execute()
}

/** How many pages of the processor a browser has had opened for gifts since. */
export async function countTriesSince(
  db: Database,
  { browserHash, since }: { browserHash: Buffer; since: Date },
): Promise<number> {
  const row = await db
    .selectFrom('gift_orders')
    .select(({ fn }) => fn.sum<number>('tries').as('tries'))
    .where('browser_hash', '=', browserHash)
    .where('created_at', '>', since)
    .executeTakeFirst()
  return Number(row?.tries ?? 0)
}

/** Makes these the gifts of an order that is not paid for; those that stay keep their numbers. */
export async function setGifts(
  tx: Transaction,
  orderId: number,
  gifts: readonly (Pick<
    Gift,
    'delivery' | 'recipientName' | 'recipientEmail' | 'message' | 'language' | 'timeZone' | 'deliverAt'
  > & { salt: Buffer })[],
): Promise<void> {
  await tx.deleteFrom('gifts').where('order_id', '=', orderId).where('position', '>', gifts.length).execute()
  for (const [index, gift] of gifts.entries()) {
    const row = {
      delivery: gift.delivery,
      recipient_name: gift.recipientName,
      recipient_email: gift.recipientEmail,
      message: gift.message,
      language: gift.language,
      time_zone: gift.timeZone,
      deliver_at: gift.deliverAt,
      salt: gift.salt,
    }
    await tx
      .insertInto('gifts')
      .values({ ...row, order_id: orderId, position: index + 1 } as Insertable<GiftsTable>)
      .onConflict(conflict => conflict.columns(['order_id', 'position']).doUpdateSet(row))
      .execute()
  }
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

/** Nobody else gives this reader time until the transaction ends. */
export async function lockReaderRow(tx: Transaction, readerId: number): Promise<void> {
  await tx.selectFrom('readers').select('id').where('id', '=', readerId).forUpdate().execute()
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

/** Gift memberships that the ledger does not count yet: they wait for another one's end. */
export async function listNotBegun(db: Database): Promise<{ id: number; readerId: number }[]> {
  return db
    .selectFrom('memberships')
    .select(['memberships.id', 'memberships.reader_id as readerId'])
    .where('memberships.source', '=', 'gift')
    .where('memberships.state', '<>', 'ended')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ledger_lines')
            .select('ledger_lines.id')
            .whereRef('ledger_lines.membership_id', '=', 'memberships.id')
            .where('members', '<>', 0),
        ),
      ),
    )
    .orderBy('memberships.id')
    .limit(200)
    .execute()
}

/** A membership begins earlier or later, by milliseconds: so does the time of the gifts that it is made of. */
export async function moveGivenTime(tx: Transaction, membershipId: number, by: number): Promise<void> {
  const moved = (column: string) => sql<Date>`${sql.ref(column)} + make_interval(secs => ${by / 1000})`
  await tx
    .updateTable('gifts')
    .set({ given_from: moved('given_from'), given_until: moved('given_until') })
    .where('membership_id', '=', membershipId)
    .execute()
}

/** Who is a member by a gift that ends between two moments, and has not been written to about that end. */
export async function listEnding(db: Database, { now, before }: { now: Date; before: Date }) {
  const { rows } = await sql<{
    membershipId: number
    email: string
    name: string
    language: string
    buyer: string
    until: Date
  }>`
    select m.id as "membershipId", r.email, r.name, r.language, o.buyer_name as buyer, m.paid_until as until
    from memberships m
    join readers r on r.id = m.reader_id and r.email is not null
    join lateral (select * from gifts where membership_id = m.id order by given_until desc limit 1) g on true
    join gift_orders o on o.id = g.order_id
    where m.source = 'gift' and m.state = 'active' and m.paid_until > ${now} and m.paid_until <= ${before}
      and not exists (select from memberships other where other.reader_id = m.reader_id and other.id <> m.id
        and other.state <> 'ended' and coalesce(other.paid_until, 'infinity') > m.paid_until)
      and not exists (select from letters
        where key = 'gift-carry-on:' || m.id || ':' || (extract(epoch from m.paid_until) * 1000)::bigint)
    order by m.id limit 500`.execute(db)
  return rows
}

export interface OrderOfReader {
  order: GiftOrder
  /** How many gifts it was for, and how many of them were accepted. */
  gifts: number
  claimed: number
}

/** What a reader gave, the newest first. */
export async function listOrdersOf(db: Database, readerId: number): Promise<OrderOfReader[]> {
  const rows = await db
    .selectFrom('gift_orders')
    .selectAll('gift_orders')
    .select(({ selectFrom, fn }) => [
      selectFrom('gifts')
        .select(fn.countAll<number>().as('gifts'))
        .whereRef('order_id', '=', 'gift_orders.id')
        .as('gifts'),
      selectFrom('gifts')
        .select(sql<number>`count(claimed_at)`.as('claimed'))
        .whereRef('order_id', '=', 'gift_orders.id')
        .as('claimed'),
    ])
    .where('reader_id', '=', readerId)
    .where('paid_at', 'is not', null)
    .orderBy('paid_at', 'desc')
    .execute()
  return rows.map(row => ({
    order: toOrder(row),
    gifts: Number(row.gifts ?? 0),
    claimed: Number(row.claimed ?? 0),
  }))
}

export interface GotGift {
  id: number
  buyer: string
  months: number
  message: string
  claimedAt: Date
}

/** What a reader was given and accepted, the newest first. */
export async function listGotBy(db: Database, readerId: number): Promise<GotGift[]> {
  const rows = await db
    .selectFrom('gifts')
    .innerJoin('gift_orders', 'gift_orders.id', 'gifts.order_id')
    .select(['gifts.id', 'buyer_name as buyer', 'months', 'message', 'claimed_at as claimedAt'])
    .where('claimed_by', '=', readerId)
    .where('undone_at', 'is', null)
    .orderBy('claimed_at', 'desc')
    .execute()
  return rows.map(row => ({ ...row, claimedAt: row.claimedAt! }))
}

/** Gifts that a reader gave and that may still be accepted. */
export async function countUnclaimedOf(
  db: Database,
  { readerId, now }: { readerId: number; now: Date },
): Promise<number> {
  const { unclaimed } = await db
    .selectFrom('gifts')
    .innerJoin('gift_orders', 'gift_orders.id', 'gifts.order_id')
    .select(({ fn }) => fn.countAll<number>().as('unclaimed'))
    .where('reader_id', '=', readerId)
    .where('claim_until', '>', now)
    .where('claimed_at', 'is', null)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(unclaimed)
}

/** The name stays on gifts that may still be accepted: their recipients should know whom they are from. */
export async function forgetBuyer(tx: Transaction, readerId: number): Promise<void> {
  await tx.updateTable('gift_orders').set({ buyer_email: null }).where('reader_id', '=', readerId).execute()
  await tx
    .updateTable('gift_orders')
    .set({ buyer_name: '–' })
    .where('reader_id', '=', readerId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('gifts')
            .select('gifts.id')
            .whereRef('order_id', '=', 'gift_orders.id')
            .where('claimed_at', 'is', null)
            .where('undone_at', 'is', null),
        ),
      ),
    )
    .execute()
}

export async function forgetRecipient(tx: Transaction, readerId: number): Promise<void> {
  await tx
    .updateTable('gifts')
    .set({ recipient_name: '–', recipient_email: null, message: '' })
    .where('claimed_by', '=', readerId)
    .execute()
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
