import type { BlockKind } from '../block.ts'
import { headingHtml } from './html.tsx'
import { type HeadingBlock, headingSchema } from './schema.ts'
import { headingWeb } from './web.tsx'
import { headingSpeech, headingText } from './words.ts'

export const heading: BlockKind<HeadingBlock> = {
  type: 'heading',
  schema: headingSchema,
  web: headingWeb,
  email: headingHtml,
  feed: headingHtml,
  speech: headingSpeech,
  text: headingText,
  counted: true,
}
