import { json, type Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { type DraftContentInput, draftContent } from './live-draft/draft-content.ts'

export interface NewStory {
  content: DraftContentInput
  kind?: 'story' | 'page'
  translationOf?: number | null
}

/**
 * Adds a draft; readers see nothing of it. Returns its id. Throws ZodError for content that cannot be used, BadInput when
 * the story it is a translation of is not there.
 */
export async function createStory(house: Pick<House, 'clock' | 'db'>, story: NewStory): Promise<number> {
  const now = house.clock.now()
  if (story.translationOf) await requireOriginal(house.db, story.translationOf)
  const { id } = await house.db
    .insertInto('stories')
    .values({
      kind: story.kind ?? 'story',
      draft: json(draftContent.parse(story.content)),
      draft_updated_at: now,
      translation_of: story.translationOf ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Replaces a story's working text; what is published stays as it is until it is published again. Editors that have it
 * open show the new text at once.
 */
export async function saveDraft(
  house: Pick<House, 'clock'> & { db: Transaction },
  storyId: number,
  content: DraftContentInput,
): Promise<void> {
  await house.db
    .updateTable('stories')
    .set({ draft: json(draftContent.parse(content)), draft_updated_at: house.clock.now() })
    .where('id', '=', storyId)
    .execute()
}

async function requireOriginal(db: Transaction, id: number): Promise<void> {
  const found = await db.selectFrom('stories').select('id').where('id', '=', id).executeTakeFirst()
  if (found) return
  throw new BadInput({
    field: 'translationOf',
    sentence: `There is no story ${id} that this one could be a translation of.`,
  })
}
