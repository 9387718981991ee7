import type { BlockKind } from '../block.ts'
import { htmlHtml } from './html.tsx'
import { type HtmlBlock, htmlSchema } from './schema.ts'
import { htmlWeb } from './web.tsx'
import { htmlSpeech, htmlText } from './words.ts'

export const html: BlockKind<HtmlBlock> = {
  type: 'html',
  schema: htmlSchema,
  web: htmlWeb,
  email: htmlHtml,
  feed: htmlHtml,
  speech: htmlSpeech,
  text: htmlText,
  counted: true,
}
