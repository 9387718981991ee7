import type { Inline } from '../../stories/story.ts'
import { deepestList } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import { type Conversion, note, type Surroundings } from './conversion.ts'
import { attribute, childrenOf, type Element, isElement, isText, type Node } from './dom.ts'
import { asTexts, hasWords, joined } from './running-text.ts'

interface List {
  ordered: boolean
  start?: number
  items: Item[]
}
interface Item {
  content: Inline[]
  list?: List
}

const mostItems = 5000

/** `<ul>` and `<ol>`, with lists in them; pictures and the like inside items follow the list. */
export function listBlocks(element: Element, conversion: Conversion, around: Surroundings): ImportedBlock[] {
  const rest: ImportedBlock[] = []
  const list = readList(element, conversion, around, rest)
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < list.items.length; from += mostItems) {
    const start = list.ordered && (list.start ?? 1) + from
    blocks.push({
      type: 'list',
      ordered: list.ordered,
      ...(start !== false && start !== 1 ? { start } : {}),
      items: list.items.slice(from, from + mostItems),
    })
  }
  return [...blocks, ...rest]
}

/** `<dl>` as a list: the term in bold, what it means on the lines below. */
export function definitionBlocks(
  element: Element,
  conversion: Conversion,
  around: Surroundings,
): ImportedBlock[] {
  const items: Item[] = []
  const rest: ImportedBlock[] = []
  const read = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!isElement(node)) {
        if (isText(node) && node.value.trim())
          items.push({ content: [{ type: 'text', text: node.value.trim() }] })
      } else if (node.tagName === 'div') read(childrenOf(node))
      else {
        const isTerm = node.tagName === 'dt'
        const marks = isTerm ? [...around.marks, { type: 'bold' } as const] : around.marks
        const { texts, rest: left } = asTexts(conversion.convert(childrenOf(node), { ...around, marks }))
        rest.push(...left)
        const last = items.at(-1)
        if (isTerm || !last) {
          if (texts.length > 0) items.push({ content: joined(texts) })
        } else if (texts.length > 0) last.content.push({ type: 'break' }, ...joined(texts))
      }
    }
  }
  read(childrenOf(element))
  if (items.length === 0) return rest
  return [{ type: 'list', ordered: false, items: items.slice(0, mostItems) }, ...rest]
}

function readList(
  element: Element,
  conversion: Conversion,
  around: Surroundings,
  rest: ImportedBlock[],
): List {
  const start = Number.parseInt(attribute(element, 'start') ?? '', 10)
  const ordered = element.tagName === 'ol'
  const list: List = { ordered, items: [] }
  if (ordered && Math.abs(start) <= 1_000_000) list.start = start
  if (attribute(element, 'reversed') !== undefined) note(conversion, 'a list that counted down counts up')
  for (const node of childrenOf(element)) readItem(node, list, conversion, around, rest)
  return list
}

function readItem(
  node: Node,
  list: List,
  conversion: Conversion,
  around: Surroundings,
  rest: ImportedBlock[],
): void {
  if (!isElement(node)) {
    if (isText(node) && node.value.trim())
      list.items.push({ content: [{ type: 'text', text: node.value.trim() }] })
    return
  }
  // Lists inside an item are read as blocks first, so that text after one is not lost.
  const blocks = conversion.convert(node.tagName === 'li' ? childrenOf(node) : [node], around)
  const inner = blocks.filter(block => block.type === 'list') as unknown as List[]
  const { texts, rest: left } = asTexts(blocks.filter(block => block.type !== 'list'))
  if (left.length > 0) note(conversion, 'a picture, table or the like inside a list stands after it')
  rest.push(...left)
  const nested = inner.length > 0 ? inner.map(bare).reduce(merged) : undefined
  const last = list.items.at(-1)
  // Old editors wrote a nested list beside the item it belongs to.
  if (texts.length === 0 && nested && last && node.tagName !== 'li') {
    last.list = last.list ? merged(last.list, nested) : nested
    return
  }
  if (texts.length === 0 && !nested) return
  list.items.push({ content: joined(texts), ...(nested ? { list: nested } : {}) })
}

function bare({ ordered, start, items }: List): List {
  return { ordered, ...(start === undefined ? {} : { start }), items }
}

function merged(one: List, other: List): List {
  return { ...one, items: [...one.items, ...other.items] }
}

/** Lists deeper than the schema allows go on at its last level. */
export function boundLists(blocks: readonly ImportedBlock[], conversion: Conversion): void {
  for (const block of blocks) {
    if (block.type !== 'list') continue
    if (bound(block as unknown as List, 1))
      note(conversion, `lists deeper than ${deepestList} levels were made flatter`)
  }
}

function bound(list: List, level: number): boolean {
  let changed = false
  if (level === deepestList) {
    const flat = list.items.flatMap(flattened)
    changed = flat.length !== list.items.length
    list.items = flat
  } else for (const item of list.items) if (item.list) changed = bound(item.list, level + 1) || changed
  list.items = list.items
    .slice(0, mostItems)
    .map(item => (hasWords(item.content) || item.list ? item : { content: [] }))
  return changed
}

function flattened(item: Item): Item[] {
  return item.list ? [{ content: item.content }, ...item.list.items.flatMap(flattened)] : [item]
}
