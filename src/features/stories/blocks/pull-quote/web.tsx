import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { cleanText } from '../clean-text.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import type { PullQuoteBlock } from './schema.ts'

export function pullQuoteWeb({ content, attribution }: PullQuoteBlock, context: BlockContext): VNode | null {
  if (isBlank(content)) return null
  return (
    <figure class="pull-quote">
      <blockquote>
        <p>{inlineWeb(content, context)}</p>
      </blockquote>
      {attribution?.trim() ? <figcaption>{cleanText(attribution)}</figcaption> : null}
    </figure>
  )
}
