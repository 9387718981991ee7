import { readPublication } from '../features/publication/publication.ts'
import type { House } from '../platform/house.ts'
import type { Letterhead } from '../platform/mail/letter.ts'

/** What letters say about the publication, as it is now. */
export async function letterheadOf(house: Pick<House, 'db' | 'press' | 'config'>): Promise<Letterhead> {
  const { name, accent, siteUrl, language, timeZone, imprint } = await readPublication(house)
  const lines = [imprint.publisher || name, imprint.address.join(', ')].filter(Boolean)
  return { name, accent, siteUrl, language, timeZone, imprint: lines, email: imprint.email }
}
