import type { VNode } from 'preact'
import { Figure } from '../../../../design/picture.tsx'
import { hrefHere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import { staffNote } from '../staff-note.tsx'
import type { PhotographBlock } from './schema.ts'

// The widths that design/styles/story.css gives: the measure of the text, or the whole column of the story.
const column = '(min-width: 77.5rem) 51rem, (min-width: 68.75rem) 66vw, 100vw'
const sizes = { text: '(min-width: 42rem) 40rem, 100vw', wide: column, full: column }

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
