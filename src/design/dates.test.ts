import { describe, expect, test } from 'vitest'
import { dayOf, formatDateTime, formatLongDate, formatTime, monthOf, zoneName } from './dates.ts'

const evening = new Date('2026-12-31T23:30:00Z')
const dublin = { language: 'en-IE', timeZone: 'Europe/Dublin' }

describe('dates in the zone of the publication', () => {
  test('the same moment is another day, month and year further east', () => {
    expect(dayOf(evening, dublin)).toBe('2026-12-31')
    expect(dayOf(evening, { timeZone: 'Europe/Kyiv' })).toBe('2027-01-01')
    expect(monthOf(evening, { timeZone: 'Europe/Kyiv' })).toBe('2027-01')
  })

  test('midnight is 00, and summer time counts', () => {
    expect(formatTime(new Date('2026-07-01T23:05:00Z'), dublin)).toBe('00:05')
    expect(zoneName(new Date('2026-01-01T12:00:00Z'), dublin)).toBe('GMT')
    expect(formatTime(new Date('2026-01-01T23:05:00Z'), dublin)).toBe('23:05')
  })

  test('each language writes its own way', () => {
    const at = (language: string) => formatDateTime(evening, { language, timeZone: 'UTC' })
    expect(at('en')).toBe('31 December 2026, 23:30')
    expect(at('en-US')).toBe('December 31, 2026, 23:30')
    expect(at('de')).toBe('31. Dezember 2026, 23:30')
    expect(at('uk')).toBe('31 грудня 2026 р., 23:30')
    expect(at('ar')).toContain('31 ديسمبر 2026')
    expect(at('tlh')).toBe(at('en'))
  })

  test('a day that begins a line begins with a capital, and GMT is just that', () => {
    expect(formatLongDate(evening, { language: 'fr', timeZone: 'UTC' })).toBe('Jeudi 31 décembre 2026')
    expect(formatLongDate(evening, { language: 'uk', timeZone: 'UTC' })).toMatch(/^Четвер/)
    expect(zoneName(evening, { ...dublin, language: 'de' })).toBe('GMT')
  })

  test('the date line has no comma in British English', () => {
    expect(formatLongDate(evening, dublin)).toBe('Thursday 31 December 2026')
  })
})
