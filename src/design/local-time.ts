import { offsetOf } from './zones.ts'

export interface LocalTime {
  at: Date
  /** 'skipped': the clocks jump over this time, and the time after the jump is meant; 'twice': it comes twice, and the first is meant. */
  note: 'skipped' | 'twice' | null
}

/** The moment that a `datetime-local` field ("2026-11-22T18:30") means in a time zone; null for what is no time. */
export function readLocalTime(text: string, timeZone: string): LocalTime | null {
  const asIfUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN
  if (Number.isNaN(asIfUtc)) return null
  const day = 86_400_000
  const before = new Date(asIfUtc - offsetOf(new Date(asIfUtc - day), timeZone))
  const after = new Date(asIfUtc - offsetOf(new Date(asIfUtc + day), timeZone))
  const fits = [before, after].filter(at => at.getTime() + offsetOf(at, timeZone) === asIfUtc)
  const [first, second] = fits.sort((a, b) => a.getTime() - b.getTime())
  if (!first) return { at: before, note: 'skipped' }
  return { at: first, note: second && second.getTime() !== first.getTime() ? 'twice' : null }
}

/** A moment as a `datetime-local` field shows it in a time zone. */
export function writeLocalTime(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetOf(at, timeZone)).toISOString().slice(0, 16)
}
