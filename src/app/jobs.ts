import { publishFrontsJob } from '../features/fronts/desk/front-jobs.ts'
import { forgetStoryJob } from '../features/fronts/forget-story.ts'
import { postQueuedJob } from '../features/live/post-queued.ts'
import { removeFilesJob } from '../features/media/desk/replace-photograph.ts'
import { makeRenditionsJob, sweepRenditionsJob } from '../features/media/media-jobs.ts'
import { endDisputedJob } from '../features/members/end-disputed.ts'
import { removeCustomersJob } from '../features/members/forgetting/forget-member.ts'
import {
  pruneReaderSessions,
  sendReaderAddressCode,
  sendReaderCode,
} from '../features/readers/reader-jobs.ts'
import { forgetWordsJob, indexStoriesJob, sweepIndexJob } from '../features/search/search-jobs.ts'
import { sendAddressCode } from '../features/staff/change-address.ts'
import { pruneSignIns, sendSignInCode } from '../features/staff/staff-jobs.ts'
import { checkLinksJob } from '../features/stories/publishing/links/check-links.ts'
import { publishScheduledJob } from '../features/stories/story-jobs.ts'
import { pruneDraftsJob } from '../features/stories/timeline/timeline-jobs.ts'
import { pruneEventsJob } from '../platform/events/prune-events.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'
import { forgetLettersJob, sendLetterJob, sweepLettersJob } from '../platform/mail/mail-jobs.ts'
import { dueWorkJob } from './due-work.ts'
import { compareJob, playAheadJob } from './money-jobs.ts'

/** Every kind of durable work there is. */
export const jobKinds = [
  checkLinksJob,
  compareJob,
  dueWorkJob,
  endDisputedJob,
  forgetLettersJob,
  forgetStoryJob,
  forgetWordsJob,
  indexStoriesJob,
  makeRenditionsJob,
  playAheadJob,
  postQueuedJob,
  pruneDraftsJob,
  pruneEventsJob,
  pruneReaderSessions,
  pruneSignIns,
  publishFrontsJob,
  removeCustomersJob,
  removeFilesJob,
  publishScheduledJob,
  sendAddressCode,
  sendLetterJob,
  sendReaderAddressCode,
  sendReaderCode,
  sendSignInCode,
  sweepIndexJob,
  sweepLettersJob,
  sweepRenditionsJob,
] as unknown as JobKind<never>[]
