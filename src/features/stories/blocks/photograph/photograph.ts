import type { BlockKind } from '../block.ts'
import { photographEmail, photographFeed } from './html.tsx'
import { type PhotographBlock, photographSchema } from './schema.ts'
import { photographWeb } from './web.tsx'
import { photographSpeech, photographText } from './words.ts'

export const photograph: BlockKind<PhotographBlock> = {
  type: 'photograph',
  schema: photographSchema,
  web: photographWeb,
  email: photographEmail,
  feed: photographFeed,
  speech: photographSpeech,
  text: photographText,
  references: block => ({ photographs: [block.photographId] }),
}
