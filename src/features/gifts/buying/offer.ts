import type { House } from '../../../platform/house.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { Attribution } from '../../ledger/ledger.ts'
import {
  isOffered,
  keptSupportSettings,
  readTiers,
  readWishes,
  regionOf,
  type Tier,
} from '../../members/member.ts'
import { mostGifts } from '../gift.ts'

/** What can be given, to somebody who asks in this way. */
export interface Offer {
  /** What its recipient is a member as; null where there is nothing to be a member as. */
  tier: Tier | null
  currency: string
  currencies: readonly string[]
  lengths: readonly { months: number; amountMinor: number }[]
  /** Which of them was chosen. */
  chosen: { months: number; amountMinor: number } | null
  /** How many gifts. */
  count: number
  attribution: Attribution
}

/** The names that count in an address, and in the form. */
export const offerNames = ['months', 'gifts', 'currency', 'campaign', 'appeal', 'wording'] as const

/** Reads what is asked for from an address or a form; whatever is wrong there counts as not said. */
export async function readOffer(ask: Ask, house: House, given: Ask['query'] | Ask['form']): Promise<Offer> {
  const [settings, tiers] = await Promise.all([keptSupportSettings(house), readTiers(house)])
  const region = regionOf(ask.headers['accept-language'])
  const { currency, attribution } = readWishes(given, { settings, region })
  const offered = tiers.filter(isOffered)
  const lengths = settings.gifts
    .flatMap(({ months, amounts }) => {
      const amountMinor = amounts[currency]
      return amountMinor === undefined ? [] : [{ months, amountMinor }]
    })
    .sort((a, b) => a.months - b.months)
  return {
    tier: offered.find(({ id }) => id === settings.preferredTier) ?? offered[0] ?? null,
    currency,
    currencies: settings.currencies.filter(code => settings.gifts.some(({ amounts }) => amounts[code])),
    lengths,
    chosen: lengths.find(({ months }) => String(months) === line(given, 'months')) ?? null,
    count: countOf(line(given, 'gifts')),
    attribution,
  }
}

/** The address of the page with this chosen. */
export function offerAddress(
  { currency, count, attribution }: Pick<Offer, 'currency' | 'count' | 'attribution'>,
  months?: number,
): string {
  const given: Record<string, string | number | null | undefined> = {
    months,
    gifts: count === 1 ? null : count,
    currency,
    campaign: attribution.campaignId,
    appeal: attribution.appealId,
    wording: attribution.wordingId,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, String(value))
  return `/gift?${query}`
}

function countOf(text: string): number {
  const count = /^\d{1,2}$/.test(text) ? Number(text) : 1
  return Math.min(mostGifts, Math.max(1, count))
}

function line(given: Ask['query'] | Ask['form'], name: string): string {
  const value = Object.hasOwn(given, name) ? given[name] : undefined
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
