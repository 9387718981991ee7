import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, nextEnd } from './periods.ts'

const seconds = (iso: string) => Date.parse(iso) / 1000
const iso = (moment: number) => new Date(moment * 1000).toISOString().slice(0, 16)
const month = { interval: 'month', interval_count: 1 }

test('the 31st is the last day of shorter months, and the 31st again', () => {
  const anchor = seconds('2026-01-31T10:00Z')
  expect([1, 2, 3, 13].map(times => iso(after(anchor, month, times)))).toEqual([
    '2026-02-28T10:00',
    '2026-03-31T10:00',
    '2026-04-30T10:00',
    '2027-02-28T10:00',
  ])
  const leap = seconds('2024-02-29T00:00Z')
  const year = { interval: 'year', interval_count: 1 }
  expect([1, 4].map(times => iso(after(leap, year, times)))).toEqual(['2025-02-28T00:00', '2028-02-29T00:00'])
})

test('the next end always lies ahead, by no more than one period', () => {
  const interval = fc.record({
    interval: fc.constantFrom('day', 'week', 'month', 'year'),
    interval_count: fc.integer({ min: 1, max: 12 }),
  })
  const moment = fc.integer({ min: seconds('2020-01-01T00:00Z'), max: seconds('2040-01-01T00:00Z') })
  fc.assert(
    fc.property(moment, interval, fc.nat(100_000_000), (anchor, period, later) => {
      const end = nextEnd(anchor, period, anchor + later)
      expect(end).toBeGreaterThan(anchor + later)
      const days = { day: 1, week: 7, month: 31, year: 366 }[period.interval]! * period.interval_count
      expect(end - (anchor + later)).toBeLessThanOrEqual(days * 86_400)
    }),
  )
})
