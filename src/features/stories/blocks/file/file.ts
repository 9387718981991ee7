import type { BlockKind } from '../block.ts'
import { fileHtml } from './html.tsx'
import { type FileBlock, fileSchema } from './schema.ts'
import { fileWeb } from './web.tsx'
import { fileSpeech, fileText } from './words.ts'

export const file: BlockKind<FileBlock> = {
  type: 'file',
  schema: fileSchema,
  web: fileWeb,
  email: fileHtml,
  feed: fileHtml,
  speech: fileSpeech,
  text: fileText,
  references: block => ({ files: [block.fileId] }),
}
