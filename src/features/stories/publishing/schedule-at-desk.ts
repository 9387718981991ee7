import { recordAct } from '../../../platform/audit/audit.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { scheduleIn, unscheduleIn } from '../schedule-story.ts'
import { keepNewestDraft } from './newest-draft.ts'
import type { Seen } from './overtaken.ts'
import { overridden, requireChecked } from './publish-at-desk.ts'
import { findDeskStory } from './publishing-queries.ts'
import { requireSeen } from './require-seen.ts'
import { lockStory, subjectOf } from './story-subject.ts'

export interface DeskScheduling {
  storyId: number
  at: Date
  by: StaffMember
  seen: Seen
  /** Why it goes out although checks have found something; '' where they found nothing. */
  reason: string
  timeZone: string
}

/** Sets when a story goes out, for somebody at the desk. Throws as `publishAtDesk` and `scheduleStory` do. */
export async function scheduleAtDesk(
  house: Pick<House, 'clock' | 'db' | 'config' | 'jobs'>,
  { storyId, at, by, seen, reason, timeZone }: DeskScheduling,
): Promise<void> {
  await keepNewestDraft(house, storyId)
  await house.db.transaction().execute(async tx => {
    const row = await lockStory(tx, storyId)
    await requireSeen(tx, storyId, seen)
    const story = (await findDeskStory(tx, storyId))!
    const findings = await requireChecked(tx, house, { story, at, reason, timeZone })
    await scheduleIn(tx, house, { storyId, at, by: by.name })
    await recordAct(tx, house.clock, {
      by,
      act: 'schedule-story',
      subject: subjectOf(row),
      detail: { at: at.toISOString(), ...overridden(findings, reason) },
    })
  })
}

/** Takes a story off the schedule; it is ready as before. Throws NotFound, Conflict when it is not scheduled any more. */
export async function unscheduleAtDesk(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, by }: { storyId: number; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const row = await lockStory(tx, storyId)
    await unscheduleIn(tx, storyId)
    await recordAct(tx, house.clock, { by, act: 'unschedule-story', subject: subjectOf(row) })
  })
}
