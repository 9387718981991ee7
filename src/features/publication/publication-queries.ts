import { json, type Transaction } from '../../platform/database/database.ts'
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
    const row = await house.db
      .selectFrom('publication')
      .select('settings')
      .where('id', '=', 1)
      .executeTakeFirst()
    const settings = parseSettings(row?.settings ?? unsetPublication)
    return describePublication(settings, { siteUrl: house.config.siteUrl, fileAddress })
  })
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
