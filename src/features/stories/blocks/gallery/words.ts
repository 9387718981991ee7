import type { BlockContext } from '../block.ts'
import { plainText } from '../inline.ts'
import { captionWords } from '../plain-figure.tsx'
import { sentence, spoken, written } from '../sentence.ts'
import { speechMessages } from '../speech-messages.ts'
import type { GalleryBlock } from './schema.ts'

/** How many photographs there are, and what the gallery as a whole is said to show. */
export function gallerySpeech(block: GalleryBlock, context: BlockContext): string {
  const shown = block.photographs.filter(use => context.photographs.has(use.photographId)).length
  if (shown === 0) return ''
  return spoken([speechMessages(context.language).gallery(shown), sentence(plainText(block.caption ?? []))])
}

export function galleryText(block: GalleryBlock, context: BlockContext): string {
  const captions = block.photographs.map(use => {
    const photograph = context.photographs.get(use.photographId)
    return photograph ? captionWords(photograph, use, context.language) : ''
  })
  return written([plainText(block.caption ?? []), ...captions])
}
