import { recordAct } from '../../../platform/audit/audit.ts'
import { Conflict, Gone } from '../../../platform/errors/errors.ts'
import { recordEvent } from '../../../platform/events/events.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { projectStory } from '../project-story.ts'
import { lockStory, subjectOf } from '../publishing/story-subject.ts'
import { storyContent } from '../story-content.ts'
import { keysOfStory } from '../story-keys.ts'
import { findTranslations } from '../story-queries.ts'

/**
 * Undoes a withdrawal: the story stands again where it stood, with the same text, times and address, and no new
 * revision. Throws NotFound, Gone for a text that was removed, Conflict where it is not withdrawn.
 */
export async function restoreStory(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, by }: { storyId: number; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const story = await lockStory(tx, storyId)
    if (story.removed_at) throw new Gone('The text of this story was removed for good.')
    if (story.state !== 'withdrawn' || !story.current_revision || !story.first_published_at)
      throw new Conflict('The story is not withdrawn by now, so it was left alone.')
    const revision = await tx
      .selectFrom('revisions')
      .select(['id', 'number', 'content'])
      .where('id', '=', story.current_revision)
      .executeTakeFirstOrThrow()
    const content = storyContent.parse(revision.content)
    await tx
      .updateTable('stories')
      .set({ state: 'published', withdrawn_at: null, withdrawal_note: '' })
      .where('id', '=', storyId)
      .execute()
    await projectStory(tx, {
      storyId,
      revisionId: revision.id,
      kind: story.kind,
      content,
      publishedAt: story.first_published_at,
      updatedAt: story.updated_at,
    })
    await recordAct(tx, house.clock, { by, act: 'put-story-back', subject: subjectOf(story) })
    await recordEvent(tx, house.clock, {
      kind: 'story-published',
      keys: keysOfStory(
        storyId,
        [{ topic_ids: content.topics, author_ids: content.authors }],
        await findTranslations(tx, storyId),
      ),
      payload: { storyId, revision: revision.number, change: 'silent', slug: content.slug },
    })
  })
}
