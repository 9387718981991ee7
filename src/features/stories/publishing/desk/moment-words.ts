import { type DatePlace, formatDateTime, zoneName } from '../../../../design/dates.ts'

/** A moment on the publication's clock, with the name of its zone. */
export function momentWords(moment: Date, place: DatePlace): string {
  return `${formatDateTime(moment, place)} ${zoneName(moment, place)}`
}
