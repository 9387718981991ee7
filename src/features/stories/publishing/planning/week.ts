import { dayOf } from '../../../../design/dates.ts'
import { startOfDay } from '../../../../design/zones.ts'

export interface Week {
  /** Seven days, the first first: "2026-11-23". */
  days: string[]
  from: Date
  until: Date
  /** First days of the weeks beside it. */
  before: string
  after: string
}

/** The week that holds a day of the publication's calendar; `firstDay` is Monday 1 to Sunday 7. */
export function weekOf(day: string, { timeZone, firstDay }: { timeZone: string; firstDay: number }): Week {
  const since = (new Date(`${day}T00:00:00Z`).getUTCDay() + 7 - firstDay) % 7
  const first = later(day, -since)
  const days = Array.from({ length: 7 }, (_, i) => later(first, i))
  return {
    days,
    from: startOfDay(first, timeZone),
    until: startOfDay(first, timeZone, 7),
    before: later(first, -7),
    after: later(first, 7),
  }
}

/** A day from outside, if it is one within a hundred years; otherwise today. */
export function readDay(
  text: string | undefined,
  { now, timeZone }: { now: Date; timeZone: string },
): string {
  const today = dayOf(now, { timeZone })
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return today
  const date = new Date(`${text}T00:00:00Z`)
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return isDay && Math.abs(date.getTime() - now.getTime()) < 100 * 366 * 86_400_000 ? text : today
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
