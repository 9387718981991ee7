import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import { letterLook } from '../letter-look.ts'
import { type PlainLook, plainFigure } from '../plain-figure.tsx'
import type { GalleryBlock } from './schema.ts'

export function galleryEmail(block: GalleryBlock, context: BlockContext): VNode | null {
  return gallery(block, context, { ...letterLook, width: 600 })
}

export function galleryFeed(block: GalleryBlock, context: BlockContext): VNode | null {
  return gallery(block, context)
}

function gallery(block: GalleryBlock, context: BlockContext, look?: PlainLook): VNode | null {
  const figures = block.photographs.flatMap(use => {
    const photograph = context.photographs.get(use.photographId)
    return photograph ? [plainFigure({ photograph, use, context, look })] : []
  })
  if (figures.length === 0) return null
  return (
    <div>
      {figures}
      {isBlank(block.caption) ? null : (
        <p style={look?.small}>{inlineAnywhere(block.caption ?? [], context)}</p>
      )}
    </div>
  )
}
