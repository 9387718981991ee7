import { describe, expect, test } from 'vitest'
import { type Campaign, daysLeft, momentOf } from './campaign-goal.ts'
import { figuresFrom, type Gains, gainedOf } from './figures.ts'

const now = new Date('2026-11-22T09:00:00Z')
const at = (days: number) => new Date(now.getTime() + days * 86_400_000)

const campaign: Campaign = {
  id: 1,
  name: 'Birthday',
  goal: { kind: 'members', number: 100 },
  startsAt: at(-5),
  endsAt: at(5),
  state: 'running',
  endedAt: null,
}
const gains: Gains = { members: 40, gifts: 3, supporters: 45, raised: new Map([['eur', 12_000]]) }
const counts = { supporters: 200, members: 180, readersMonth: 20_000 }

describe('how far a campaign has come', () => {
  test('is told by the clock and by what it gained', () => {
    expect(momentOf({ ...campaign, startsAt: at(1) }, 0, now)).toBe('before')
    expect(momentOf(campaign, 99, now)).toBe('underway')
    expect(momentOf(campaign, 100, now)).toBe('reached')
    expect(momentOf(campaign, 101, now)).toBe('passed')
    expect(momentOf({ ...campaign, endsAt: now }, 500, now)).toBe('ended')
    expect(momentOf({ ...campaign, state: 'ended', endedAt: at(-1) }, 5, now)).toBe('ended')
  })

  test('goes back when what was gained is refunded', () => {
    expect(momentOf(campaign, 99, now)).toBe('underway')
  })

  test('begun days count, and none are left when it is over', () => {
    expect(daysLeft(campaign, now)).toBe(5)
    expect(daysLeft({ ...campaign, endsAt: at(0.1) }, now)).toBe(1)
    expect(daysLeft({ ...campaign, endsAt: at(-1) }, now)).toBe(0)
    expect(daysLeft({ ...campaign, endedAt: at(-1), state: 'ended' }, now)).toBe(0)
  })
})

describe('figures', () => {
  test('of a campaign', () => {
    expect(figuresFrom(counts, { campaign, gains }, now)).toEqual({
      supporters: 200,
      members: 180,
      members_new: 40,
      gifts_new: 3,
      supporters_new: 45,
      raised: { amountMinor: 12_000, currency: 'eur' },
      goal: 100,
      remaining: 60,
      beyond: null,
      days_left: 5,
      readers_month: 20_000,
      readers_per_supporter: 100,
    })
  })

  test('of no campaign have none of what only a campaign has', () => {
    const figures = figuresFrom(counts, null, now)
    expect(figures).toMatchObject({ supporters: 200, goal: null, members_new: null, days_left: null })
  })

  test('say nothing that nobody counts or that makes no sense', () => {
    const uncounted = figuresFrom({ ...counts, readersMonth: null }, null, now)
    expect(uncounted).toMatchObject({ readers_month: null, readers_per_supporter: null })
    expect(figuresFrom({ ...counts, supporters: 0 }, null, now)).toMatchObject({
      supporters: null,
      readers_per_supporter: null,
    })
    expect(figuresFrom({ ...counts, readersMonth: 150 }, null, now).readers_per_supporter).toBeNull()
  })

  test('past the goal nothing remains, and what is beyond it is told', () => {
    const more = { ...gains, members: 130 }
    expect(figuresFrom(counts, { campaign, gains: more }, now)).toMatchObject({ remaining: null, beyond: 30 })
    const exactly = { ...gains, members: 100 }
    expect(figuresFrom(counts, { campaign, gains: exactly }, now)).toMatchObject({
      remaining: null,
      beyond: null,
    })
  })

  test('of an amount are in the goal’s currency, and other money is not added to it', () => {
    const goal = { kind: 'amount', number: 50_000, currency: 'eur' } as const
    const raised = new Map([
      ['eur', 20_000],
      ['gbp', 9_000],
    ])
    const figures = figuresFrom(counts, { campaign: { ...campaign, goal }, gains: { ...gains, raised } }, now)
    expect(figures.raised).toEqual({ amountMinor: 20_000, currency: 'eur' })
    expect(figures.remaining).toEqual({ amountMinor: 30_000, currency: 'eur' })
    expect(gainedOf({ goal }, { ...gains, raised: new Map([['gbp', 100]]) })).toBe(0)
  })

  test('of money in several currencies cannot be told without a goal in one', () => {
    const raised = new Map([
      ['eur', 20_000],
      ['gbp', 9_000],
    ])
    expect(figuresFrom(counts, { campaign, gains: { ...gains, raised } }, now).raised).toBeNull()
  })
})
