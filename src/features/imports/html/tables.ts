import type { Inline } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import { type Conversion, note, type Surroundings } from './conversion.ts'
import { attribute, childrenOf, type Element, find, hasClass, isElement, named } from './dom.ts'
import { asTexts, joined } from './running-text.ts'

interface Cell {
  content: Inline[]
  header?: boolean
  colspan?: number
  rowspan?: number
  align?: 'start' | 'center' | 'end'
}

const mostCells = 200
const mostRows = 5000

/** `<table>`; one of a single cell was only there for its looks and becomes its contents. */
export function tableBlocks(
  table: Element,
  options: { conversion: Conversion; around: Surroundings; caption?: Inline[] },
): ImportedBlock[] {
  const { conversion, around } = options
  const rows = rowsOf(table)
  if (rows.length === 1 && rows[0]!.cells.length === 1)
    return conversion.convert(childrenOf(rows[0]!.cells[0]!), around)
  const rest: ImportedBlock[] = []
  const read = rows.map(row => ({
    inHead: row.inHead,
    cells: row.cells.map(cell => readCell(cell, conversion, around, rest)),
  }))
  const own = find(table, named('caption'))
  const caption =
    options.caption ?? (own ? joined(asTexts(conversion.convert(childrenOf(own), around)).texts) : [])
  if (rest.length > 0) note(conversion, 'a picture or the like inside a table stands after it')
  if (read.some(row => row.cells.length > mostCells))
    note(conversion, `a table was cut at ${mostCells} columns`)
  const filled = read.filter(row => row.cells.length > 0)
  const head = filled[0] !== undefined && (filled[0].inHead || filled[0].cells.every(cell => cell.header))
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < filled.length; from += mostRows) {
    blocks.push({
      type: 'table',
      ...(caption.length > 0 && from === 0 ? { caption } : {}),
      head: head && from === 0,
      rows: filled.slice(from, from + mostRows).map(row => ({ cells: row.cells.slice(0, mostCells) })),
    })
  }
  if (blocks.length === 0 && caption.length > 0) blocks.push({ type: 'paragraph', content: caption })
  return [...blocks, ...rest]
}

function rowsOf(table: Element): { inHead: boolean; cells: Element[] }[] {
  const rows: { inHead: boolean; cells: Element[] }[] = []
  const foot: typeof rows = []
  const read = (parent: Element, inHead: boolean, into: typeof rows) => {
    for (const child of childrenOf(parent)) {
      if (!isElement(child)) continue
      if (child.tagName === 'tr') {
        const cells = childrenOf(child).filter(
          cell => isElement(cell) && /^t[dh]$/.test(cell.tagName),
        ) as Element[]
        into.push({ inHead, cells })
      } else if (child.tagName === 'thead') read(child, true, into)
      else if (child.tagName === 'tbody') read(child, false, into)
      else if (child.tagName === 'tfoot') read(child, false, foot)
    }
  }
  read(table, false, rows)
  return [...rows, ...foot]
}

function readCell(cell: Element, conversion: Conversion, around: Surroundings, rest: ImportedBlock[]): Cell {
  const { texts, rest: left } = asTexts(conversion.convert(childrenOf(cell), around))
  rest.push(...left)
  const align = alignment(cell)
  const colspan = span(cell, 'colspan')
  const rowspan = span(cell, 'rowspan')
  return {
    content: joined(texts),
    ...(cell.tagName === 'th' ? { header: true } : {}),
    ...(colspan ? { colspan } : {}),
    ...(rowspan ? { rowspan } : {}),
    ...(align ? { align } : {}),
  }
}

function span(cell: Element, name: string): number | undefined {
  const value = Number.parseInt(attribute(cell, name) ?? '', 10)
  return value > 1 && value <= 1000 ? value : undefined
}

function alignment(cell: Element): Cell['align'] {
  const told =
    attribute(cell, 'data-align') ??
    /text-align:\s*(\w+)/.exec(attribute(cell, 'style') ?? '')?.[1] ??
    attribute(cell, 'align') ??
    ''
  if (/center/i.test(told) || hasClass(cell, /^has-text-align-center$/)) return 'center'
  if (/right|end/i.test(told) || hasClass(cell, /^has-text-align-right$/)) return 'end'
}
