import { type Database, json, type Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
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
    return describePublication(settings, { siteUrl: house.config.siteUrl, fileAddress })
  })
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
