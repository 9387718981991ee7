import { sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Coupon } from './coupon.ts'

/** Every coupon, those that can still be used first. */
export async function listCoupons(db: Database): Promise<Coupon[]> {
  const rows = await selectCoupons(db)
    .orderBy(sql`archived_at is not null`)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(asCoupon)
}

/** The coupon with a code as a reader typed it, archived ones left out. */
export async function findCoupon(db: Database, typed: string): Promise<Coupon | null> {
  const row = await selectCoupons(db)
    .where('code', '=', typed.trim().toUpperCase())
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return row ? asCoupon(row) : null
}

export async function insertCoupon(
  tx: Transaction,
  coupon: Omit<Coupon, 'id' | 'uses' | 'archivedAt'>,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('coupons')
    .values({
      code: coupon.code,
      percent: coupon.percent,
      amount_minor: coupon.amountMinor,
      currency: coupon.currency,
      duration: coupon.duration,
      months: coupon.months,
      ends_at: coupon.endsAt,
      most_uses: coupon.mostUses,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function archiveCouponRow(tx: Transaction, id: number, now: Date): Promise<string | null> {
  const row = await tx
    .updateTable('coupons')
    .set({ archived_at: now })
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .returning('code')
    .executeTakeFirst()
  return row?.code ?? null
}

export async function findProcessorCoupon(db: Database, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('coupons')
    .select('processor_coupon')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.processor_coupon ?? null
}

export async function setProcessorCoupon(db: Database, id: number, processorCoupon: string): Promise<void> {
  await db.updateTable('coupons').set({ processor_coupon: processorCoupon }).where('id', '=', id).execute()
}

function selectCoupons(db: Database) {
  return db
    .selectFrom('coupons')
    .select(['id', 'code', 'percent', 'amount_minor', 'currency', 'duration', 'months'])
    .select(['ends_at', 'most_uses', 'archived_at'])
    .select(eb =>
      eb
        .selectFrom('checkouts')
        .select(inner => inner.fn.countAll<number>().as('uses'))
        .whereRef('checkouts.coupon_id', '=', 'coupons.id')
        .where('checkouts.complete', '=', true)
        .as('uses'),
    )
}

type CouponRow = Awaited<ReturnType<ReturnType<typeof selectCoupons>['execute']>>[number]

function asCoupon({ amount_minor, ends_at, most_uses, archived_at, uses, ...row }: CouponRow): Coupon {
  return {
    ...row,
    amountMinor: amount_minor,
    endsAt: ends_at,
    mostUses: most_uses,
    archivedAt: archived_at,
    uses: uses ?? 0,
  }
}
