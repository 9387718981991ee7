import { recordAct } from '../../platform/audit/audit.ts'
import { Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { beginStoryIn } from '../stories/story.ts'
import type { Brief } from './brief.ts'
import { recordBriefEvent, requireMayEdit, subjectOf } from './brief-event.ts'
import { linkToStory, lockBrief } from './brief-queries.ts'

/**
 * Begins a story with a brief's words, and links the brief to it: as soon as the story is published, the brief leads
 * there. A brief that has a story already keeps it. Returns the story's number. Throws NotFound, Forbidden, Conflict
 * for a brief that was withdrawn.
 */
export async function turnIntoStory(
  house: Pick<House, 'db' | 'clock'>,
  { id, by, language }: { id: number; by: StaffMember; language: string },
): Promise<number> {
  return house.db.transaction().execute(async tx => {
    const brief = await lockBrief(tx, id)
    if (!brief) throw new NotFound('There is no such brief.')
    requireMayEdit(by, brief)
    if (brief.storyId !== null) return brief.storyId
    if (brief.state === 'withdrawn' || brief.state === 'cancelled')
      throw new Conflict('This brief has been withdrawn. Put it back first.')
    const storyId = await beginStoryIn(tx, house, { by, content: wordsOf(brief, by, language) })
    await linkToStory(tx, id, storyId)
    await recordAct(tx, house.clock, {
      by,
      act: 'turn-brief-into-story',
      subject: subjectOf(brief),
      detail: { storyId },
    })
    if (brief.state === 'published') await recordBriefEvent(tx, house.clock, 'brief-edited', [id])
    return storyId
  })
}

function wordsOf(brief: Brief, by: StaffMember, language: string) {
  return {
    headline: brief.headline,
    language: brief.language ?? language,
    authors: by.authorId === null ? [] : [by.authorId],
    blocks: brief.content.map((content, i) => ({
      id: `brief-${brief.id}-${i + 1}`,
      type: 'paragraph',
      content,
    })),
  }
}
