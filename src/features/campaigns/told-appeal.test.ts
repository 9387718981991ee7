import { describe, expect, test } from 'vitest'
import { interfaceLanguages } from '../../design/messages.ts'
import { wordingTexts } from './appeal.ts'
import type { Campaign } from './campaign-goal.ts'
import { figuresFrom, type Gains, gainedOf } from './figures.ts'
import { tellAppeal } from './told-appeal.ts'

const now = new Date('2026-11-22T09:00:00Z')
const at = (days: number) => new Date(now.getTime() + days * 86_400_000)

const campaign: Campaign = {
  id: 1,
  name: 'Birthday',
  goal: { kind: 'members', number: 1000 },
  startsAt: at(-5),
  endsAt: at(12),
  state: 'running',
  endedAt: null,
}
const texts = wordingTexts.parse({
  underway: {
    heading: 'Ten years of the Lantern',
    paragraphs: [
      'We want {goal} new members. {members_new} joined. One in {readers_per_supporter} supports us.',
    ],
  },
  signature: 'Maeve Carrigan',
  join: 'Join us',
})

interface Told {
  campaign?: Campaign | null
  members?: number
  thanks?: boolean
  language?: string
  open?: { join: boolean; gift: boolean }
  own?: typeof texts
  place?: 'strip' | 'closing' | 'join'
}

function tell(options: Told = {}) {
  const { members = 412, thanks = false, language = 'en', place = 'closing' } = options
  const drive = options.campaign === undefined ? campaign : options.campaign
  const gains: Gains = { members, gifts: 7, supporters: 420, raised: new Map() }
  const counts = { supporters: 3000, members: 2900, readersMonth: null }
  return tellAppeal({
    appeal: { id: 5, campaign: drive, place },
    wording: { id: 50, texts: options.own ?? texts },
    thanks,
    figures: figuresFrom(counts, drive && { campaign: drive, gains }, now),
    gained: drive ? gainedOf(drive, gains) : 0,
    open: options.open ?? { join: true, gift: true },
    language,
    now,
  })
}

describe('an appeal as it is told', () => {
  test('has its own words while the campaign is under way, and leaves out what cannot be counted', () => {
    const told = tell()
    expect(told.heading).toBe('Ten years of the Lantern')
    expect(told.paragraphs).toEqual(['We want 1,000 new members. 412 joined.'])
    expect(told.left).toEqual({ missing: ['readers_per_supporter'], unknown: [] })
    expect(told.call).toBe('Help us get 1,000\u00a0new members!')
  })

  test('shows how far it has come and how long is left', () => {
    expect(tell().progress).toEqual({
      text: '412 of 1,000\u00a0new members',
      gained: 412,
      goal: 1000,
      daysLeft: '12\u00a0days left',
    })
  })

  test('has other words for each moment', () => {
    const tellings = [
      tell({ campaign: { ...campaign, startsAt: at(1) } }),
      tell(),
      tell({ members: 1000 }),
      tell({ members: 1043 }),
      tell({ campaign: { ...campaign, endsAt: at(-1) } }),
    ]
    expect(tellings.map(({ telling }) => telling)).toEqual([
      'before',
      'underway',
      'reached',
      'passed',
      'ended',
    ])
    expect(new Set(tellings.map(({ heading }) => heading)).size).toBe(5)
    expect(tellings[3]!.paragraphs).toEqual(['We asked for 1,000, and you gave us 43 more.'])
    expect(tellings.map(({ call }) => Boolean(call))).toEqual([false, true, false, false, false])
  })

  test('says nothing of a progress before the campaign, and of no days after it', () => {
    expect(tell({ campaign: { ...campaign, startsAt: at(1) } }).progress).toBeNull()
    expect(tell({ campaign: { ...campaign, endsAt: at(-1) } }).progress).toMatchObject({ daysLeft: '' })
  })

  test('thanks members and never asks them to join', () => {
    const told = tell({ thanks: true })
    expect(told.telling).toBe('thanks')
    expect(told.heading).toBe('Thank you for your support.')
    expect(told.paragraphs).toEqual(['You are one of 3,000\u00a0people who keep this newsroom going.'])
    expect(told.buttons.map(({ kind }) => kind)).toEqual(['gift'])
    expect(told.call).toBe('')
  })

  test('offers only what there is a page for', () => {
    expect(tell().buttons).toEqual([
      { kind: 'join', label: 'Join us', href: '/join?campaign=1&appeal=5&wording=50' },
      { kind: 'gift', label: 'Gift a membership', href: '/gift?campaign=1&appeal=5&wording=50' },
    ])
    expect(tell({ open: { join: false, gift: false } }).buttons).toEqual([])
    expect(tell({ open: { join: true, gift: false } }).buttons.map(({ kind }) => kind)).toEqual(['join'])
    expect(tell({ place: 'join' }).buttons).toEqual([])
  })

  test('without a campaign it has no goal, no call and no end', () => {
    const own = wordingTexts.parse({ underway: { paragraphs: ['We are {supporters}. {remaining} to go.'] } })
    const told = tell({ campaign: null, own })
    expect(told).toMatchObject({ progress: null, call: '', paragraphs: ['We are 3,000.'] })
  })

  test('has words of its own in every language, with no figure left unfilled', () => {
    const empty = wordingTexts.parse({})
    for (const language of interfaceLanguages)
      for (const members of [0, 1, 2, 5, 11, 21, 1000, 1001])
        for (const thanks of [false, true])
          for (const kind of ['members', 'gifts', 'supporters'] as const) {
            const drive = { ...campaign, goal: { kind, number: 1000 } }
            const told = tell({ campaign: drive, members, thanks, language, own: empty })
            const said = [told.heading, ...told.paragraphs, told.call, told.progress!.text].join(' ')
            expect(said).not.toMatch(/[{}|]/)
            expect(told.progress!.text).not.toBe('')
            expect(told.left.unknown).toEqual([])
          }
  })
})
