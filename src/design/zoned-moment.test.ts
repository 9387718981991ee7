import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZoned, writeZoned } from './zoned-moment.ts'

test('an ordinary time is one moment', () => {
  expect(readZoned('2026-11-22T09:30', 'Europe/Dublin')).toEqual({
    kind: 'once',
    moment: new Date('2026-11-22T09:30:00Z'),
  })
  expect(readZoned('2026-07-01T09:30', 'Europe/Kyiv')).toEqual({
    kind: 'once',
    moment: new Date('2026-07-01T06:30:00Z'),
  })
})

test('a time that clocks jump over is never, and says between what', () => {
  expect(readZoned('2026-03-29T01:30', 'Europe/Dublin')).toEqual({
    kind: 'never',
    from: '01:00',
    to: '02:00',
  })
  expect(readZoned('2026-10-04T02:10', 'Australia/Lord_Howe')).toEqual({
    kind: 'never',
    from: '02:00',
    to: '02:30',
  })
})

test('a time that comes again is twice, the earlier first', () => {
  expect(readZoned('2026-10-25T01:30', 'Europe/Dublin')).toEqual({
    kind: 'twice',
    moments: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
  })
})

test.each(['', 'soon', '2026-06-31T10:00', '2026-13-01T10:00', '2026-01-01T25:00', '2026-01-01'])(
  '“%s” is no time',
  text => expect(readZoned(text, 'Europe/Dublin')).toBeNull(),
)

test('what a field shows is read back as the same minute, in any zone', () => {
  const zones = ['Europe/Dublin', 'Europe/Kyiv', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (zone, date) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
        const read = readZoned(writeZoned(minute, zone), zone)
        const moments = read?.kind === 'once' ? [read.moment] : read?.kind === 'twice' ? read.moments : []
        expect(moments.map(Number)).toContain(minute.getTime())
      },
    ),
  )
})
