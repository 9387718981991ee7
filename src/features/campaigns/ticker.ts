import type { House } from '../../platform/house.ts'
import { readPublication } from '../publication/publication.ts'
import { momentOf } from './campaign-goal.ts'
import { campaignMessages } from './campaign-messages.ts'
import { fillFigures } from './figure-text.ts'
import { type CountReaders, countsNow, figuresOf, liveAppeals } from './live-appeals.ts'

/** How far each campaign has come, by its number, as open pages are told it. */
export interface Told {
  campaigns: Record<number, { text: string; gained: number }>
}

/** What open pages show of the campaigns whose appeals are live; null where there is none. */
export async function progressNow(house: House, countReaders: CountReaders): Promise<Told | null> {
  const { appeals } = await liveAppeals(house)
  const campaigns = new Map(appeals.flatMap(({ campaign }) => (campaign ? [[campaign.id, campaign]] : [])))
  if (campaigns.size === 0) return null
  const now = house.payments.now()
  const [{ language }, counts] = await Promise.all([readPublication(house), countsNow(house, countReaders)])
  const told: Told = { campaigns: {} }
  for (const campaign of campaigns.values()) {
    const { figures, gained } = await figuresOf(house, { campaign, counts })
    if (momentOf(campaign, gained, now) === 'before') continue
    const { text } = fillFigures(campaignMessages(language).progress[campaign.goal.kind], figures, language)
    told.campaigns[campaign.id] = { text, gained }
  }
  return told
}
