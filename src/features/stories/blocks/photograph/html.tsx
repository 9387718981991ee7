import type { VNode } from 'preact'
import { hrefAnywhere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { letterLook } from '../letter-look.ts'
import { type PlainLook, plainFigure } from '../plain-figure.tsx'
import type { PhotographBlock } from './schema.ts'

export function photographEmail(block: PhotographBlock, context: BlockContext): VNode | null {
  return photograph(block, context, { ...letterLook, width: 600 })
}

export function photographFeed(block: PhotographBlock, context: BlockContext): VNode | null {
  return photograph(block, context)
}

function photograph(block: PhotographBlock, context: BlockContext, look?: PlainLook): VNode | null {
  const found = context.photographs.get(block.photographId)
  if (!found) return null
  const use = { ...block, href: hrefAnywhere(block.href, context.siteUrl, context.storyPath) }
  return plainFigure({ photograph: found, use, context, look })
}
