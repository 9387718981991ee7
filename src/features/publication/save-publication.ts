import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type PublicationSettings, parseSettings } from './publication.ts'
import { writeSettings } from './publication-queries.ts'

/** Sets the publication's settings as a whole and has every page printed anew. Throws BadInput that names the field. */
export async function savePublication(
  house: Pick<House, 'db' | 'clock'>,
  input: unknown,
): Promise<PublicationSettings> {
  const settings = parseSettings(input)
  await house.db.transaction().execute(async tx => {
    await writeSettings(tx, settings, house.clock.now())
    await recordEvent(tx, house.clock, { kind: 'publication-changed', keys: ['publication'] })
  })
  return settings
}
