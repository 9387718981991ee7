import { recordAct } from '../../../platform/audit/audit.ts'
import { Conflict } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { tellNodes } from '../live-draft/document-queries.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { lockStory, subjectOf } from '../publishing/story-subject.ts'
import type { Which } from './settle-suggestions.ts'

/**
 * Accepts or rejects suggestions without the editor, as one edit that open editors see. Returns how many there were.
 * Throws NotFound, Conflict where there is nothing any more that could be settled.
 */
export async function settleAtDesk(
  house: Pick<House, 'db' | 'clock'>,
  settling: { storyId: number; which: Which; verdict: 'accept' | 'reject'; by: StaffMember },
): Promise<number> {
  const { storyId, which, verdict, by } = settling
  await liveDrafts.flush(house, storyId)
  const [{ editStored }, { settleSuggestions }] = await Promise.all([
    import('../live-draft/stored-document.ts'),
    import('./settle-suggestions.ts'),
  ])
  return house.db.transaction().execute(async tx => {
    const subject = subjectOf(await lockStory(tx, storyId))
    let settled = 0
    await editStored(tx, {
      clock: house.clock,
      storyId,
      by: [by.id],
      edit(document) {
        settled = settleSuggestions(document, which, verdict)
      },
    })
    if (settled === 0) throw new Conflict('This suggestion is not in the text any more.')
    const detail = { suggestions: settled, verdict }
    await recordAct(tx, house.clock, { by, act: 'settle-suggestions', subject, detail })
    await tellNodes(tx, { kind: 'margin', story: storyId })
    return settled
  })
}
