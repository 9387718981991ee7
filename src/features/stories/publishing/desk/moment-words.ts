import { formatDateTime, zoneName } from '../../../../design/dates.ts'

/** A moment on the publication's clock, with the name of its zone. */
export function momentWords(moment: Date, timeZone: string): string {
  const place = { language: 'en', timeZone }
  return `${formatDateTime(moment, place)} ${zoneName(moment, place)}`
}
