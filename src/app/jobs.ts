import { makeRenditionsJob, sweepRenditionsJob } from '../features/media/photograph.ts'
import { publishScheduledJob } from '../features/stories/story-jobs.ts'
import { pruneEventsJob } from '../platform/events/prune-events.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'

/** Every kind of durable work there is. */
export const jobKinds = [
  publishScheduledJob,
  makeRenditionsJob,
  sweepRenditionsJob,
  pruneEventsJob,
] as unknown as JobKind<never>[]
