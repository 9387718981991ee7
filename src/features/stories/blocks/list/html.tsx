import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere } from '../inline-html.tsx'
import { listItems } from './items.tsx'
import type { ListBlock } from './schema.ts'

/** For e-mail and feeds. */
export function listHtml(block: ListBlock, context: BlockContext): VNode | null {
  return listItems(block, content => inlineAnywhere(content, context))
}
