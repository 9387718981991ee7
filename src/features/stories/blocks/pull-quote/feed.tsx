import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import type { PullQuoteBlock } from './schema.ts'

export function pullQuoteFeed({ content, attribution }: PullQuoteBlock, context: BlockContext): VNode | null {
  if (isBlank(content)) return null
  return (
    <blockquote>
      <p>{inlineAnywhere(content, context)}</p>
      {attribution?.trim() ? <p>{`— ${attribution}`}</p> : null}
    </blockquote>
  )
}
