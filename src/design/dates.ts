import { interfaceLanguage, intlTag } from './messages.ts'

/** In which language a date is written and where the clock that counts hangs (IANA name). */
export interface DatePlace {
  language: string
  timeZone: string
}

/** "22 November 2026" */
export function formatDate(date: Date, place: DatePlace): string {
  return formatter('date', place).format(date)
}

/** "Sunday 22 November 2026": the date line of the masthead, and days as headings. */
export function formatLongDate(date: Date, place: DatePlace): string {
  return asHeading(formatter('longDate', place).format(date), place)
}

/** "Sunday 22 November": the day above briefs, where the year is plain from the place. */
export function formatDay(date: Date, place: DatePlace): string {
  return asHeading(formatter('weekday', place).format(date), place)
}

/** "22 Nov": for cards, where the year is plain from the place. */
export function formatShortDate(date: Date, place: DatePlace): string {
  return formatter('shortDate', place).format(date)
}

/** "14:05", always of the 24-hour clock, always two digits, so that columns of times line up. */
export function formatTime(date: Date, place: DatePlace): string {
  return formatter('time', place).format(date)
}

/** "22 November 2026, 14:05" */
export function formatDateTime(date: Date, place: DatePlace): string {
  return `${formatDate(date, place)}${interfaceLanguage(place.language) === 'ar' ? '،' : ','} ${formatTime(date, place)}`
}

/** "November 2026", as a heading or a link that stands alone. */
export function formatMonth(date: Date, place: DatePlace): string {
  return capital(formatter('month', place).format(date), place.language)
}

/** The name of the zone as readers say it, short: "GMT", "CET", "GMT+2". */
export function zoneName(date: Date, place: DatePlace): string {
  const parts = formatter('zone', place).formatToParts(date)
  const name = parts.find(part => part.type === 'timeZoneName')?.value ?? place.timeZone
  // "GMT+0" is what some languages make of GMT.
  return name.replace(/[+-]0$/, '')
}

/** The calendar day in the zone, "2026-11-22": for grouping by day and for addresses of days. */
export function dayOf(date: Date, { timeZone }: Pick<DatePlace, 'timeZone'>): string {
  return formatter('day', { language: 'en', timeZone }).format(date)
}

/** The calendar month in the zone, "2026-11". */
export function monthOf(date: Date, place: Pick<DatePlace, 'timeZone'>): string {
  return dayOf(date, place).slice(0, 7)
}

/** A day that begins a line: with a capital, and in British papers without ICU's comma after the weekday. */
function asHeading(written: string, { language }: DatePlace): string {
  const british = language.startsWith('en') && !language.endsWith('US')
  return capital(british ? written.replace(', ', ' ') : written, language)
}

function capital(written: string, language: string): string {
  return written.slice(0, 1).toLocaleUpperCase(language) + written.slice(1)
}

const shapes = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  shortDate: { day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { month: 'long', year: 'numeric' },
  zone: { timeZoneName: 'short' },
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

// Making a formatter costs a hundred times what using it does; what is remembered depends on nothing but its key.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(shape: keyof typeof shapes, place: DatePlace): Intl.DateTimeFormat {
  const key = `${shape} ${place.language} ${place.timeZone}`
  const known = formatters.get(key)
  if (known) return known
  const tag = shape === 'day' ? 'en-CA' : intlTag(place.language)
  const made = new Intl.DateTimeFormat(tag, { ...shapes[shape], timeZone: place.timeZone })
  formatters.set(key, made)
  return made
}
