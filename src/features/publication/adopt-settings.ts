import type { Transaction } from '../../platform/database/database.ts'
import { type PublicationInput, type PublicationSettings, publicationSettings } from './publication.ts'
import { readSettings, writeSettings } from './publication-queries.ts'

/**
 * Takes what an archive says of the publication it comes from, where nobody has set anything yet. A field that cannot
 * be used is left at its start. Gives the settings, or null where there were some already (they stay as they are).
 */
export async function adoptSettings(
  tx: Transaction,
  given: PublicationInput,
  now: Date,
): Promise<PublicationSettings | null> {
  if ((await readSettings(tx)) !== null) return null
  const usable = Object.entries(given).filter(
    ([field, value]) => publicationSettings.shape[field as keyof PublicationInput]?.safeParse(value).success,
  )
  const settings = publicationSettings.safeParse(Object.fromEntries(usable))
  if (!settings.success) return null
  await writeSettings(tx, settings.data, now)
  return settings.data
}
