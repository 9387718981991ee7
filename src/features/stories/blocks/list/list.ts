import type { BlockKind } from '../block.ts'
import { listHtml } from './html.tsx'
import { type ListBlock, listSchema } from './schema.ts'
import { listWeb } from './web.tsx'
import { listSpeech, listText } from './words.ts'

export const list: BlockKind<ListBlock> = {
  type: 'list',
  schema: listSchema,
  web: listWeb,
  email: listHtml,
  feed: listHtml,
  speech: listSpeech,
  text: listText,
  counted: true,
}
