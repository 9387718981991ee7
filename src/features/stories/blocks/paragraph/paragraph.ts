import type { BlockKind } from '../block.ts'
import { paragraphHtml } from './html.tsx'
import { type ParagraphBlock, paragraphSchema } from './schema.ts'
import { paragraphWeb } from './web.tsx'
import { paragraphSpeech, paragraphText } from './words.ts'

export const paragraph: BlockKind<ParagraphBlock> = {
  type: 'paragraph',
  schema: paragraphSchema,
  web: paragraphWeb,
  email: paragraphHtml,
  feed: paragraphHtml,
  speech: paragraphSpeech,
  text: paragraphText,
  counted: true,
}
