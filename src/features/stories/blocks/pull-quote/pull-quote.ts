import type { BlockKind } from '../block.ts'
import { pullQuoteEmail } from './email.tsx'
import { pullQuoteFeed } from './feed.tsx'
import { type PullQuoteBlock, pullQuoteSchema } from './schema.ts'
import { pullQuoteWeb } from './web.tsx'
import { pullQuoteSpeech, pullQuoteText } from './words.ts'

export const pullQuote: BlockKind<PullQuoteBlock> = {
  type: 'pull-quote',
  schema: pullQuoteSchema,
  web: pullQuoteWeb,
  email: pullQuoteEmail,
  feed: pullQuoteFeed,
  speech: pullQuoteSpeech,
  text: pullQuoteText,
}
