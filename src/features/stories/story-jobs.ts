import { z } from 'zod'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { publishIn } from './publish-story.ts'

/** Publishes every scheduled story whose time has come. Sent for the minute itself, and swept for every minute. */
export const publishScheduledJob: JobKind<Record<string, never>> = {
  name: 'publish-scheduled',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  pollSeconds: 0.5,
  async run(_data, house) {
    const due = await house.db
      .selectFrom('stories')
      .select('id')
      .where('state', '=', 'scheduled')
      .where('scheduled_for', '<=', house.clock.now())
      .orderBy('scheduled_for')
      .execute()
    for (const { id } of due) {
      await house.db
        .transaction()
        .execute(async tx => {
          const story = await tx
            .selectFrom('stories')
            .select(['state', 'scheduled_for'])
            .where('id', '=', id)
            .forUpdate()
            .executeTakeFirst()
          // Another node, or the editor, was quicker.
          if (story?.state !== 'scheduled' || !story.scheduled_for || story.scheduled_for > house.clock.now())
            return
          await publishIn(tx, house, { storyId: id, by: 'schedule', at: story.scheduled_for })
        })
        // One story that cannot go out (its address was taken meanwhile) must not hold back the others.
        .catch(error =>
          house.log.error({ err: error, story: id }, 'a scheduled story could not be published'),
        )
    }
  },
}
