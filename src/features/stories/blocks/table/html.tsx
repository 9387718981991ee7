import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import { letterLook } from '../letter-look.ts'
import { tableRows } from './cells.tsx'
import type { TableBlock } from './schema.ts'

export function tableEmail(block: TableBlock, context: BlockContext): VNode | null {
  return table(block, context, { table: letterLook.table, cell: `${letterLook.cell};` })
}

export function tableFeed(block: TableBlock, context: BlockContext): VNode | null {
  return table(block, context, { cell: '' })
}

function table(
  block: TableBlock,
  context: BlockContext,
  look: { table?: string; cell: string },
): VNode | null {
  const rows = tableRows(block, {
    inline: content => inlineAnywhere(content, context),
    cell: align => (align === 'start' && !look.cell ? {} : { style: `${look.cell}text-align:${align}` }),
  })
  if (!rows) return null
  return (
    <table style={look.table}>
      {isBlank(block.caption) ? null : <caption>{inlineAnywhere(block.caption ?? [], context)}</caption>}
      {rows}
    </table>
  )
}
