import type { BlockKind } from '../block.ts'
import { codeEmail, codeFeed } from './html.tsx'
import { type CodeBlock, codeSchema } from './schema.ts'
import { codeWeb } from './web.tsx'
import { codeSpeech, codeText } from './words.ts'

export const code: BlockKind<CodeBlock> = {
  type: 'code',
  schema: codeSchema,
  web: codeWeb,
  email: codeEmail,
  feed: codeFeed,
  speech: codeSpeech,
  text: codeText,
}
