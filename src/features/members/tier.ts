import type { Period } from './membership.ts'

export const periods = ['month', 'year'] as const satisfies Period[]

/** What one can join as. */
export interface Tier {
  id: number
  slug: string
  name: string
  description: string
  benefits: string[]
  /** How many people one membership is for. */
  seats: number
  trialDays: number
  archivedAt: Date | null
  /** Those that are asked now, of every period and currency. */
  prices: Price[]
}

export interface Price {
  id: number
  tierId: number
  period: Period
  currency: string
  amountMinor: number
}

export function priceOf(tier: Tier, period: Period, currency: string): Price | undefined {
  return tier.prices.find(price => price.period === period && price.currency === currency)
}

/** Whether a tier can be had at all. */
export function isOffered(tier: Tier): boolean {
  return tier.archivedAt === null && tier.prices.length > 0
}
