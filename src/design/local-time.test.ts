import { expect, test } from 'vitest'
import { readLocalTime, writeLocalTime } from './local-time.ts'

test.each([
  ['2026-11-22T18:30', 'Europe/Dublin', '2026-11-22T18:30:00.000Z', null],
  ['2026-07-22T18:30', 'Europe/Dublin', '2026-07-22T17:30:00.000Z', null],
  // The clocks go from 01:00 to 02:00 on 29 March 2026, and from 02:00 back to 01:00 on 25 October.
  ['2026-03-29T01:30', 'Europe/Dublin', '2026-03-29T01:30:00.000Z', 'skipped'],
  ['2026-10-25T01:30', 'Europe/Dublin', '2026-10-25T00:30:00.000Z', 'twice'],
  ['2026-10-25T02:30', 'Europe/Dublin', '2026-10-25T02:30:00.000Z', null],
  ['2026-01-01T00:00', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z', null],
])('%s in %s', (text, zone, at, note) => {
  expect(readLocalTime(text, zone)).toEqual({ at: new Date(at), note })
})

test('what is no time is none', () => {
  for (const text of ['', 'tomorrow', '2026-13-01T00:00', '2026-01-01', '2026-01-01T25:00'])
    expect(readLocalTime(text, 'UTC'), text).toBeNull()
})

test('a moment is written as the field shows it', () => {
  expect(writeLocalTime(new Date('2026-07-22T17:30:00Z'), 'Europe/Dublin')).toBe('2026-07-22T18:30')
})
