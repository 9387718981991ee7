import { recordAct } from '../../../platform/audit/audit.ts'
import { Conflict, Forbidden } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { keepDraft } from '../timeline/timeline-queries.ts'
import { keepNewestDraft } from './newest-draft.ts'
import { requireStoryAccess } from './story-access.ts'
import { lockStory, subjectOf } from './story-subject.ts'
import { type DeskState, isDeskState, movesFor } from './workflow.ts'

/**
 * Moves a story between draft, in review and ready. Throws NotFound, Gone, Forbidden where the person may not (whoever
 * wrote it hands it in and takes it back, editors decide everything), Conflict where the story is past that.
 */
export async function moveStory(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, to, by }: { storyId: number; to: DeskState; by: StaffMember },
): Promise<void> {
  await keepNewestDraft(house, storyId)
  await house.db.transaction().execute(async tx => {
    const { own } = await requireStoryAccess(tx, storyId, by)
    const story = await lockStory(tx, storyId)
    if (story.state === to) return
    if (!isDeskState(story.state))
      throw new Conflict(`The story is ${story.state} by now, so it was not moved.`)
    if (!movesFor(by, story.state, own).includes(to))
      throw new Forbidden('Only an editor can do this with the story as it is now.')
    await keepDraft(tx, { storyId, reason: 'moved', detail: to, now: house.clock.now() })
    await tx.updateTable('stories').set({ state: to }).where('id', '=', storyId).execute()
    await recordAct(tx, house.clock, {
      by,
      act: 'move-story',
      subject: subjectOf(story),
      detail: { from: story.state, to },
    })
  })
}
