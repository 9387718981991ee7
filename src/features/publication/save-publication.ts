import type { Transaction } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type PublicationSettings, parseSettings } from './publication.ts'
import { writeSettings } from './publication-queries.ts'

/** Sets the publication's settings as a whole and has every page printed anew. Throws BadInput that names the field. */
export function savePublication(
  house: Pick<House, 'db' | 'clock'>,
  input: unknown,
): Promise<PublicationSettings> {
  return house.db.transaction().execute(tx => savePublicationIn(tx, house, input))
}

/** The same inside a transaction that does more. */
export async function savePublicationIn(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  input: unknown,
): Promise<PublicationSettings> {
  const settings = parseSettings(input)
  await writeSettings(tx, settings, house.clock.now())
  await recordEvent(tx, house.clock, { kind: 'publication-changed', keys: ['publication'] })
  return settings
}
