import { dayOf } from '../../../design/dates.ts'
import type { PhotographRights } from '../photograph.ts'

/** True once the last day on which a photograph may be published has passed where the publication is. */
export function rightsEnded(rights: PhotographRights, place: { now: Date; timeZone: string }): boolean {
  return rights.until !== undefined && rights.until < dayOf(place.now, place)
}
