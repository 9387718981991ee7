import { saveTier } from '../../src/features/members/save-tier.ts'
import type { House } from '../../src/platform/house.ts'

/** A tier that can be joined for €10 a month or €100 a year, unless something else is said. Returns its number. */
export function aTier(
  house: Pick<House, 'db' | 'clock'>,
  details: Partial<{
    name: string
    description: string
    benefits: string[]
    seats: number
    trialDays: number
    month: number
    year: number
  }> = {},
): Promise<number> {
  const { name = 'Friend', description = '', benefits = [], seats = 1, trialDays = 0 } = details
  const { month = 1000, year = 10_000 } = details
  return saveTier(house, {
    by: 'program',
    id: null,
    input: { name, description, benefits, seats, trialDays },
    prices: [
      { period: 'month', currency: 'eur', amountMinor: month },
      { period: 'year', currency: 'eur', amountMinor: year },
    ],
  })
}
