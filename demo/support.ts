import type { Period } from '../src/features/members/membership.ts'

export interface DemoTier {
  name: string
  description: string
  benefits: string[]
  seats: number
  trialDays: number
  /** In minor units, by period and currency. */
  prices: Record<Period, Record<string, number>>
  preferred?: boolean
}

/** What readers of the demo can join as, in the order of its page. */
export const tiers: DemoTier[] = [
  {
    name: 'Friend',
    description: 'Keeps a reporter in Wrenmouth for an hour a month.',
    benefits: ['The letter to members, from the editor', 'Your name in the yearly report, if you like'],
    seats: 1,
    trialDays: 0,
    prices: { month: { eur: 500, gbp: 450 }, year: { eur: 5000, gbp: 4500 } },
  },
  {
    name: 'Member',
    description: 'What it costs us to report for one reader, and a little more.',
    benefits: [
      'The letter to members, from the editor',
      'A seat at the open editorial meeting in the Assembly House',
      'A vote at the Society’s yearly meeting',
    ],
    seats: 1,
    trialDays: 0,
    prices: { month: { eur: 1000, gbp: 900 }, year: { eur: 10_000, gbp: 9000 } },
    preferred: true,
  },
  {
    name: 'Household',
    description: 'For everyone at your table.',
    benefits: ['All that members have, for each of you', 'The first two weeks free of charge'],
    seats: 4,
    trialDays: 14,
    prices: { month: { eur: 1600, gbp: 1400 }, year: { eur: 16_000, gbp: 14_000 } },
  },
]

/** How the demo takes support, beside its tiers. */
export const support = {
  currencies: ['eur', 'gbp'],
  once: {
    eur: { suggested: [1500, 3000, 6000, 12_000], preferred: 3000, least: 300 },
    gbp: { suggested: [1500, 3000, 6000, 12_000], preferred: 3000, least: 300 },
  },
  fees: { offered: true, percent: 1.5, fixed: { eur: 25, gbp: 20 } },
  taxText: 'The Wrenmouth Lantern Society is not registered for VAT; none is contained in this amount.',
  keepOffer: { percent: 30, months: 3 },
  gifts: [
    { months: 3, amounts: { eur: 3000, gbp: 2700 } },
    { months: 12, amounts: { eur: 10_000, gbp: 9000 } },
  ],
  signature: { name: 'Maeve Carrigan', role: 'Editor' },
}
