import { recordAct } from '../../../platform/audit/audit.ts'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { tellNodes } from '../live-draft/document-queries.ts'
import { readDraft } from '../live-draft/draft-content.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { lockStory, subjectOf } from '../publishing/story-subject.ts'
import { findPast, keepDraft } from './timeline-queries.ts'

/**
 * Puts an earlier text of a story in the place of its draft, as one edit that open editors see. What stood there is kept
 * first, so that it can be put back the same way; returns the number of that saved draft. Throws NotFound.
 */
export async function restoreDraft(
  house: Pick<House, 'db' | 'clock'>,
  restoring: { storyId: number; from: { kind: 'draft' | 'revision'; number: number }; by: StaffMember },
): Promise<number> {
  const { storyId, from, by } = restoring
  await liveDrafts.flush(house, storyId)
  return house.db.transaction().execute(async tx => {
    const subject = subjectOf(await lockStory(tx, storyId))
    const past = await findPast(tx, storyId, from)
    if (past === undefined) throw new NotFound('This text is not kept any more.')
    const kept = await keepDraft(tx, { storyId, reason: 'restore', now: house.clock.now() })
    const content = readDraft(Object(past))
    await liveDrafts.replaceIn(tx, house, { storyId, content, by: by.id })
    await recordAct(tx, house.clock, {
      by,
      act: 'restore-draft',
      subject,
      detail: { [from.kind]: from.number },
    })
    await tellNodes(tx, { kind: 'margin', story: storyId })
    return kept
  })
}
