import { readCookie, writeCookie } from '../../platform/http/cookies.ts'
import { dayMs } from './campaign-goal.ts'

/**
 * What a browser itself remembers for appeals, while there are any: no number that is its own, nothing that says who
 * reads. Days are counted from 1970, in UTC.
 */
export interface Reading {
  /** One of a thousand lots: draws wordings and hold-outs. */
  lot: number
  /** The day of the first page. */
  since: number
  /** Months since 1970, and the stories read in it. */
  month: number
  stories: number
  /** A digest of the newest story's address, four letters, so that reloading it counts once. */
  last: string
  /** The day on which money was given last; null for none. */
  gave: number | null
  dismissed: readonly Dismissal[]
}

export interface Dismissal {
  appealId: number
  day: number
}

export const readingCookie = 'reading'

const mostDismissals = 12
const keptSeconds = 365 * 86_400
const shape =
  /^(\d{1,3})\.([0-9a-z]{1,5})\.([0-9a-z]{1,3})\.(\d{1,4})\.([0-9a-z]{0,4})\.([0-9a-z]{0,5})\.([0-9a-z_-]{0,200})$/

/** What a Cookie header holds of it; null for none, and for one that is not ours. */
export function readReading(header: string | undefined): Reading | null {
  if (!header?.includes(readingCookie)) return null
  const found = shape.exec(readCookie(header, readingCookie) ?? '')
  if (!found) return null
  const [, lot, since, month, stories, last, gave, dismissed] = found as unknown as string[]
  return {
    lot: Number(lot),
    since: number36(since!),
    month: number36(month!),
    stories: Number(stories),
    last: last!,
    gave: gave === '' ? null : number36(gave!),
    dismissed: dismissed === '' ? [] : dismissed!.split('_').map(readDismissal),
  }
}

/** What follows the value in a Set-Cookie header: kept for a year (RFC 6265, 5.2.2). The same for everyone. */
export function readingAttributes(siteUrl: string): string {
  return `${writeCookie('', '', { siteUrl }).slice(1)}; Max-Age=${keptSeconds}`
}

/** A whole Set-Cookie value, with what `readingAttributes` gives. */
export function writeReading(reading: Reading, attributes: string): string {
  const { lot, since, month, stories, last, gave, dismissed } = reading
  const shown = dismissed.map(each => `${text36(each.appealId)}-${text36(each.day)}`).join('_')
  const given = gave === null ? '' : text36(gave)
  const value = `${lot}.${text36(since)}.${text36(month)}.${stories}.${last}.${given}.${shown}`
  return `${readingCookie}=${value}${attributes}`
}

/** Of a browser that comes for the first time; `chance` gives numbers from 0 to 1, without 1. */
export function firstReading(now: Date, chance: () => number): Reading {
  return {
    lot: Math.floor(chance() * 1000),
    since: dayOf(now),
    month: monthOf(now),
    stories: 0,
    last: '',
    gave: null,
    dismissed: [],
  }
}

/** One story more this month, by the digest of its address; the same object where nothing changes. */
export function withStory(reading: Reading, last: string, now: Date): Reading {
  const month = monthOf(now)
  if (reading.month !== month) return { ...reading, month, stories: 1, last }
  if (reading.last === last) return reading
  return { ...reading, stories: Math.min(9999, reading.stories + 1), last }
}

export function withDismissal(reading: Reading, appealId: number, now: Date): Reading {
  const others = reading.dismissed.filter(each => each.appealId !== appealId)
  return {
    ...reading,
    dismissed: [{ appealId, day: dayOf(now) }, ...others].slice(0, mostDismissals),
  }
}

export function withGift(reading: Reading, now: Date): Reading {
  return { ...reading, gave: dayOf(now) }
}

export function dayOf(now: Date): number {
  return Math.floor(now.getTime() / dayMs)
}

export function monthOf(now: Date): number {
  return (now.getUTCFullYear() - 1970) * 12 + now.getUTCMonth()
}

function readDismissal(text: string): Dismissal {
  const [appealId = '', day = ''] = text.split('-')
  return { appealId: number36(appealId), day: number36(day) }
}

/** Four letters that stand for an address. */
export function digest(address: string): string {
  let hash = 0
  for (let i = 0; i < address.length; i++) hash = (Math.imul(hash, 31) + address.charCodeAt(i)) | 0
  return text36((hash >>> 0) % 36 ** 4)
}

function number36(text: string): number {
  return Number.parseInt(text, 36) || 0
}

function text36(number: number): string {
  return number.toString(36)
}
