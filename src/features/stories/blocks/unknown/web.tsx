import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import { staffNote } from '../staff-note.tsx'
import type { UnknownBlock } from './schema.ts'

/** Readers see nothing; staff see what is kept. */
export function unknownWeb(block: UnknownBlock, context: BlockContext): VNode | null {
  if (!context.forStaff) return null
  return staffNote(context, blocksMessages(context.language).keptUnknown(kindName(block)), block.original)
}

function kindName({ original }: UnknownBlock): string {
  const named = original as { type?: unknown } | null | undefined
  return typeof named?.type === 'string' ? cleanText(named.type.slice(0, 100)) : '?'
}
