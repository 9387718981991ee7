import { makeRenditionsJob, sweepRenditionsJob } from '../features/media/photograph.ts'
import { indexStoriesJob, sweepIndexJob } from '../features/search/search.ts'
import { publishScheduledJob } from '../features/stories/story.ts'
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
