import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import type { CallOutBlock } from './schema.ts'

export function callOutWeb(block: CallOutBlock, context: BlockContext): VNode | null {
  const paragraphs = block.paragraphs.filter(one => !isBlank(one))
  if (paragraphs.length === 0 && !block.title?.trim()) return null
  const title = callOutTitle(block, context)
  return (
    <aside class={`call-out call-out--${block.tone}`} role="note">
      <h2 class="call-out__title">{title}</h2>
      {paragraphs.map(one => (
        <p>{inlineWeb(one, context)}</p>
      ))}
    </aside>
  )
}

/** Its own, or the name of its tone. */
export function callOutTitle(block: CallOutBlock, context: BlockContext): string {
  return block.title?.trim()
    ? cleanText(block.title.trim())
    : blocksMessages(context.language).tones[block.tone]
}
