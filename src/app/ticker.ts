import { followFigures, progressNow } from '../features/campaigns/campaign.ts'
import { tellOpenPages } from '../features/live/brief-stream.ts'
import type { House } from '../platform/house.ts'
import { countReaders } from './appeals.tsx'

/** Keeps the numbers of appeals as the ledger has them: on pages to be printed, and on those that are open. */
export function startTicker(house: House): () => void {
  return followFigures(house, () => {
    progressNow(house, countReaders).then(
      told => told && tellOpenPages(house, told),
      error => house.log.warn({ error: error.message }, 'open pages were not told how far the campaign is'),
    )
  })
}
