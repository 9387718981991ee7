import { BadInput, Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { publishScheduledJob } from './story-jobs.ts'

/**
 * Sets the time at which a draft goes out by itself. The time and its job are written together, and a sweep every
 * minute finds what a lost job would leave. Throws NotFound; Conflict for a story that is out; BadInput for a past time.
 */
export async function scheduleStory(
  house: Pick<House, 'clock' | 'db' | 'jobs'>,
  { storyId, at }: { storyId: number; at: Date },
): Promise<void> {
  if (at <= house.clock.now())
    throw new BadInput({ field: 'time', sentence: 'The time to publish lies in the past.' })
  await house.db.transaction().execute(async tx => {
    const story = await tx
      .selectFrom('stories')
      .select(['state', 'audience'])
      .where('id', '=', storyId)
      .forUpdate()
      .executeTakeFirst()
    if (!story) throw new NotFound('There is no such story.')
    if (story.audience === 'nobody')
      throw new Conflict('This story was private where it came from; open it before scheduling it.')
    if (story.state !== 'draft' && story.state !== 'scheduled')
      throw new Conflict('Only a draft can be scheduled.')
    await tx
      .updateTable('stories')
      .set({ state: 'scheduled', scheduled_for: at })
      .where('id', '=', storyId)
      .execute()
    await house.jobs.send(tx, publishScheduledJob, {}, { startAfter: at })
  })
}
