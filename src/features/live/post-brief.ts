import { isDeepStrictEqual } from 'node:util'
import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { type Brief, type BriefInput, readBriefInput } from './brief.ts'
import { recordBriefEvent, subjectOf } from './brief-event.ts'
import { findBriefByKey, insertBrief, storyExists } from './brief-queries.ts'
import { postQueuedJob } from './post-queued.ts'

interface Posting {
  /** Whose name stands beside it: the member of staff, or where it came from. */
  by: StaffMember | string
  /** For what comes from elsewhere with a time of its own; now where nothing is said. */
  publishedAt?: Date
  /** What the browser gave this brief: sent twice, it is posted once. */
  key?: string
}

/**
 * Puts a brief into the News Feed. Throws BadInput for words that cannot be used or a story there is not.
 */
export async function postBrief(
  house: Pick<House, 'db' | 'clock'>,
  input: BriefInput,
  posting: Posting,
): Promise<Brief> {
  const content = readBriefInput(input)
  return house.db.transaction().execute(async tx => {
    if (content.storyId !== null) await requireStory(tx, content.storyId)
    const publishedAt = posting.publishedAt ?? house.clock.now()
    const brief = await insertOnce(tx, { ...content, publishedAt, queuedFor: null }, posting)
    if (!brief.fresh) return brief.brief
    await record(tx, house, posting.by, 'post-brief', brief.brief)
    await recordBriefEvent(tx, house.clock, 'brief-posted', [brief.brief.id])
    return brief.brief
  })
}

/**
 * Keeps a brief until its time, when it goes out by itself: its job is written with it, and a sweep every minute finds
 * what a lost job would leave. Throws BadInput as above, and for a time that is past.
 */
export async function queueBrief(
  house: Pick<House, 'db' | 'clock' | 'jobs'>,
  input: BriefInput,
  posting: Posting & { at: Date },
): Promise<Brief> {
  const content = readBriefInput(input)
  requireLater(house, posting.at)
  return house.db.transaction().execute(async tx => {
    if (content.storyId !== null) await requireStory(tx, content.storyId)
    const { at } = posting
    const { brief, fresh } = await insertOnce(tx, { ...content, publishedAt: at, queuedFor: at }, posting)
    if (!fresh) return brief
    await record(tx, house, posting.by, 'queue-brief', brief, { at: at.toISOString() })
    await house.jobs.send(tx, postQueuedJob, {}, { startAfter: at })
    return brief
  })
}

/** Throws BadInput unless the time is still to come. */
export function requireLater(house: Pick<House, 'clock'>, at: Date): void {
  if (at > house.clock.now()) return
  throw new BadInput({
    field: 'at',
    sentence: 'This time is past. Choose a later one, or post the brief now.',
  })
}

/** Throws BadInput unless there is such a story, in whatever state. */
export async function requireStory(tx: Transaction, id: number): Promise<void> {
  if (await storyExists(tx, id)) return
  throw new BadInput({
    field: 'storyId',
    sentence: `The brief’s story cannot be used: there is no story ${id}.`,
  })
}

type Words = Omit<Parameters<typeof insertBrief>[1], 'postedBy' | 'createdBy' | 'key'>

/** The brief, or the one that the same browser has sent before; other words under the same number are another brief. */
async function insertOnce(
  tx: Transaction,
  words: Words,
  { by, key }: Posting,
): Promise<{ brief: Brief; fresh: boolean }> {
  const whose =
    typeof by === 'string' ? { postedBy: by, createdBy: null } : { postedBy: by.name, createdBy: by.id }
  const brief = await insertBrief(tx, { ...words, ...whose, key: key ?? null })
  if (brief) return { brief, fresh: true }
  const before = await findBriefByKey(tx, key!)
  if (before && before.createdBy === whose.createdBy && before.headline === words.headline)
    if (isDeepStrictEqual(before.content, words.content)) return { brief: before, fresh: false }
  return insertOnce(tx, words, { by })
}

async function record(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  by: StaffMember | string,
  act: string,
  brief: Brief,
  detail: Record<string, unknown> = {},
): Promise<void> {
  if (typeof by === 'string') return
  await recordAct(tx, house.clock, { by, act, subject: subjectOf(brief), detail })
}
