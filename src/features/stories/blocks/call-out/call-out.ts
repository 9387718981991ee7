import type { BlockKind } from '../block.ts'
import { callOutEmail, callOutFeed } from './html.tsx'
import { type CallOutBlock, callOutSchema } from './schema.ts'
import { callOutWeb } from './web.tsx'
import { callOutSpeech, callOutText } from './words.ts'

export const callOut: BlockKind<CallOutBlock> = {
  type: 'call-out',
  schema: callOutSchema,
  web: callOutWeb,
  email: callOutEmail,
  feed: callOutFeed,
  speech: callOutSpeech,
  text: callOutText,
  counted: true,
}
