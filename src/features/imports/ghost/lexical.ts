import type { Inline, Mark } from '../../stories/story.ts'
import { hasWords } from '../html/running-text.ts'
import type { ImportedBlock } from '../import.ts'
import { type Building, type Fields, linkMark, note, record, text } from './building.ts'
import { cardBlocks, isCard } from './cards.ts'
import { type Item, type List, listBlocks, startOf } from './lists.ts'
import { lineOf, paragraphsOf, Running } from './running.ts'

/** Bits of a text node's `format` (Lexical's TEXT_TYPE_TO_FORMAT). */
const formats: readonly [bit: number, mark: Mark][] = [
  [1, { type: 'bold' }],
  [2, { type: 'italic' }],
  [4, { type: 'strike' }],
  [8, { type: 'underline' }],
  [16, { type: 'code' }],
  [32, { type: 'subscript' }],
  [64, { type: 'superscript' }],
  [128, { type: 'highlight' }],
]

/** A body in Lexical's form, as Ghost 5 and 6 keep it. Keeps all text; what has no block is kept for staff. */
export function lexicalBlocks(root: Fields, building: Building): ImportedBlock[] {
  return childrenOf(root).flatMap(node => nodeBlocks(node, building))
}

function nodeBlocks(node: Fields, building: Building): ImportedBlock[] {
  const type = text(node, 'type')
  switch (type) {
    case 'paragraph':
      return flow(node, building, content => paragraphs(content))
    case 'heading':
    case 'extended-heading':
      return flow(node, building, content => heading(node, content))
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return quotation(node, building)
    case 'list':
      return lists(node, building)
    case 'listitem':
      return lists({ children: [node] }, building)
    case 'root':
      return lexicalBlocks(node, building)
  }
  if (isCard(type)) return cardBlocks(type, node, building)
  if (isInline(node)) return flow({ children: [node] }, building, content => paragraphs(content))
  if (Array.isArray(node.children)) {
    note(building, `a part of an unknown kind (“${type.slice(0, 60)}”) was taken as plain text`)
    return flow(node, building, content => paragraphs(content))
  }
  return type === '' ? [] : cardBlocks(type, node, building)
}

/** What is in a node, in order: its stretches of text as `write` puts them, blocks between them as they are. */
function flow(
  node: Fields,
  building: Building,
  write: (content: Inline[]) => ImportedBlock[],
): ImportedBlock[] {
  const running = new Running()
  gather(childrenOf(node), { running, building, marks: [] })
  return running.finish().flatMap(stretch => ('block' in stretch ? [stretch.block] : write(stretch.text)))
}

interface Gathering {
  running: Running
  building: Building
  marks: readonly Mark[]
}

function gather(nodes: readonly Fields[], here: Gathering): void {
  for (const node of nodes) {
    const type = text(node, 'type')
    if (type === 'linebreak') here.running.break()
    else if (type === 'tab') here.running.text(' ', here.marks)
    else if (type === 'link' || type === 'autolink' || type === 'at-link') {
      const own = here.marks.some(mark => mark.type === 'link') ? [] : linkMark(node.url, here.building)
      gather(childrenOf(node), { ...here, marks: [...own, ...here.marks] })
    } else if (isInline(node)) {
      if (typeof node.text === 'string') here.running.text(lines(node.text), marksOf(node, here.marks))
      gather(childrenOf(node), here)
    } else for (const block of nodeBlocks(node, here.building)) here.running.block(block)
  }
}

/** Texts of every name ("extended-text", "tk", "zwnj", "hashtag"): they have words or only inline children. */
function isInline(node: Fields): boolean {
  const type = text(node, 'type')
  if (typeof node.text === 'string') return !isCard(type)
  return /^(link|autolink|at-link|linebreak|tab|text|extended-text|tk|zwnj|at-link-search|mention|hashtag|overflow|mark)$/.test(
    type,
  )
}

function marksOf({ format }: Fields, around: readonly Mark[]): Mark[] {
  const bits = typeof format === 'number' && Number.isInteger(format) ? format : 0
  const own = formats.filter(([bit]) => (bits & bit) !== 0).map(([, mark]) => mark)
  return [...around, ...own.filter(mark => !around.some(each => each.type === mark.type))]
}

/** Marks where Ghost's editor puts the cursor are no text. */
function lines(words: string): string {
  return words.replace(/[\u200b\ufeff]/g, '').replace(/[\r\n\t]+/g, ' ')
}

function paragraphs(content: Inline[]): ImportedBlock[] {
  return paragraphsOf(content).map(each => ({ type: 'paragraph', content: each }))
}

/** The title is level 1, and headings here go no further than 4; they are bold by themselves. */
function heading(node: Fields, content: Inline[]): ImportedBlock[] {
  const level = Math.min(4, Math.max(2, Number(/^h([1-6])$/.exec(text(node, 'tag'))?.[1] ?? 2)))
  const line = lineOf(content).map((part): Inline => {
    if (part.type !== 'text' || !part.marks) return part
    const marks = part.marks.filter(mark => mark.type !== 'bold')
    return marks.length > 0 ? { ...part, marks } : { type: 'text', text: part.text }
  })
  return hasWords(line) ? [{ type: 'heading', level, content: line }] : []
}

function quotation(node: Fields, building: Building): ImportedBlock[] {
  return flow(node, building, content => quotationOf(paragraphsOf(content)))
}

export function quotationOf(paragraphs: Inline[][]): ImportedBlock[] {
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < paragraphs.length; from += 500)
    blocks.push({ type: 'quotation', paragraphs: paragraphs.slice(from, from + 500) })
  return blocks
}

function lists(node: Fields, building: Building): ImportedBlock[] {
  const after: ImportedBlock[] = []
  const list = readList(node, building, after)
  return [...(list.items.length > 0 ? listBlocks(list, building) : []), ...after]
}

function readList(node: Fields, building: Building, after: ImportedBlock[]): List {
  const ordered = text(node, 'listType') === 'number' || text(node, 'tag') === 'ol'
  const list: List = { ordered, ...(ordered ? startOf(node.start ?? 1) : {}), items: [] }
  for (const child of childrenOf(node)) readItem(child, list, building, after)
  return list
}

/** Lexical puts a list within a list into an item of its own, after the item that it belongs to. */
function readItem(node: Fields, list: List, building: Building, after: ImportedBlock[]): void {
  const isList = text(node, 'type') === 'list'
  const parts = isList ? [node] : text(node, 'type') === 'listitem' ? childrenOf(node) : [node]
  const nested = parts.filter(part => text(part, 'type') === 'list')
  const words = parts.filter(part => text(part, 'type') !== 'list')
  const content = itemText(words, building, after)
  const inner = nested.map(each => readList(each, building, after)).filter(each => each.items.length > 0)
  const last = list.items.at(-1)
  if (!hasWords(content) && inner.length > 0 && last) {
    last.list = [...(last.list ? [last.list] : []), ...inner].reduce(merged)
  } else if (hasWords(content) || inner.length > 0) {
    const item: Item = { content: hasWords(content) ? content : [] }
    if (inner.length > 0) item.list = inner.reduce(merged)
    list.items.push(item)
  }
}

function itemText(nodes: readonly Fields[], building: Building, after: ImportedBlock[]): Inline[] {
  const content: Inline[] = []
  const add = (line: Inline[]) =>
    void content.push(...(content.length > 0 ? [{ type: 'break' } as const] : []), ...line)
  for (const block of flow({ children: nodes }, building, each => paragraphs(each))) {
    if (block.type === 'paragraph') add(block.content as Inline[])
    else {
      note(building, 'a picture, table or the like inside a list stands after it')
      after.push(block)
    }
  }
  return lineOf(content)
}

function merged(one: List, other: List): List {
  return { ...one, items: [...one.items, ...other.items] }
}

function childrenOf(node: Fields): Fields[] {
  const { children } = node
  return Array.isArray(children) ? children.map(record) : []
}
