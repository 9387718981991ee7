import type { BlockKind } from '../block.ts'
import { relatedStoryEmail, relatedStoryFeed } from './html.tsx'
import { type RelatedStoryBlock, relatedStorySchema } from './schema.ts'
import { relatedStoryWeb } from './web.tsx'
import { relatedStorySpeech, relatedStoryText } from './words.ts'

export const relatedStory: BlockKind<RelatedStoryBlock> = {
  type: 'related-story',
  schema: relatedStorySchema,
  web: relatedStoryWeb,
  email: relatedStoryEmail,
  feed: relatedStoryFeed,
  speech: relatedStorySpeech,
  text: relatedStoryText,
  references: block => ({ stories: [block.storyId] }),
}
