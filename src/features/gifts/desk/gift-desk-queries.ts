import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { likeText } from '../../../platform/database/like-pattern.ts'
import type { Gift, GiftState } from '../gift.ts'
import { toGift } from '../gift-queries.ts'

export interface GiftLine {
  gift: Gift
  buyerName: string
  buyerEmail: string | null
  months: number
}

/** Gifts that were paid for, the newest first, by keyset. */
export async function listGifts(
  db: Database,
  options: { words: string; state: GiftState | null; before: number | null; now: Date; limit: number },
): Promise<GiftLine[]> {
  const { words, state, before, now, limit } = options
  const rows = await db
    .selectFrom('gifts')
    .innerJoin('gift_orders', 'gift_orders.id', 'gifts.order_id')
    .selectAll('gifts')
    .select(['buyer_name as buyerName', 'buyer_email as buyerEmail', 'months'])
    .where('bought_at', 'is not', null)
    .$if(before !== null, query => query.where('gifts.id', '<', before!))
    .$if(words !== '', query =>
      query.where(({ or, eb }) =>
        or(
          (['recipient_name', 'recipient_email', 'buyer_name', 'buyer_email'] as const).map(column =>
            eb(column, 'ilike', `%${likeText(words)}%`),
          ),
        ),
      ),
    )
    .$if(state !== null, query => query.where(stateIs(state!, now)))
    .orderBy('gifts.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    gift: toGift(row),
    buyerName: row.buyerName,
    buyerEmail: row.buyerEmail,
    months: row.months,
  }))
}

/** What `giftState` says of a gift at hand, in SQL. */
function stateIs(state: GiftState, now: Date) {
  if (state === 'refunded') return sql<boolean>`undone_at is not null`
  if (state === 'refunding') return sql<boolean>`undone_at is null and refund_asked_at is not null`
  const open = sql`undone_at is null and refund_asked_at is null`
  if (state === 'claimed') return sql<boolean>`${open} and claimed_at is not null`
  const unclaimed = sql`${open} and claimed_at is null`
  if (state === 'run-out') return sql<boolean>`${unclaimed} and claim_until <= ${now}`
  const good = sql`${unclaimed} and claim_until > ${now}`
  if (state === 'handed-over') return sql<boolean>`${good} and delivery = 'self'`
  return state === 'sent'
    ? sql<boolean>`${good} and delivery = 'letter' and sent_at is not null`
    : sql<boolean>`${good} and delivery = 'letter' and sent_at is null`
}
