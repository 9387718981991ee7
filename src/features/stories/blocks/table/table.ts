import type { BlockKind } from '../block.ts'
import { tableEmail, tableFeed } from './html.tsx'
import { type TableBlock, tableSchema } from './schema.ts'
import { tableWeb } from './web.tsx'
import { tableSpeech, tableText } from './words.ts'

export const table: BlockKind<TableBlock> = {
  type: 'table',
  schema: tableSchema,
  web: tableWeb,
  email: tableEmail,
  feed: tableFeed,
  speech: tableSpeech,
  text: tableText,
  counted: true,
}
