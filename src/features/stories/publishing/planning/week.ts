import { dayOf } from '../../../../design/dates.ts'
import { startOfDay } from '../../../../design/zones.ts'

export interface Week {
  /** Monday to Sunday, "2026-11-23". */
  days: string[]
  from: Date
  until: Date
  /** Mondays of the weeks beside it. */
  before: string
  after: string
}

/** The week, beginning on Monday (ISO 8601), that holds a day of the publication's calendar. */
export function weekOf(day: string, timeZone: string): Week {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = later(day, -weekday)
  const days = Array.from({ length: 7 }, (_, i) => later(monday, i))
  return {
    days,
    from: startOfDay(monday, timeZone),
    until: startOfDay(monday, timeZone, 7),
    before: later(monday, -7),
    after: later(monday, 7),
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
