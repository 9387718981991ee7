import { sql } from 'kysely'
import { appeals, campaign, type DemoAppeal } from '../../demo/campaign.ts'
import { addAppeal, addCampaign } from '../features/campaigns/campaign.ts'
import type { House } from '../platform/house.ts'

const dayMs = 86_400_000

/** The demo's campaign with its appeals, and the letter that is there all year. Nobody is said to have joined. */
export async function fillDemoCampaign(house: House): Promise<void> {
  await sql`truncate campaigns, appeals, wordings, experiments, appeal_views`.execute(house.db)
  const now = house.payments.now().getTime()
  const campaignId = await addCampaign(house, {
    name: campaign.name,
    goal: campaign.goal,
    startsAt: new Date(now - campaign.beganDaysAgo * dayMs),
    endsAt: new Date(now + campaign.endsInDays * dayMs),
  })
  for (const appeal of appeals) await place(house, appeal, appeal.allYear ? null : campaignId)
}

function place(house: House, appeal: DemoAppeal, campaignId: number | null): Promise<number> {
  const { name, place, priority = 0, texts } = appeal
  return addAppeal(house, { name, place, priority, campaignId, texts })
}
