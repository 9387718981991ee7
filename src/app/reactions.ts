import { forgetStoryJob } from '../features/fronts/forget-story.ts'
import { forgetWordsJob, indexStoriesJob } from '../features/search/search-jobs.ts'
import { eventsAfter, type PastEvent } from '../platform/events/events.ts'
import type { House } from '../platform/house.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'

/** What follows from an event, once, whichever node sees it first. The press and open streams hear events themselves. */
export interface Reaction<Data extends object = object> {
  on: readonly string[]
  job: JobKind<Data>
  data(event: PastEvent): Data | null
}

/** Event → job. */
export const reactions = [
  {
    on: ['story-published'],
    job: indexStoriesJob,
    data: ({ payload }) => ({ storyId: Number(payload.storyId) }),
  },
  { on: ['archive-imported'], job: indexStoriesJob, data: () => ({}) },
  { on: ['story-removed'], job: forgetWordsJob, data: () => ({}) },
  {
    on: ['story-removed'],
    job: forgetStoryJob,
    data: ({ payload }) => ({ storyId: Number(payload.storyId) }),
  },
] satisfies Reaction<{ storyId?: number }>[] as unknown as Reaction<never>[]

const consumer = 'reactions'

const againAfterMs = 1000

/**
 * Turns events into jobs, each exactly once over all nodes: the place reached is a row, moved in the transaction that
 * adds the jobs. What fails is tried again, whether another event comes or not. Returns the way to stop.
 */
export async function startReactions(
  house: House,
  table: readonly Reaction<never>[],
): Promise<() => Promise<void>> {
  let running: Promise<void> = Promise.resolve()
  let waiting = false
  let retry: NodeJS.Timeout | undefined
  const react = () => {
    if (waiting) return
    waiting = true
    running = running
      .then(() => {
        waiting = false
        return catchUp(house, table)
      })
      .catch(error => {
        house.log.warn({ error: error.message }, 'reactions wait for the database')
        clearTimeout(retry)
        retry = setTimeout(react, againAfterMs)
        retry.unref()
      })
  }
  const stop = house.events.listen(react)
  react()
  return async () => {
    stop()
    // What is under way may fail once more while it is waited for.
    await running
    clearTimeout(retry)
  }
}

async function catchUp(house: House, table: readonly Reaction<never>[]): Promise<void> {
  for (;;) {
    const more = await house.db.transaction().execute(async tx => {
      const { reached } = await tx
        .selectFrom('event_cursors')
        .select('reached')
        .where('consumer', '=', consumer)
        .forUpdate()
        .executeTakeFirstOrThrow()
      const events = await eventsAfter(tx, reached, 100)
      for (const event of events)
        for (const { on, job, data } of table as readonly Reaction[]) {
          const wanted = on.includes(event.kind) ? data(event) : null
          if (wanted) await house.jobs.send(tx, job, wanted)
        }
      const last = events.at(-1)
      if (last) {
        await tx
          .updateTable('event_cursors')
          .set({ reached: last.id })
          .where('consumer', '=', consumer)
          .execute()
      }
      return events.length === 100
    })
    if (!more) return
  }
}
