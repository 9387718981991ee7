import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Appeal, appealRules, appealSettings, wordingTexts } from './appeal.ts'
import type { Campaign } from './campaign-goal.ts'
import { type Candidate, chooseAppeals, inOrder, wordingFor } from './choose-appeals.ts'
import {
  isFor,
  isHeldOut,
  mayStandOn,
  type PageFacts,
  pageRules,
  type ReaderFacts,
  readerRules,
  type State,
  shareOf,
  traceOf,
} from './rules.ts'

const now = new Date('2026-11-22T09:00:00Z')
const day = 86_400_000
const inDays = (days: number) => new Date(now.getTime() + days * day)

function aCampaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    id: 1,
    name: 'Birthday',
    goal: { kind: 'members', number: 100 },
    startsAt: inDays(-5),
    endsAt: inDays(5),
    state: 'running',
    endedAt: null,
    ...changes,
  }
}

type Changes = Partial<Omit<Appeal, 'rules'>> & { rules?: Partial<Appeal['rules']> }

function anAppeal({ rules, ...changes }: Changes = {}): Appeal {
  return {
    id: 7,
    campaign: null,
    name: 'The strip',
    place: 'strip',
    live: true,
    priority: 0,
    dismissalDays: 30,
    wordings: [{ id: 70, name: 'A', texts: wordingTexts.parse({}) }],
    ...changes,
    rules: appealRules.parse(rules ?? {}),
  }
}

const page: PageFacts = { places: ['strip', 'closing'], topics: [3], language: 'en-IE', asksNothing: false }

const reader: ReaderFacts = {
  standing: 'guest',
  country: null,
  device: 'desktop',
  storiesRead: 1,
  returning: false,
  dismissed: new Map(),
  gaveDaysAgo: null,
  lot: 417,
}

const state: State = { now, settings: appealSettings.parse({}), moment: null }

function aCandidate(changes: Changes = {}, more: Partial<Candidate> = {}): Candidate {
  const appeal = anAppeal(changes)
  return {
    appeal,
    wordings: appeal.wordings,
    draw: `appeal ${appeal.id}`,
    experimentId: null,
    state,
    ...more,
  }
}

describe('a page carries an appeal', () => {
  const on = (changes: Changes, facts: Partial<PageFacts> = {}, at: Partial<State> = {}) =>
    mayStandOn({ ...page, ...facts }, anAppeal(changes), { ...state, ...at })

  test('that is live and stands where the page has a place', () => {
    expect(on({})).toBe(true)
    expect(on({ live: false })).toBe(false)
    expect(on({ place: 'closing' })).toBe(true)
    expect(on({ place: 'front' })).toBe(false)
  })

  test('only of a campaign that was started', () => {
    expect(on({ campaign: aCampaign({ state: 'draft' }) }, {}, { moment: 'underway' })).toBe(false)
    expect(on({ campaign: aCampaign() }, {}, { moment: 'underway' })).toBe(true)
  })

  test('not on a story that is marked sensitive', () => {
    expect(on({}, { asksNothing: true })).toBe(false)
  })

  test('on the topics that it names, or on all', () => {
    expect(on({ rules: { topics: [3, 9] } })).toBe(true)
    expect(on({ rules: { topics: [9] } })).toBe(false)
    expect(on({ rules: { topics: [9] } }, { topics: [] })).toBe(false)
  })

  test('in the languages that it names, whatever the region', () => {
    expect(on({ rules: { languages: ['en'] } })).toBe(true)
    expect(on({ rules: { languages: ['ar', 'uk'] } })).toBe(false)
    expect(on({ rules: { languages: ['ar'] } }, { language: 'ar' })).toBe(true)
  })

  test('before its campaign begins only with words for that time', () => {
    const campaign = aCampaign({ startsAt: inDays(2) })
    const before = wordingTexts.parse({ before: { paragraphs: ['On Monday we begin.'] } })
    expect(on({ campaign }, {}, { moment: 'before' })).toBe(false)
    expect(on({ campaign, wordings: [{ id: 1, name: 'A', texts: before }] }, {}, { moment: 'before' })).toBe(
      true,
    )
  })

  test('after its campaign for three days', () => {
    const ended = (days: number) =>
      on({ campaign: aCampaign({ endsAt: inDays(-days) }) }, {}, { moment: 'ended' })
    expect(ended(2.9)).toBe(true)
    expect(ended(3)).toBe(false)
  })

  test('that was ended by hand from that moment on, not from its planned end', () => {
    const campaign = aCampaign({ state: 'ended', endedAt: inDays(-4), endsAt: inDays(10) })
    expect(on({ campaign }, {}, { moment: 'ended' })).toBe(false)
  })

  test('reached or passed, as long as it lasts', () => {
    expect(on({ campaign: aCampaign() }, {}, { moment: 'reached' })).toBe(true)
    expect(on({ campaign: aCampaign() }, {}, { moment: 'passed' })).toBe(true)
  })
})

describe('a reader sees an appeal', () => {
  const sees = (changes: Changes, facts: Partial<ReaderFacts> = {}) =>
    isFor({ ...reader, ...facts }, anAppeal(changes), state)

  test('as anybody, where nothing is said', () => {
    expect(sees({})).toBe(true)
  })

  test('as a member only where there is thanks', () => {
    expect(sees({}, { standing: 'member' })).toBe(true)
    expect(sees({ rules: { thanks: false } }, { standing: 'member' })).toBe(false)
    expect(sees({ rules: { thanks: false } }, { standing: 'supporter', gaveDaysAgo: 200 })).toBe(false)
  })

  test('after a gift of money not for 90 days', () => {
    expect(sees({}, { standing: 'supporter', gaveDaysAgo: 0 })).toBe(false)
    expect(sees({}, { standing: 'supporter', gaveDaysAgo: 89 })).toBe(false)
    expect(sees({}, { standing: 'supporter', gaveDaysAgo: 90 })).toBe(true)
    expect(sees({}, { standing: 'guest', gaveDaysAgo: 400 })).toBe(true)
  })

  test('who became a member after giving is thanked at once', () => {
    expect(sees({}, { standing: 'member', gaveDaysAgo: 3 })).toBe(true)
  })

  test('from the countries that it names; unknown is none of them', () => {
    expect(sees({ rules: { countries: ['IE', 'GB'] } }, { country: 'IE' })).toBe(true)
    expect(sees({ rules: { countries: ['IE'] } }, { country: 'FR' })).toBe(false)
    expect(sees({ rules: { countries: ['IE'] } }, { country: null })).toBe(false)
  })

  test('on the devices that it names', () => {
    expect(sees({ rules: { devices: ['phone'] } }, { device: 'phone' })).toBe(true)
    expect(sees({ rules: { devices: ['phone'] } })).toBe(false)
  })

  test('on a first visit or a later one', () => {
    expect(sees({ rules: { visits: 'first' } })).toBe(true)
    expect(sees({ rules: { visits: 'first' } }, { returning: true })).toBe(false)
    expect(sees({ rules: { visits: 'returning' } }, { returning: true })).toBe(true)
    expect(sees({ rules: { visits: 'returning' } })).toBe(false)
  })

  test('from so many stories this month, up to so many', () => {
    const rules = { storiesFrom: 3, storiesUntil: 5 }
    const seen = [1, 2, 3, 4, 5, 6].filter(storiesRead => sees({ rules }, { storiesRead }))
    expect(seen).toEqual([3, 4, 5])
  })

  test('again only when the days after dismissing it are over', () => {
    const dismissed = (days: number) => ({ dismissed: new Map([[7, days]]) })
    expect(sees({}, dismissed(0))).toBe(false)
    expect(sees({}, dismissed(29))).toBe(false)
    expect(sees({}, dismissed(30))).toBe(true)
    expect(sees({ dismissalDays: 3 }, dismissed(3))).toBe(true)
  })

  test('whatever other appeal was dismissed', () => {
    expect(sees({}, { dismissed: new Map([[8, 0]]) })).toBe(true)
  })
})

describe('the hold-out', () => {
  test('leaves about its share alone, and nobody where it is none', () => {
    const left = lots().filter(lot => isHeldOut(anAppeal({ rules: { holdOut: 20 } }), lot)).length
    expect(left).toBeGreaterThan(150)
    expect(left).toBeLessThan(250)
    expect(lots().filter(lot => isHeldOut(anAppeal(), lot))).toEqual([])
  })

  test('is the same for all appeals of a campaign', () => {
    const rules = { holdOut: 30 }
    const strip = anAppeal({ id: 1, campaign: aCampaign(), rules })
    const closing = anAppeal({ id: 2, campaign: aCampaign(), rules })
    for (const lot of lots()) expect(isHeldOut(strip, lot)).toBe(isHeldOut(closing, lot))
  })

  test('shows nothing else instead, and counts what it kept back', () => {
    const lot = lots().find(each => isHeldOut(anAppeal({ rules: { holdOut: 50 } }), each))!
    const held = aCandidate({ rules: { holdOut: 50 }, priority: 5 })
    const other = aCandidate({ id: 8 })
    const choice = chooseAppeals(inOrder([other, held]), { ...reader, lot })
    expect(choice).toEqual({
      strip: null,
      appeal: null,
      heldOut: [{ wording: held.wordings[0], experimentId: null }],
    })
  })

  test('is not counted for readers who would not have seen it anyway', () => {
    const lot = lots().find(each => isHeldOut(anAppeal({ rules: { holdOut: 50 } }), each))!
    const held = aCandidate({ rules: { holdOut: 50, devices: ['phone'] } })
    const other = aCandidate({ id: 8 })
    const choice = chooseAppeals(inOrder([held, other]), { ...reader, lot })
    expect(choice.heldOut).toEqual([])
    expect(choice.strip?.appeal.id).toBe(8)
  })
})

describe('on one page', () => {
  test('there are never more than one strip and one appeal', () => {
    const anyAppeal = fc.record({
      id: fc.integer({ min: 1, max: 50 }),
      place: fc.constantFrom('strip', 'closing', 'card', 'front' as const),
      priority: fc.integer({ min: -5, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(anyAppeal, { maxLength: 8 }), fc.integer({ min: 0, max: 999 }), (all, lot) => {
        const candidates = inOrder(all.map(each => aCandidate(each as Changes)))
        const { strip, appeal } = chooseAppeals(candidates, { ...reader, lot })
        expect(strip === null).toBe(!all.some(({ place }) => place === 'strip'))
        expect(appeal === null).toBe(!all.some(({ place }) => place !== 'strip'))
        if (strip) expect(strip.appeal.place).toBe('strip')
        if (appeal) expect(appeal.appeal.place).not.toBe('strip')
      }),
    )
  })

  test('the more important comes first, then the older; what is dismissed makes room', () => {
    const old = aCandidate({ id: 1 })
    const young = aCandidate({ id: 2 })
    const important = aCandidate({ id: 3, priority: 1 })
    const order = inOrder([young, important, old])
    expect(order.map(({ appeal }) => appeal.id)).toEqual([3, 1, 2])
    expect(chooseAppeals(order, reader).strip?.appeal.id).toBe(3)
    const dismissed = new Map([[3, 1]])
    expect(chooseAppeals(order, { ...reader, dismissed }).strip?.appeal.id).toBe(1)
  })

  test('members and supporters are thanked, guests are asked', () => {
    const all = [aCandidate({ place: 'closing' })]
    expect(chooseAppeals(all, reader).appeal?.thanks).toBe(false)
    expect(chooseAppeals(all, { ...reader, standing: 'member' }).appeal?.thanks).toBe(true)
    const gave = { ...reader, standing: 'supporter' as const, gaveDaysAgo: 100 }
    expect(chooseAppeals(all, gave).appeal?.thanks).toBe(true)
  })
})

describe('wordings', () => {
  const wordings = ['A', 'B'].map((name, i) => ({ id: i, name, texts: wordingTexts.parse({}) }))
  const candidate = aCandidate({}, { wordings, draw: 'experiment 1' })

  test('stay the same for a reader', () => {
    for (const lot of lots()) expect(wordingFor(candidate, { lot })).toBe(wordingFor(candidate, { lot }))
  })

  test('are dealt about evenly', () => {
    const first = lots().filter(lot => wordingFor(candidate, { lot }).name === 'A').length
    expect(first).toBeGreaterThan(440)
    expect(first).toBeLessThan(560)
  })

  test('of two experiments are dealt independently', () => {
    const other = { ...candidate, draw: 'experiment 2' }
    const both = lots().filter(
      lot => wordingFor(candidate, { lot }).name === 'A' && wordingFor(other, { lot }).name === 'A',
    ).length
    expect(both).toBeGreaterThan(190)
    expect(both).toBeLessThan(310)
  })

  test('shares lie within their count', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.string(), fc.integer({ min: 1, max: 100 }), (lot, name, count) => {
        const share = shareOf(lot, name, count)
        expect(Number.isInteger(share) && share >= 0 && share < count).toBe(true)
      }),
    )
  })
})

describe('the trace', () => {
  test('names every rule once, in the order they are asked', () => {
    const trace = traceOf({ page, reader }, anAppeal(), state)
    expect(trace.map(({ rule }) => rule)).toEqual([...Object.keys(pageRules), ...Object.keys(readerRules)])
    expect(trace.every(({ passes }) => passes)).toBe(true)
  })

  test('says which rule kept an appeal back', () => {
    const appeal = anAppeal({ rules: { topics: [9], devices: ['phone'] } })
    const failed = traceOf({ page, reader }, appeal, state).filter(({ passes }) => !passes)
    expect(failed.map(({ rule }) => rule)).toEqual(['topic', 'device'])
  })

  test('agrees with what readers see', () => {
    const facts = fc.record({
      standing: fc.constantFrom('guest', 'member', 'supporter' as const),
      country: fc.constantFrom(null, 'IE', 'FR'),
      device: fc.constantFrom('phone', 'desktop' as const),
      storiesRead: fc.nat(12),
      returning: fc.boolean(),
      dismissed: fc.constantFrom(new Map<number, number>(), new Map([[7, 4]])),
      gaveDaysAgo: fc.constantFrom(null, 10, 100),
      lot: fc.nat(999),
    }) as fc.Arbitrary<ReaderFacts>
    const rules = fc.record({
      countries: fc.constantFrom([], ['IE']),
      devices: fc.constantFrom([], ['phone']),
      visits: fc.constantFrom('any', 'first', 'returning'),
      storiesFrom: fc.nat(5),
      thanks: fc.boolean(),
      holdOut: fc.constantFrom(0, 40),
      topics: fc.constantFrom([], [3], [4]),
    }) as fc.Arbitrary<Partial<Appeal['rules']>>
    fc.assert(
      fc.property(facts, rules, (who, wanted) => {
        const appeal = anAppeal({ rules: wanted })
        const sees = mayStandOn(page, appeal, state) && isFor(who, appeal, state)
        const trace = traceOf({ page, reader: who }, appeal, state)
        expect(trace.every(({ passes }) => passes)).toBe(sees)
      }),
    )
  })
})

function lots(): number[] {
  return Array.from({ length: 1000 }, (_, lot) => lot)
}
