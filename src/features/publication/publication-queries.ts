import { type Database, json, type Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { modeOf } from '../../platform/payments/payments.ts'
import {
  describePublication,
  type Publication,
  type PublicationSettings,
  parseSettings,
  unsetPublication,
} from './publication.ts'

/** The publication; asked of the database once, then kept until it changes (key `publication`). */
export function readPublication(house: Pick<House, 'db' | 'press' | 'config'>): Promise<Publication> {
  return house.press.keep('publication', ['publication'], async () => {
    const settings = parseSettings((await readSettings(house.db)) ?? unsetPublication)
    const described = describePublication(settings, { siteUrl: house.config.siteUrl, fileAddress })
    return { ...described, joins: await canBeJoined(house) }
  })
}

/** Whether the paper's head may lead to the page of joining: there is something to join, and payments are taken. */
async function canBeJoined({ db, config }: Pick<House, 'db' | 'config'>): Promise<boolean> {
  if (modeOf(config) === 'closed') return false
  const offered = await db
    .selectFrom('tiers')
    .innerJoin('prices', 'prices.tier_id', 'tiers.id')
    .select('tiers.id')
    .where('tiers.archived_at', 'is', null)
    .where('prices.archived_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return offered !== undefined
}

/** The settings as they are kept; null where nobody has set any. */
export async function readSettings(db: Database): Promise<unknown> {
  const row = await db.selectFrom('publication').select('settings').where('id', '=', 1).executeTakeFirst()
  return row?.settings ?? null
}

/** True once somebody has set anything. */
export async function hasSettings(db: Database): Promise<boolean> {
  return (await readSettings(db)) !== null
}

export async function writeSettings(
  tx: Transaction,
  settings: PublicationSettings,
  now: Date,
): Promise<void> {
  const values = { settings: json(settings), updated_at: now }
  await tx
    .insertInto('publication')
    .values({ id: 1, ...values })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values))
    .execute()
}

function fileAddress(key: string): string {
  return `/media/${key}`
}
