import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import { letterLook } from '../letter-look.ts'
import type { PullQuoteBlock } from './schema.ts'

export function pullQuoteEmail(
  { content, attribution }: PullQuoteBlock,
  context: BlockContext,
): VNode | null {
  if (isBlank(content)) return null
  return (
    <blockquote style={letterLook.pullQuote}>
      <p style={letterLook.large}>{inlineAnywhere(content, context)}</p>
      {attribution?.trim() ? <p style={letterLook.small}>{attribution}</p> : null}
    </blockquote>
  )
}
