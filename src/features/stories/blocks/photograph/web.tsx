import type { VNode } from 'preact'
import { Figure } from '../../../../design/picture.tsx'
import { hrefHere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import { staffNote } from '../staff-note.tsx'
import type { PhotographBlock } from './schema.ts'

/** How wide a picture stands on the page, by the width that was chosen; blocks.css agrees. */
const sizes = {
  text: '(min-width: 48rem) 42rem, 100vw',
  wide: '(min-width: 80rem) 52rem, 100vw',
  full: '(min-width: 80rem) 77.5rem, 100vw',
}

export function photographWeb(block: PhotographBlock, context: BlockContext): VNode | null {
  const photograph = context.photographs.get(block.photographId)
  if (!photograph) {
    return staffNote(context, blocksMessages(context.language).missingPhotograph(block.photographId))
  }
  const width = block.width ?? 'text'
  return (
    <Figure
      photograph={photograph}
      language={context.language}
      sizes={sizes[width]}
      alt={block.alt}
      caption={block.caption ? !isBlank(block.caption) && inlineWeb(block.caption, context) : undefined}
      credit={block.credit}
      href={hrefHere(block.href, context.siteUrl) ?? undefined}
      class={`figure--${width}`}
    />
  )
}
