import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import type { ParagraphBlock } from './schema.ts'

export function paragraphWeb({ content }: ParagraphBlock, context: BlockContext): VNode | null {
  return isBlank(content) ? null : <p>{inlineWeb(content, context)}</p>
}
