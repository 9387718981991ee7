import { sweepRenditionsJob } from '../features/media/photograph.ts'
import { publishScheduledJob } from '../features/stories/story-jobs.ts'
import { pruneEventsJob } from '../platform/events/prune-events.ts'
import type { RecurringJob } from '../platform/jobs/jobs.ts'

/** Every recurring job. Times are UTC. */
export const recurringJobs: RecurringJob[] = [
  // A safety net: each scheduled story has a job of its own at its own second.
  { kind: publishScheduledJob, cron: '* * * * *' },
  { kind: sweepRenditionsJob, cron: '*/15 * * * *' },
  { kind: pruneEventsJob, cron: '17 3 * * *' },
]
