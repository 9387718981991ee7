import type { VNode } from 'preact'
import { Figure } from '../../../../design/picture.tsx'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import { staffNote } from '../staff-note.tsx'
import type { GalleryBlock } from './schema.ts'

const sizes = '(min-width: 68.75rem) 17rem, (min-width: 33rem) 50vw, 100vw'

export function galleryWeb(block: GalleryBlock, context: BlockContext): VNode | null {
  const messages = blocksMessages(context.language)
  const figures = block.photographs.map(use => {
    const photograph = context.photographs.get(use.photographId)
    if (!photograph) return staffNote(context, messages.missingPhotograph(use.photographId))
    return (
      <Figure
        photograph={photograph}
        language={context.language}
        sizes={sizes}
        alt={use.alt}
        caption={use.caption ? !isBlank(use.caption) && inlineWeb(use.caption, context) : undefined}
        credit={use.credit}
        class="gallery__item"
      />
    )
  })
  const shown = figures.filter(figure => figure !== null)
  if (shown.length === 0) return null
  return (
    <figure class={shown.length === 1 ? 'gallery gallery--one' : 'gallery'}>
      <div class="gallery__items">{shown}</div>
      {isBlank(block.caption) ? null : (
        <figcaption class="figure__caption">{inlineWeb(block.caption ?? [], context)}</figcaption>
      )}
    </figure>
  )
}
