import { z } from 'zod'
import type { JobKind } from '../jobs/jobs.ts'

const keptDays = 14

/** Deletes events that every stream and reaction has long seen; who was away longer starts afresh. */
export const pruneEventsJob: JobKind<Record<string, never>> = {
  name: 'prune-events',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  async run(_data, house) {
    const before = new Date(house.clock.now().getTime() - keptDays * 86_400_000)
    const newest = house.db.selectFrom('events').select(eb => eb.fn.max('id').as('id'))
    // The newest one stays, so that a stream can always tell where it is.
    await house.db.deleteFrom('events').where('happened_at', '<', before).where('id', '<', newest).execute()
  },
}
