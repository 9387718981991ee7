import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineWeb } from '../inline-html.tsx'
import { listItems } from './items.tsx'
import type { ListBlock } from './schema.ts'

export function listWeb(block: ListBlock, context: BlockContext): VNode | null {
  return listItems(block, content => inlineWeb(content, context))
}
