import { makeRenditionsJob, sweepRenditionsJob } from '../features/media/media-jobs.ts'
import { indexStoriesJob, sweepIndexJob } from '../features/search/search-jobs.ts'
import { publishScheduledJob } from '../features/stories/story-jobs.ts'
import { pruneEventsJob } from '../platform/events/prune-events.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'

/** Every kind of durable work there is. */
export const jobKinds = [
  indexStoriesJob,
  makeRenditionsJob,
  pruneEventsJob,
  publishScheduledJob,
  sweepIndexJob,
  sweepRenditionsJob,
] as unknown as JobKind<never>[]
