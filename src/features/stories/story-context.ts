import type { House } from '../../platform/house.ts'
import { findFiles, findPhotographs } from '../media/photograph.ts'
import { storyPath } from './blocks/addresses.ts'
import type { BlockContext, BlockStory } from './blocks/block.ts'
import { type Block, referencesOf } from './blocks/blocks.ts'
import type { PublishedStory } from './story.ts'
import { findCards } from './story-queries.ts'

/** Everything the story's blocks refer to, looked up at once. */
export async function contextOf(
  house: Pick<House, 'db' | 'config'>,
  options: { story: Story; blocks: readonly Block[]; forStaff: boolean },
): Promise<BlockContext> {
  const { story, blocks, forStaff } = options
  return contextFor(house, story, { ...(await lookUp(house, [blocks])), forStaff })
}

/** The same for many stories with a few questions; one context a story, in their order. */
export async function contextsOf(
  house: Pick<House, 'db' | 'config'>,
  stories: readonly { story: Story; blocks: readonly Block[] }[],
): Promise<BlockContext[]> {
  const found = await lookUp(
    house,
    stories.map(({ blocks }) => blocks),
  )
  return stories.map(({ story }) => contextFor(house, story, { ...found, forStaff: false }))
}

type Story = Pick<PublishedStory, 'id' | 'content'>
type Found = Pick<BlockContext, 'photographs' | 'stories' | 'files'>

async function lookUp({ db }: Pick<House, 'db'>, all: readonly (readonly Block[])[]): Promise<Found> {
  const wanted = referencesOf(all.flat())
  const [photographs, cards, files] = await Promise.all([
    findPhotographs(db, wanted.photographs),
    findCards(db, wanted.stories),
    findFiles(db, wanted.files),
  ])
  return { photographs, stories: new Map<number, BlockStory>(cards), files }
}

function contextFor(
  { config }: Pick<House, 'config'>,
  { id, content }: Story,
  found: Found & Pick<BlockContext, 'forStaff'>,
): BlockContext {
  return {
    language: content.language,
    siteUrl: config.siteUrl,
    storyId: id,
    storyPath: storyPath(content.slug),
    ...found,
  }
}
