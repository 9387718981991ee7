import { hasWords, isBlock, unwrap } from './dom.ts'

/** Tables of data as the paper has them; tables that only place things on a page give up what they hold. */
export function cleanTables(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const cells = table.querySelectorAll('td, th')
    const isLayout =
      table.getAttribute('role') === 'presentation' ||
      cells.length <= 1 ||
      table.querySelector('table, ul, ol, figure, h2, h3, h4')
    if (isLayout) takeApart(table)
    else keep(table)
  }
}

function takeApart(table: Element): void {
  for (const part of table.querySelectorAll('caption, colgroup, col')) part.remove()
  for (const part of [...table.querySelectorAll('thead, tbody, tfoot, tr')]) unwrap(part)
  for (const cell of [...table.querySelectorAll('td, th')]) {
    const division = table.ownerDocument.createElement('div')
    division.append(...cell.childNodes)
    cell.replaceWith(division)
  }
  unwrap(table)
}

function keep(table: Element): void {
  const page = table.ownerDocument
  const figure = page.createElement('figure')
  figure.setAttribute('data-block', 'table')
  table.before(figure)
  const caption = table.querySelector('caption')
  if (caption && hasWords(caption)) {
    const words = page.createElement('figcaption')
    words.append(caption.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    figure.append(words)
  }
  for (const part of table.querySelectorAll('caption, colgroup, col')) part.remove()
  for (const row of [...table.querySelectorAll('tr')]) if (!hasWords(row)) row.remove()
  const [first] = table.querySelectorAll('tr')
  const hasHead =
    first !== undefined && (first.closest('thead') !== null || [...first.children].every(isHeader))
  if (hasHead) {
    table.setAttribute('data-head', 'true')
    // In the first row every cell names its column; it need not say so again.
    for (const cell of [...first.children]) replaceCell(cell)
  }
  const rows = page.createElement('tbody')
  rows.append(...table.querySelectorAll('tr'))
  table.replaceChildren(rows)
  for (const cell of table.querySelectorAll('td, th')) oneParagraph(cell)
  figure.append(table)
}

function isHeader(cell: Element): boolean {
  return cell.tagName === 'TH'
}

function replaceCell(cell: Element): void {
  if (!isHeader(cell)) return
  const plain = cell.ownerDocument.createElement('td')
  for (const name of ['colspan', 'rowspan']) {
    const value = cell.getAttribute(name)
    if (value) plain.setAttribute(name, value)
  }
  plain.append(...cell.childNodes)
  cell.replaceWith(plain)
}

/** What stood in paragraphs stands in lines: a cell is one run of text. */
function oneParagraph(cell: Element): void {
  for (const block of [...cell.querySelectorAll('*')].filter(isBlock).reverse()) {
    if (block.previousSibling && hasWords(cell)) block.before(cell.ownerDocument.createElement('br'))
    unwrap(block)
  }
  while (cell.lastChild && (cell.lastChild.nodeName === 'BR' || !/\S/.test(cell.lastChild.textContent ?? '')))
    cell.lastChild.remove()
  while (
    cell.firstChild &&
    (cell.firstChild.nodeName === 'BR' || !/\S/.test(cell.firstChild.textContent ?? ''))
  )
    cell.firstChild.remove()
}
