import { z } from 'zod'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { pruneDrafts } from './timeline-queries.ts'

/** Thins out saved drafts as they grow old. */
export const pruneDraftsJob: JobKind<Record<string, never>> = {
  name: 'prune-drafts',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  async run(_data, house) {
    await pruneDrafts(house.db, house.clock.now())
  },
}
