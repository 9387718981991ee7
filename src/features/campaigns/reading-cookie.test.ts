import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appealRules, appealSettings, type PlaceName, wordingTexts } from './appeal.ts'
import type { Candidate, Choice } from './choose-appeals.ts'
import { readVariant, variantsOf } from './page-variants.ts'
import { countryReader, deviceOf, readerFacts } from './reader-facts.ts'
import {
  digest,
  firstReading,
  type Reading,
  readingAttributes,
  readReading,
  withDismissal,
  withGift,
  withStory,
  writeReading,
} from './reading-cookie.ts'

const now = new Date('2026-11-22T09:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const first = firstReading(now, () => 0.4173)
const attributes = readingAttributes('https://paper.example')
const sent = (reading: Reading) => writeReading(reading, attributes).split(';')[0]!

describe('what a browser remembers', () => {
  const anyReading = fc.record({
    lot: fc.nat(999),
    since: fc.nat(60_000),
    month: fc.nat(2000),
    stories: fc.nat(9999),
    last: fc.string({ maxLength: 20 }).map(digest),
    gave: fc.option(fc.nat(60_000)),
    dismissed: fc.array(fc.record({ appealId: fc.nat(100_000), day: fc.nat(60_000) }), { maxLength: 12 }),
  }) as fc.Arbitrary<Reading>

  test('comes back as it was, among other cookies', () => {
    fc.assert(
      fc.property(anyReading, reading => {
        expect(readReading(`standing=x; ${sent(reading)}; theme=dark`)).toEqual(reading)
      }),
    )
  })

  test('is short, first-party, out of reach of scripts, and kept for a year', () => {
    const cookie = writeReading(withDismissal(first, 12, now), attributes)
    expect(cookie.length).toBeLessThan(120)
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000$/)
    expect(readingAttributes('http://localhost:4000')).not.toContain('Secure')
  })

  test('is nothing where the cookie is not ours', () => {
    const odd = ['', 'reading=', 'reading=1.2.3', 'reading=9999.a.b.1...', 'reading=1.a.b.x...', 'other=1']
    for (const header of [undefined, ...odd]) expect(readReading(header)).toBeNull()
    fc.assert(
      fc.property(fc.string(), text => {
        readReading(`reading=${text}`)
      }),
    )
  })

  test('counts each story once in a row, and begins anew with the month', () => {
    const one = withStory(first, digest('/ferry'), now)
    expect(one.stories).toBe(1)
    expect(withStory(one, digest('/ferry'), now)).toBe(one)
    expect(withStory(one, digest('/bridge'), now).stories).toBe(2)
    expect(withStory(one, digest('/ferry'), later(9)).stories).toBe(1)
    expect(withStory({ ...one, stories: 9999 }, digest('/x'), now).stories).toBe(9999)
  })

  test('keeps the newest dismissals, one for each appeal', () => {
    let reading = first
    for (let id = 1; id <= 20; id++) reading = withDismissal(reading, id, now)
    expect(reading.dismissed).toHaveLength(12)
    expect(reading.dismissed[0]!.appealId).toBe(20)
    expect(withDismissal(reading, 20, later(3)).dismissed).toHaveLength(12)
  })
})

describe('a reader', () => {
  const facts = (reading: Reading, at = now, member = false) =>
    readerFacts(reading, { member, country: null, device: 'phone', now: at })

  test('who comes for the first time is a guest, and returns from the next day on', () => {
    expect(facts(first)).toMatchObject({ standing: 'guest', returning: false, gaveDaysAgo: null, lot: 417 })
    expect(facts(first, later(1)).returning).toBe(true)
  })

  test('who gave once is a supporter for a year', () => {
    const gave = withGift(first, now)
    expect(facts(gave, later(10))).toMatchObject({ standing: 'supporter', gaveDaysAgo: 10 })
    expect(facts(gave, later(364)).standing).toBe('supporter')
    expect(facts(gave, later(365)).standing).toBe('guest')
    expect(facts(gave, later(10), true).standing).toBe('member')
  })

  test('whose clock or cookie runs ahead has dismissed it today', () => {
    const dismissed = withDismissal(first, 5, later(3))
    expect(facts(dismissed).dismissed.get(5)).toBe(0)
  })

  test('has a phone where the browser says so', () => {
    expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) Mobile/15E148 Safari/604.1')).toBe('phone')
    expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')).toBe('desktop')
    expect(deviceOf(undefined)).toBe('desktop')
  })

  test('is of a country only by the word of a proxy that is trusted', () => {
    const told = (from: string, headers: Record<string, string>) =>
      countryReader(['10.0.0.0/8'])({ headers, socket: { remoteAddress: from } as never })
    expect(told('10.1.2.3', { 'cf-ipcountry': 'ie' })).toBe('IE')
    expect(told('203.0.113.9', { 'cf-ipcountry': 'IE' })).toBeNull()
    expect(told('10.1.2.3', { 'cf-ipcountry': 'XX', 'x-country-code': 'GB' })).toBe('GB')
    expect(told('10.1.2.3', { 'cf-ipcountry': 'Ireland' })).toBeNull()
    expect(told('10.1.2.3', {})).toBeNull()
  })
})

describe('the prints of a page', () => {
  function candidate(id: number, place: PlaceName, changes = {}): Candidate {
    const appeal = {
      id,
      campaign: null,
      name: 'one',
      place,
      live: true,
      priority: 0,
      dismissalDays: 30,
      rules: appealRules.parse({}),
      wordings: [{ id: id * 10, name: 'A', texts: wordingTexts.parse({}) }],
      ...changes,
    }
    const state = { now, settings: appealSettings.parse({}), moment: null }
    return { appeal, wordings: appeal.wordings, draw: `appeal ${id}`, experimentId: null, state }
  }

  const counted: Choice[] = []
  const choose = (
    headers: Record<string, string>,
    { standing = 'guest' as 'guest' | 'member' | 'staff', method = 'GET' } = {},
  ) => {
    const variants = variantsOf(
      [candidate(1, 'strip'), candidate(2, 'closing')],
      { standing, story: '/ferry' },
      {
        siteUrl: 'http://localhost:4000',
        now: () => now,
        chance: () => 0.5,
        countryOf: () => null,
        count: choice => counted.push(choice),
      },
    )
    const chosen = variants.choose({
      method,
      headers: { 'user-agent': 'Firefox/140.0', ...headers },
    } as never)
    variants.sent(chosen)
    return chosen
  }

  test('are named after the wordings they carry, and are read by that name', () => {
    expect(choose({}).name).toBe('10-20')
    expect(choose({}, { standing: 'member' }).name).toBe('10t-20t')
    expect(readVariant('10t-20')).toEqual({
      strip: { wordingId: 10, thanks: true },
      appeal: { wordingId: 20, thanks: false },
    })
    expect(readVariant('')).toEqual({ strip: null, appeal: null })
    expect(readVariant('x-<script>')).toEqual({ strip: null, appeal: null })
  })

  test('set a cookie only where there is something new to remember', () => {
    const cookie = choose({}).cookie!.split(';')[0]!
    expect(choose({ cookie }).cookie).toBeUndefined()
    expect(choose({ 'sec-purpose': 'prefetch' }).cookie).toBeUndefined()
  })

  test('count as seen for readers alone: no robots, no staff, nothing fetched ahead, no look at the head', () => {
    const views = (act: () => unknown) => {
      counted.length = 0
      act()
      return counted.length
    }
    expect(views(() => choose({}))).toBe(1)
    expect(views(() => choose({}, { standing: 'member' }))).toBe(1)
    expect(views(() => choose({}, { standing: 'staff' }))).toBe(0)
    expect(views(() => choose({}, { method: 'HEAD' }))).toBe(0)
    expect(views(() => choose({ 'sec-purpose': 'prefetch;prerender' }))).toBe(0)
    expect(views(() => choose({ 'user-agent': 'curl/8.0' }))).toBe(0)
    expect(choose({ 'user-agent': 'Googlebot/2.1' })).toMatchObject({ name: '', counts: false })
  })
})
