import type { House } from '../../platform/house.ts'
import { appealRules, type PlaceName, wordingTexts } from './appeal.ts'
import { findAppeal } from './appeal-queries.ts'
import { saveAppeal, saveWording } from './save-appeal.ts'
import { type CampaignInput, saveCampaign, startCampaign } from './save-campaign.ts'

type Doors = Pick<House, 'db' | 'clock' | 'payments'>

const by = 'program'

/** Makes a campaign and starts it. For the program itself: a demo, a command. Returns its number. */
export async function addCampaign(house: Doors, input: CampaignInput): Promise<number> {
  const id = await saveCampaign(house, { by, id: null, input })
  await startCampaign(house, { by, id })
  return id
}

/** Makes a live appeal for everyone with one wording. Returns its number. */
export async function addAppeal(
  house: Doors,
  appeal: {
    name: string
    place: PlaceName
    priority: number
    campaignId: number | null
    texts: Parameters<typeof wordingTexts.parse>[0]
  },
): Promise<number> {
  const { name, place, priority, campaignId, texts } = appeal
  const rules = appealRules.parse({})
  const appealId = await saveAppeal(house, {
    by,
    id: null,
    input: { name, place, campaignId, live: true, priority, dismissalDays: 30, rules },
  })
  const [wording] = (await findAppeal(house.db, appealId))!.wordings
  await saveWording(house, { by, appealId, id: wording!.id, name: 'A', texts: wordingTexts.parse(texts) })
  return appealId
}
