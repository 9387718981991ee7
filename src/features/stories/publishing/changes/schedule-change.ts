import { recordAct } from '../../../../platform/audit/audit.ts'
import type { Transaction } from '../../../../platform/database/database.ts'
import { BadInput, Conflict } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { requireCorrection } from '../../add-correction.ts'
import { publishScheduledJob } from '../../story-jobs.ts'
import { keepDraft } from '../../timeline/timeline-queries.ts'
import { keepNewestDraft } from '../newest-draft.ts'
import { type DeskPublishing, isUnchanged, overridden, requireChecked } from '../publish-at-desk.ts'
import { readPublishable } from '../publishable.ts'
import { findDeskStory } from '../publishing-queries.ts'
import { requireSeen } from '../require-seen.ts'
import { lockStory, subjectOf } from '../story-subject.ts'
import type { PlannedChange } from './planned-change.ts'
import {
  deletePlannedChange,
  findPlannedChange,
  movePlannedChange,
  savePlannedChange,
  setHandedIn,
} from './planned-change-queries.ts'

/**
 * Sets when a change of a published story goes out by itself, and what it is to readers. The text is taken from the draft
 * now: what is written afterwards is not in it. It takes the place of a change that was scheduled before, and accepts what
 * was handed in. Throws NotFound; Overtaken; Conflict where the story is not out; BadInput for a past time, for what stops
 * it, for findings without a reason, and where nothing has changed.
 */
export async function scheduleChange(
  house: Pick<House, 'clock' | 'db' | 'config' | 'jobs'>,
  { storyId, at, by, seen, change, reason, timeZone }: DeskPublishing & { at: Date },
): Promise<void> {
  await keepNewestDraft(house, storyId)
  await house.db.transaction().execute(async tx => {
    const row = await lockStory(tx, storyId)
    await requireSeen(tx, storyId, seen)
    const story = (await findDeskStory(tx, storyId))!
    if (story.state !== 'published')
      throw new Conflict('The story is not out, so there is no change of it to schedule.')
    const now = house.clock.now()
    requireToCome(at, now)
    if (isUnchanged(story))
      throw new BadInput({ field: 'kind', sentence: 'Nothing has changed since it was last published.' })
    const findings = await requireChecked(tx, house, { story, at, reason, timeZone })
    if (change.kind === 'correction') await requireCorrection(tx, { ...change.correction, storyId })
    const savedDraft = await keepDraft(tx, { storyId, reason: 'moved', detail: 'scheduled', now })
    await savePlannedChange(tx, {
      ...{ storyId, at, change, savedDraft, by: by.name, plannedAt: now },
      content: readPublishable(row.draft),
    })
    await setHandedIn(tx, storyId, null)
    await house.jobs.send(tx, publishScheduledJob, {}, { startAfter: at })
    await recordAct(tx, house.clock, {
      by,
      act: 'schedule-change',
      subject: subjectOf(row),
      detail: { at: at.toISOString(), kind: change.kind, ...overridden(findings, reason) },
    })
  })
}

/** Gives a scheduled change another time; its text stays. Throws NotFound, Conflict where none is scheduled, BadInput. */
export async function moveChange(
  house: Pick<House, 'clock' | 'db' | 'jobs'>,
  { storyId, at, by }: { storyId: number; at: Date; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const { subject, planned } = await lockPlanned(tx, storyId)
    requireToCome(at, house.clock.now())
    await movePlannedChange(tx, storyId, at)
    await house.jobs.send(tx, publishScheduledJob, {}, { startAfter: at })
    const detail = { from: planned.at.toISOString(), to: at.toISOString() }
    await recordAct(tx, house.clock, { by, act: 'move-planned-change', subject, detail })
  })
}

/** Takes a scheduled change off the schedule; the draft stays as it is. Throws NotFound, Conflict where none is scheduled. */
export async function cancelChange(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, by }: { storyId: number; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const { subject, planned } = await lockPlanned(tx, storyId)
    await deletePlannedChange(tx, storyId)
    const detail = { at: planned.at.toISOString(), kind: planned.change.kind }
    await recordAct(tx, house.clock, { by, act: 'cancel-planned-change', subject, detail })
  })
}

async function lockPlanned(
  tx: Transaction,
  storyId: number,
): Promise<{ subject: ReturnType<typeof subjectOf>; planned: PlannedChange }> {
  const subject = subjectOf(await lockStory(tx, storyId))
  const planned = await findPlannedChange(tx, storyId)
  if (!planned) throw new Conflict('No change of this story is scheduled (any more).')
  return { subject, planned }
}

function requireToCome(at: Date, now: Date): void {
  if (at > now) return
  throw new BadInput({ field: 'time', sentence: 'The time to publish lies in the past.' })
}
