import type { House } from '../../platform/house.ts'
import { findFiles, findPhotographs } from '../media/photograph.ts'
import { storyPath } from './blocks/addresses.ts'
import type { BlockContext, BlockStory } from './blocks/block.ts'
import { readBlocks, referencesOf } from './blocks/blocks.ts'
import type { PublishedStory } from './story.ts'
import { findCards } from './story-queries.ts'

/** Everything the story's blocks refer to, looked up at once. */
export async function contextOf(
  house: Pick<House, 'db' | 'config'>,
  { story, forStaff }: { story: Pick<PublishedStory, 'id' | 'content'>; forStaff: boolean },
): Promise<BlockContext> {
  const wanted = referencesOf(readBlocks(story.content.blocks))
  const [photographs, cards, files] = await Promise.all([
    findPhotographs(house.db, wanted.photographs),
    findCards(house.db, wanted.stories),
    findFiles(house.db, wanted.files),
  ])
  const stories = new Map<number, BlockStory>(cards)
  return {
    language: story.content.language,
    siteUrl: house.config.siteUrl,
    storyId: story.id,
    storyPath: storyPath(story.content.slug),
    forStaff,
    photographs,
    stories,
    files,
  }
}
