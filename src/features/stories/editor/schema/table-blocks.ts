import { Node } from '@tiptap/core'
import { blockAttributes, kept } from './attributes.ts'

/*
 * The block is `tableBlock`; it holds the `table` proper, whose parts carry the roles that prosemirror-tables works on.
 * A caption cannot stand among the rows, so it stands beside the table.
 */

export const TableBlock = Node.create({
  name: 'tableBlock',
  group: 'block',
  content: '(caption | table)*',
  isolating: true,
  addAttributes: () => blockAttributes(),
  parseHTML: () => [{ tag: 'figure[data-block=table]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-block': 'table', ...HTMLAttributes }, 0],
})

/** `head`: the first row names the columns. */
export const Table = Node.create({
  name: 'table',
  content: 'tableRow*',
  isolating: true,
  addAttributes: () => kept('head', false),
  extendNodeSchema: extension => (extension.name === 'table' ? { tableRole: 'table' } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  extendNodeSchema: extension => (extension.name === 'tableRow' ? { tableRole: 'row' } : {}),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'inline*',
  isolating: true,
  addAttributes: cellAttributes,
  extendNodeSchema: extension => (extension.name === 'tableCell' ? { tableRole: 'cell' } : {}),
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

/** A cell that names its row (or its column, in the head). */
export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'inline*',
  isolating: true,
  addAttributes: cellAttributes,
  extendNodeSchema: extension => (extension.name === 'tableHeader' ? { tableRole: 'header_cell' } : {}),
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

/** `colwidth` is asked for by prosemirror-tables and never kept. */
function cellAttributes() {
  return {
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    colwidth: { default: null, rendered: false },
    ...kept('align'),
  }
}

function span(name: string) {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute(name) ?? '', 10) || 1,
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === 1 ? {} : { [name]: String(attributes[name]) },
  }
}
