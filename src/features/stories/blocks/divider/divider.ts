import type { BlockKind } from '../block.ts'
import { dividerEmail } from './email.tsx'
import { type DividerBlock, dividerSchema } from './schema.ts'
import { dividerWeb } from './web.tsx'
import { dividerSpeech, dividerText } from './words.ts'

export const divider: BlockKind<DividerBlock> = {
  type: 'divider',
  schema: dividerSchema,
  web: dividerWeb,
  email: dividerEmail,
  feed: dividerWeb,
  speech: dividerSpeech,
  text: dividerText,
}
