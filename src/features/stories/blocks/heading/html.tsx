import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import type { HeadingBlock } from './schema.ts'

/** For e-mail and feeds. */
export function headingHtml({ level, content }: HeadingBlock, context: BlockContext): VNode | null {
  if (isBlank(content)) return null
  const Level = `h${level}` as const
  return <Level>{inlineAnywhere(content, context)}</Level>
}
