import { sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { supportKey } from './support-settings.ts'
import type { Price, Tier } from './tier.ts'

/** Every tier in the newsroom's order, those that are not offered any more last. */
export async function listTiers(db: Database): Promise<Tier[]> {
  const rows = await db
    .selectFrom('tiers')
    .select(['id', 'slug', 'name', 'description', 'benefits', 'seats'])
    .select(['trial_days', 'archived_at'])
    .orderBy(sql`archived_at is not null`)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const prices = await listPrices(db)
  return rows.map(({ trial_days, archived_at, ...tier }) => ({
    ...tier,
    trialDays: trial_days,
    archivedAt: archived_at,
    prices: prices.filter(({ tierId }) => tierId === tier.id),
  }))
}

/** The same, kept until a tier changes. */
export function readTiers(house: Pick<House, 'db' | 'press'>): Promise<Tier[]> {
  return house.press.keep('tiers', [supportKey], () => listTiers(house.db))
}

export async function findTier(db: Database, id: number): Promise<Tier | null> {
  return (await listTiers(db)).find(tier => tier.id === id) ?? null
}

/** How many memberships in force each tier has. */
export async function countByTier(db: Database): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('memberships')
    .select(['tier_id', eb => eb.fn.countAll<number>().as('members')])
    .where('state', '<>', 'ended')
    .groupBy('tier_id')
    .execute()
  return new Map(rows.map(row => [row.tier_id, row.members]))
}

export interface TierInput {
  slug: string
  name: string
  description: string
  benefits: string[]
  seats: number
  trialDays: number
}

export async function insertTier(tx: Transaction, input: TierInput, now: Date): Promise<number> {
  const { last } = await tx
    .selectFrom('tiers')
    .select(eb => eb.fn.coalesce(eb.fn.max('position'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await tx
    .insertInto('tiers')
    .values({
      ...columnsOf(input),
      slug: await freeSlug(tx, input.slug),
      position: Number(last) + 1,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The address of a tier stays what it was. */
export async function updateTier(tx: Transaction, id: number, input: TierInput): Promise<void> {
  await tx.updateTable('tiers').set(columnsOf(input)).where('id', '=', id).execute()
}

export async function setTierArchived(tx: Transaction, id: number, at: Date | null): Promise<void> {
  await tx.updateTable('tiers').set({ archived_at: at }).where('id', '=', id).execute()
}

/** Puts the tiers in this order; others follow as they were. */
export async function setTierOrder(tx: Transaction, order: readonly number[]): Promise<void> {
  for (const [position, id] of order.entries())
    await tx.updateTable('tiers').set({ position }).where('id', '=', id).execute()
}

export async function insertPrice(tx: Transaction, price: Omit<Price, 'id'>, now: Date): Promise<void> {
  await tx
    .insertInto('prices')
    .values({
      tier_id: price.tierId,
      period: price.period,
      currency: price.currency,
      amount_minor: price.amountMinor,
      created_at: now,
    })
    .execute()
}

/** A price that is not asked of anybody new; those who pay it go on paying it. */
export async function archivePrice(tx: Transaction, id: number, now: Date): Promise<void> {
  await tx.updateTable('prices').set({ archived_at: now }).where('id', '=', id).execute()
}

export async function findMirror(
  db: Database,
  priceId: number,
): Promise<{ product: string | null; price: string | null; tier: string; slug: string } | null> {
  const row = await db
    .selectFrom('prices')
    .innerJoin('tiers', 'tiers.id', 'prices.tier_id')
    .select(['processor_product', 'processor_price', 'tiers.name', 'tiers.slug'])
    .where('prices.id', '=', priceId)
    .executeTakeFirst()
  return row
    ? { product: row.processor_product, price: row.processor_price, tier: row.name, slug: row.slug }
    : null
}

export async function setProcessorProduct(db: Database, tierId: number, product: string): Promise<void> {
  await db.updateTable('tiers').set({ processor_product: product }).where('id', '=', tierId).execute()
}

export async function setProcessorPrice(db: Database, priceId: number, price: string): Promise<void> {
  await db.updateTable('prices').set({ processor_price: price }).where('id', '=', priceId).execute()
}

function columnsOf({ name, description, benefits, seats, trialDays }: TierInput) {
  return { name, description, benefits, seats, trial_days: trialDays }
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx.selectFrom('tiers').select('slug').execute()
  const slugs = new Set(taken.map(({ slug }) => slug))
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    if (!slugs.has(slug)) return slug
  }
}

async function listPrices(db: Database): Promise<Price[]> {
  const rows = await db
    .selectFrom('prices')
    .select(['id', 'tier_id', 'period', 'currency', 'amount_minor'])
    .where('archived_at', 'is', null)
    .orderBy('period')
    .orderBy('currency')
    .execute()
  return rows.map(row => ({
    id: row.id,
    tierId: row.tier_id,
    period: row.period,
    currency: row.currency,
    amountMinor: row.amount_minor,
  }))
}
