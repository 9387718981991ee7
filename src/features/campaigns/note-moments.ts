import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { listCampaigns } from './appeal-queries.ts'
import { momentOf, overAt } from './campaign-goal.ts'
import { gainedOf } from './figures.ts'
import { countGains } from './gain-queries.ts'
import { appealsKey, figuresKey } from './live-appeals.ts'

/**
 * Has pages printed anew when a campaign begins, reaches its goal or ends, on every node at once; also when practice time
 * was moved on, which no page can foresee. Does nothing while nothing has changed.
 */
export async function noteMoments({ db, clock, payments }: House): Promise<void> {
  const running = (await listCampaigns(db)).filter(({ state }) => state !== 'draft')
  for (const campaign of running) {
    const gains = await countGains(db, { from: campaign.startsAt, until: overAt(campaign) })
    const moment = momentOf(campaign, gainedOf(campaign, gains), payments.now())
    await db.transaction().execute(async tx => {
      const changed = await tx
        .updateTable('campaigns')
        .set({ noted_moment: moment })
        .where('id', '=', campaign.id)
        .where('noted_moment', '<>', moment)
        .executeTakeFirst()
      if (changed.numUpdatedRows > 0n)
        await recordEvent(tx, clock, { kind: 'campaign-moved', keys: [appealsKey, figuresKey] })
    })
  }
}
