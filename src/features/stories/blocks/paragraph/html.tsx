import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import type { ParagraphBlock } from './schema.ts'

/** For e-mail and feeds. */
export function paragraphHtml({ content }: ParagraphBlock, context: BlockContext): VNode | null {
  return isBlank(content) ? null : <p>{inlineAnywhere(content, context)}</p>
}
