import type { ComponentChildren, VNode } from 'preact'
import type { Inline } from '../inline.ts'
import { isBlank } from '../inline-html.tsx'
import type { TableBlock, TableCell } from './schema.ts'

export interface TableLook {
  inline(content: readonly Inline[]): ComponentChildren
  /** Class (web) or style (e-mail, feeds) of a cell by its alignment. */
  cell(align: 'start' | 'center' | 'end'): { class?: string; style?: string }
}

/** Head and body of a table. Rows without cells are left out; null where no row is left. */
export function tableRows(block: TableBlock, look: TableLook): VNode[] | null {
  const rows = block.rows.filter(row => row.cells.length > 0)
  if (rows.length === 0) return null
  const [first, ...rest] = rows
  const head = block.head && first ? [<thead>{row(first.cells, look, true)}</thead>] : []
  const body = block.head ? rest : rows
  return body.length > 0 ? [...head, <tbody>{body.map(({ cells }) => row(cells, look, false))}</tbody>] : head
}

function row(cells: TableCell[], look: TableLook, head: boolean): VNode {
  return (
    <tr>
      {cells.map(cell => {
        // A header cell without words would announce nothing: the empty corner of a table is a plain cell.
        const Cell = (head || cell.header) && !isBlank(cell.content) ? 'th' : 'td'
        return (
          <Cell
            scope={Cell === 'td' ? undefined : head ? 'col' : 'row'}
            colspan={more(cell.colspan)}
            rowspan={more(cell.rowspan)}
            {...look.cell(cell.align ?? 'start')}
          >
            {look.inline(cell.content)}
          </Cell>
        )
      })}
    </tr>
  )
}

function more(span: number | null | undefined): number | undefined {
  return span != null && span > 1 ? span : undefined
}
