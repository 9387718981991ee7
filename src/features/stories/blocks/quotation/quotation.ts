import type { BlockKind } from '../block.ts'
import { quotationHtml } from './html.tsx'
import { type QuotationBlock, quotationSchema } from './schema.ts'
import { quotationWeb } from './web.tsx'
import { quotationSpeech, quotationText } from './words.ts'

export const quotation: BlockKind<QuotationBlock> = {
  type: 'quotation',
  schema: quotationSchema,
  web: quotationWeb,
  email: quotationHtml,
  feed: quotationHtml,
  speech: quotationSpeech,
  text: quotationText,
  counted: true,
}
