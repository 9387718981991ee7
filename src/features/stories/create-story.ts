import { json, type Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type StoryContentInput, storyContent } from './story.ts'

export interface NewStory {
  content: StoryContentInput
  kind?: 'story' | 'page'
  translationOf?: number | null
}

/** Adds a draft; readers see nothing of it. Returns its id. Throws ZodError for content that cannot be used. */
export async function createStory(house: Pick<House, 'clock' | 'db'>, story: NewStory): Promise<number> {
  const now = house.clock.now()
  const { id } = await house.db
    .insertInto('stories')
    .values({
      kind: story.kind ?? 'story',
      draft: json(storyContent.parse(story.content)),
      draft_updated_at: now,
      translation_of: story.translationOf ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Replaces a story's working text; what is published stays as it is until it is published again. */
export async function saveDraft(
  house: Pick<House, 'clock'> & { db: Transaction },
  storyId: number,
  content: StoryContentInput,
): Promise<void> {
  await house.db
    .updateTable('stories')
    .set({ draft: json(storyContent.parse(content)), draft_updated_at: house.clock.now() })
    .where('id', '=', storyId)
    .execute()
}
