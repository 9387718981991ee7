import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import { anchorOf } from './anchor.ts'
import type { HeadingBlock } from './schema.ts'

export function headingWeb(block: HeadingBlock, context: BlockContext): VNode | null {
  if (isBlank(block.content)) return null
  const Level = `h${block.level}` as const
  const anchor = context.anchors ? context.anchors.get(block.id) : anchorOf(block)
  return <Level id={anchor || undefined}>{inlineWeb(block.content, context)}</Level>
}
