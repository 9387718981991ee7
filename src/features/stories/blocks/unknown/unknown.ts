import type { BlockKind } from '../block.ts'
import { type UnknownBlock, unknownSchema } from './schema.ts'
import { unknownHtml, unknownWords } from './silent.ts'
import { unknownWeb } from './web.tsx'

export const unknown: BlockKind<UnknownBlock> = {
  type: 'unknown',
  schema: unknownSchema,
  web: unknownWeb,
  email: unknownHtml,
  feed: unknownHtml,
  speech: unknownWords,
  text: unknownWords,
}
