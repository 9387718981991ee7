import { isDeepStrictEqual } from 'node:util'
import { recordAct } from '../../platform/audit/audit.ts'
import { BadInput, Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { type Brief, type BriefContent, type BriefInput, readBriefInput } from './brief.ts'
import { recordBriefEvent, requireMayEdit, subjectOf } from './brief-event.ts'
import { lockBrief, updateBrief } from './brief-queries.ts'
import { requireLater, requireStory } from './post-brief.ts'
import { postQueuedJob } from './post-queued.ts'

/** `at` is when it was published, or when it goes out while it is queued. */
export interface BriefChanges extends Partial<BriefInput> {
  at?: Date
}

/**
 * Changes a published or queued brief; what `changes` does not name stays. Other words make a published one "updated",
 * another mark, time or story does not. No change at all leaves no trace. `by` is asked for their permission; without
 * it the program itself changes it. Throws NotFound, Forbidden, Conflict (withdrawn), BadInput.
 */
export async function editBrief(
  house: Pick<House, 'db' | 'clock' | 'jobs'>,
  id: number,
  changes: BriefChanges,
  by?: StaffMember,
): Promise<Brief> {
  return house.db.transaction().execute(async tx => {
    const before = await lockBrief(tx, id)
    if (!before) throw new NotFound('There is no such brief.')
    requireMayEdit(by, before)
    if (before.state === 'withdrawn' || before.state === 'cancelled')
      throw new Conflict('This brief has been withdrawn and cannot be edited.')
    const { at, ...words } = changes
    const queued = before.state === 'queued'
    const content = readBriefInput({ ...contentOf(before), ...given(words) })
    const time = at ?? before.publishedAt
    const moved = time.getTime() !== before.publishedAt.getTime()
    if (moved) requireTime(house, time, queued)
    if (!moved && isDeepStrictEqual(content, contentOf(before))) return before
    if (content.storyId !== null && content.storyId !== before.storyId)
      await requireStory(tx, content.storyId)
    const reworded =
      content.headline !== before.headline || !isDeepStrictEqual(content.content, before.content)
    const brief = await updateBrief(tx, id, {
      ...content,
      updatedAt: reworded && !queued ? house.clock.now() : before.updatedAt,
      publishedAt: time,
      queuedFor: queued ? time : before.queuedFor,
      pinAnew: content.pinned && !before.pinned,
    })
    if (by)
      await recordAct(tx, house.clock, {
        by,
        act: 'edit-brief',
        subject: subjectOf(brief),
        detail: { before: differences(before, brief) },
      })
    if (queued && moved) await house.jobs.send(tx, postQueuedJob, {}, { startAfter: time })
    if (!queued) await recordBriefEvent(tx, house.clock, 'brief-edited', [id])
    return brief
  })
}

function requireTime(house: Pick<House, 'clock'>, time: Date, queued: boolean): void {
  if (queued) requireLater(house, time)
  else if (time > house.clock.now())
    throw new BadInput({
      field: 'at',
      sentence: 'This time is still to come. What is out already has a time in the past.',
    })
}

/** What the brief was like in whatever is different now. */
function differences(before: Brief, after: Brief): Record<string, unknown> {
  const names = ['headline', 'content', 'breaking', 'pinned', 'storyId', 'language', 'publishedAt'] as const
  return Object.fromEntries(
    names.filter(name => !isDeepStrictEqual(before[name], after[name])).map(name => [name, before[name]]),
  )
}

function contentOf({ headline, content, breaking, pinned, storyId, language }: Brief): BriefContent {
  return { headline, content, breaking, pinned, storyId, language }
}

/** Without the fields that are there but say nothing, which would otherwise be reset. */
function given(changes: Partial<BriefInput>): Partial<BriefInput> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
