import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import { letterLook } from '../letter-look.ts'
import type { CallOutBlock } from './schema.ts'
import { callOutTitle } from './web.tsx'

export function callOutEmail(block: CallOutBlock, context: BlockContext): VNode | null {
  return callOut(block, context, letterLook.ruled)
}

export function callOutFeed(block: CallOutBlock, context: BlockContext): VNode | null {
  return callOut(block, context)
}

function callOut(block: CallOutBlock, context: BlockContext, style?: string): VNode | null {
  const paragraphs = block.paragraphs.filter(one => !isBlank(one))
  if (paragraphs.length === 0 && !block.title?.trim()) return null
  return (
    <div style={style}>
      <p>
        <strong>{callOutTitle(block, context)}</strong>
      </p>
      {paragraphs.map(one => (
        <p>{inlineAnywhere(one, context)}</p>
      ))}
    </div>
  )
}
