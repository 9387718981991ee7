import { NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { lockBrief, markWithdrawn } from './brief-queries.ts'

/** Takes a brief back: it leaves the News Feed and its address answers 410. A second time changes nothing. */
export async function withdrawBrief(house: Pick<House, 'db' | 'clock'>, id: number): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const brief = await lockBrief(tx, id)
    if (!brief) throw new NotFound('There is no such brief.')
    if (brief.state === 'withdrawn') return
    await markWithdrawn(tx, id, house.clock.now())
    await recordEvent(tx, house.clock, {
      kind: 'brief-withdrawn',
      keys: ['feed', `brief:${id}`],
      payload: { briefId: id },
    })
  })
}
