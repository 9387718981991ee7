import { recordAct } from '../../../platform/audit/audit.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { type AiHelp, aiHelp } from '../ai-help.ts'
import { readDraft } from '../live-draft/draft-content.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { requireStoryAccess } from './story-access.ts'
import { lockStory, subjectOf } from './story-subject.ts'

/**
 * Says where AI helped with a story, or with an empty list that it did not; open editors see it. Readers are told from
 * the next publishing on. Throws NotFound, Gone, Forbidden.
 */
export async function answerAiHelp(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, help, by }: { storyId: number; help: AiHelp; by: StaffMember },
): Promise<void> {
  await requireStoryAccess(house.db, storyId, by)
  await liveDrafts.flush(house, storyId)
  await house.db.transaction().execute(async tx => {
    const row = await lockStory(tx, storyId)
    const content = readDraft(Object(row.draft) as Record<string, unknown>)
    const answer = { ...content, aiHelp: aiHelp.parse(help) }
    await liveDrafts.replaceIn(tx, house, { storyId, content: answer, by: by.id })
    await recordAct(tx, house.clock, {
      by,
      act: 'answer-ai-help',
      subject: subjectOf(row),
      detail: { with: help.with },
    })
  })
}
