import type { BlockKind } from '../block.ts'
import { embedHtml } from './html.tsx'
import { type EmbedBlock, embedSchema } from './schema.ts'
import { embedWeb } from './web.tsx'
import { embedSpeech, embedText } from './words.ts'

export const embed: BlockKind<EmbedBlock> = {
  type: 'embed',
  schema: embedSchema,
  web: embedWeb,
  email: embedHtml,
  feed: embedHtml,
  speech: embedSpeech,
  text: embedText,
}
