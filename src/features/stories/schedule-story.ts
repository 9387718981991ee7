import type { Transaction } from '../../platform/database/database.ts'
import { BadInput, Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { requirePublic } from './publish-story.ts'
import { schedulableStates } from './publishing/workflow.ts'
import { publishScheduledJob } from './story-jobs.ts'

export interface Scheduling {
  storyId: number
  at: Date
  /** Whose name stands beside the revision. */
  by?: string
}

/**
 * Sets the time at which a story goes out by itself. The time and its job are written together, and a sweep every
 * minute finds what a lost job would leave. Throws NotFound; Conflict for a story that is out or under an embargo that
 * ends later; BadInput for a past time.
 */
export async function scheduleStory(
  house: Pick<House, 'clock' | 'db' | 'jobs'>,
  scheduling: Scheduling,
): Promise<void> {
  await house.db.transaction().execute(tx => scheduleIn(tx, house, scheduling))
}

/** The same inside a transaction that does more. */
export async function scheduleIn(
  tx: Transaction,
  house: Pick<House, 'clock' | 'jobs'>,
  { storyId, at, by }: Scheduling,
): Promise<void> {
  if (at <= house.clock.now())
    throw new BadInput({ field: 'time', sentence: 'The time to publish lies in the past.' })
  const story = await tx
    .selectFrom('stories')
    .select(['state', 'audience', 'embargo_until', 'removed_at'])
    .where('id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  requirePublic(story, at)
  if (!schedulableStates.includes(story.state))
    throw new Conflict('Only a story that is not out yet can be scheduled.')
  await tx
    .updateTable('stories')
    .set({ state: 'scheduled', scheduled_for: at, scheduled_by: by ?? null, schedule_failure: '' })
    .where('id', '=', storyId)
    .execute()
  await house.jobs.send(tx, publishScheduledJob, {}, { startAfter: at })
}

/** Takes the time away again; the story is ready as before. Throws NotFound, or Conflict when it is not scheduled. */
export async function unscheduleIn(tx: Transaction, storyId: number): Promise<void> {
  const story = await tx
    .selectFrom('stories')
    .select('state')
    .where('id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  if (story.state !== 'scheduled') throw new Conflict('This story is not scheduled (any more).')
  await tx
    .updateTable('stories')
    .set({ state: 'ready', scheduled_for: null, scheduled_by: null, schedule_failure: '' })
    .where('id', '=', storyId)
    .execute()
}
