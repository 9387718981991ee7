import { offsetOf } from '../../design/zones.ts'

/** The first moment of a day ("2026-11-22") in a time zone, or of the day some days after it. */
export function dayStart(day: string, timeZone: string, daysAfter = 0): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + daysAfter * 86_400_000
  // The offset at the guess may differ from that at the result where the clocks change in that night.
  const first = new Date(asIfUtc - offsetOf(new Date(asIfUtc), timeZone))
  return new Date(asIfUtc - offsetOf(first, timeZone))
}
