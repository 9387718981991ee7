import { support, tiers } from '../../demo/support.ts'
import { changeSupportSettings } from '../features/members/change-support-settings.ts'
import { saveTier } from '../features/members/save-tier.ts'
import { listTiers } from '../features/members/tier-queries.ts'
import type { House } from '../platform/house.ts'

/** Gives the demo what one can join as. Nothing where there are tiers already. */
export async function fillDemoSupport(house: House): Promise<void> {
  if ((await listTiers(house.db)).length > 0) return
  let preferredTier: number | null = null
  for (const { prices, preferred, ...input } of tiers) {
    const asked = (['month', 'year'] as const).flatMap(period =>
      Object.entries(prices[period]).map(([currency, amountMinor]) => ({ period, currency, amountMinor })),
    )
    const id = await saveTier(house, { by: 'program', id: null, input, prices: asked })
    if (preferred) preferredTier = id
  }
  await changeSupportSettings(house, {
    by: 'program',
    change: settings => ({ ...settings, ...support, preferredTier }),
  })
}
