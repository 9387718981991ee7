import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import { plainText } from '../inline.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import { tableRows } from './cells.tsx'
import type { TableBlock } from './schema.ts'

const classes = { start: {}, center: { class: 'table-block__center' }, end: { class: 'table-block__end' } }

/** Wide tables scroll in a region of their own, which the keyboard reaches and which has a name. */
export function tableWeb(block: TableBlock, context: BlockContext): VNode | null {
  const rows = tableRows(block, {
    inline: content => inlineWeb(content, context),
    cell: align => classes[align],
  })
  if (!rows) return null
  const caption = isBlank(block.caption) ? null : (block.caption ?? [])
  const name = caption ? cleanText(plainText(caption)) : blocksMessages(context.language).table
  return (
    <figure class="table-block">
      {caption ? <figcaption>{inlineWeb(caption, context)}</figcaption> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and a section would be a landmark */}
      <div class="table-block__scroll" role="group" aria-label={name} tabindex={0}>
        <table>{rows}</table>
      </div>
    </figure>
  )
}
