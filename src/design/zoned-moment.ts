import { offsetOf } from './zones.ts'

/**
 * What a time on the clock of a zone means: one moment; two where clocks go back and it comes twice (the earlier first);
 * or none where clocks go forward over it, with the times between which it is missing ("01:00", "02:00").
 */
export type ZonedMoment =
  | { kind: 'once'; moment: Date }
  | { kind: 'twice'; moments: [Date, Date] }
  | { kind: 'never'; from: string; to: string }

/** Reads "2026-11-22T09:30", as a field for date and time sends it. Null for anything else, and for days there are not. */
export function readZoned(text: string, timeZone: string): ZonedMoment | null {
  const local = readLocal(text)
  if (local === null) return null
  const day = 86_400_000
  const offsets = [...new Set([local - day, local, local + day].map(at => offsetOf(new Date(at), timeZone)))]
  const moments = offsets
    .map(offset => new Date(local - offset))
    .filter(moment => moment.getTime() + offsetOf(moment, timeZone) === local)
    .sort((a, b) => a.getTime() - b.getTime())
  const [first, second] = moments
  if (!first) return { kind: 'never', ...gapAround(local, timeZone) }
  return second ? { kind: 'twice', moments: [first, second] } : { kind: 'once', moment: first }
}

/** A moment as a field for date and time shows it: "2026-11-22T09:30". */
export function writeZoned(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetOf(moment, timeZone)).toISOString().slice(0, 16)
}

/** Milliseconds of the time on the clock as if it were UTC. */
function readLocal(text: string): number | null {
  const [, ...parts] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(text) ?? []
  if (parts.length === 0) return null
  const [year, month, day, hour, minute] = parts.map(Number) as [number, number, number, number, number]
  const at = Date.UTC(year, month - 1, day, hour, minute)
  // 31 June would be read as 1 July.
  return new Date(at).toISOString().startsWith(text.slice(0, 16)) ? at : null
}

/** The hour that clocks leave out, of which `local` is a part. */
function gapAround(local: number, timeZone: string): { from: string; to: string } {
  const before = offsetOf(new Date(local - 86_400_000), timeZone)
  const after = offsetOf(new Date(local + 86_400_000), timeZone)
  let [low, high] = [local - before - 86_400_000, local - before + 86_400_000]
  // The moment of the change, to the minute.
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2 / 60_000) * 60_000
    if (middle <= low) break
    if (offsetOf(new Date(middle), timeZone) === before) low = middle
    else high = middle
  }
  const clock = (offset: number) => new Date(high + offset).toISOString().slice(11, 16)
  return { from: clock(before), to: clock(after) }
}
