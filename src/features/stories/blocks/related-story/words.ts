import { storyPath } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import type { RelatedStoryBlock } from './schema.ts'

/** Nothing: a listener cannot follow the card, and it is not part of the text. */
export function relatedStorySpeech(): string {
  return ''
}

export function relatedStoryText(block: RelatedStoryBlock, context: BlockContext): string {
  const story = context.stories.get(block.storyId)
  if (!story) return ''
  const label = blocksMessages(context.language).related
  return `${label}: ${block.headline?.trim() || story.headline}\n${context.siteUrl}${storyPath(story.slug)}`
}
