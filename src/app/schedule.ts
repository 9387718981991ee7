import { publishFrontsJob } from '../features/fronts/desk/front-jobs.ts'
import { postQueuedJob } from '../features/live/post-queued.ts'
import { sweepRenditionsJob } from '../features/media/media-jobs.ts'
import { pruneReaderSessions } from '../features/readers/reader-jobs.ts'
import { sweepIndexJob } from '../features/search/search-jobs.ts'
import { pruneSignIns } from '../features/staff/staff-jobs.ts'
import { publishScheduledJob } from '../features/stories/story-jobs.ts'
import { pruneDraftsJob } from '../features/stories/timeline/timeline-jobs.ts'
import { pruneEventsJob } from '../platform/events/prune-events.ts'
import type { RecurringJob } from '../platform/jobs/jobs.ts'
import { forgetLettersJob, sweepLettersJob } from '../platform/mail/mail-jobs.ts'
import { dueWorkJob } from './due-work.ts'
import { compareJob } from './money-jobs.ts'

/** Every recurring job. Times are UTC. */
export const recurringJobs: RecurringJob[] = [
  // Safety nets: each of these has a job of its own when it is due.
  { kind: publishScheduledJob, cron: '* * * * *', atStart: true },
  { kind: postQueuedJob, cron: '* * * * *', atStart: true },
  { kind: publishFrontsJob, cron: '* * * * *', atStart: true },
  { kind: sweepLettersJob, cron: '* * * * *', atStart: true },
  { kind: dueWorkJob, cron: '* * * * *', atStart: true },
  { kind: sweepRenditionsJob, cron: '*/15 * * * *' },
  { kind: sweepIndexJob, cron: '40 * * * *', atStart: true },
  { kind: pruneSignIns, cron: '7 * * * *' },
  { kind: pruneReaderSessions, cron: '9 3 * * *' },
  { kind: pruneDraftsJob, cron: '13 * * * *' },
  { kind: pruneEventsJob, cron: '17 3 * * *' },
  { kind: forgetLettersJob, cron: '27 3 * * *' },
  { kind: compareJob, cron: '37 3 * * *' },
]
