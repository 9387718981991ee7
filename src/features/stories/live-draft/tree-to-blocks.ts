import type { Inline } from '../blocks/inline.ts'
import { deepestList, type ListItem, type NestedList } from '../blocks/list/schema.ts'
import { runningTextOf } from './running-text.ts'
import { childrenOf, saying, type TreeNode } from './tree.ts'

/** A block as a story keeps it; which kind it really is, and whether it fits, is said when it is read. */
export type RawBlock = { id: string; type: string } & Record<string, unknown>

/**
 * The blocks of a document, whatever stands in it: what two people's edits left out of order (two captions, a
 * quotation without text) is put in order, a node of no known kind becomes a block of no known kind. Never throws.
 */
export function blocksOf(document: TreeNode): RawBlock[] {
  const taken = new Set<string>()
  return childrenOf(document)
    .filter(child => !isOnlySuggested(child))
    .map((child, place) => {
      const block = blockOf(child)
      const id = freeId(block.id, taken, place)
      taken.add(id)
      return id === block.id ? block : { ...block, id }
    })
}

/** One block. Its id is '' where it has none yet. */
export function blockOf(one: TreeNode): RawBlock {
  const attrs = one.attrs ?? {}
  const id = typeof attrs.id === 'string' ? attrs.id.slice(0, 100) : ''
  if (one.type === 'unknown') return unknownBlock(attrs.original, id)
  const read = Object.hasOwn(readings, one.type) ? readings[one.type] : undefined
  if (!read) return { ...strayNode(one), id, type: one.type === 'text' ? 'paragraph' : one.type }
  const more = isRecord(attrs.more) ? attrs.more : {}
  return { ...more, ...saying(read(one, attrs)), id } as RawBlock
}

const readings: Record<string, (one: TreeNode, attrs: Record<string, unknown>) => Record<string, unknown>> = {
  paragraph: one => ({ type: 'paragraph', content: textIn(one) }),
  heading: (one, { level }) => ({ type: 'heading', level, content: textIn(one) }),
  list: one => ({ type: 'list', ...listOf(one, 1) }),
  quotation: (one, { url }) => ({
    type: 'quotation',
    paragraphs: childrenOf(one, 'paragraph').map(textIn),
    cite: joined(childrenOf(one, 'cite')),
    url,
  }),
  pullQuote: (one, { attribution }) => ({ type: 'pull-quote', content: textIn(one), attribution }),
  photograph: (one, { photographId, alt, credit, width, href }) => ({
    type: 'photograph',
    photographId,
    alt,
    credit,
    width,
    href,
    caption: joined(childrenOf(one, 'caption')),
  }),
  gallery: one => ({
    type: 'gallery',
    photographs: childrenOf(one, 'galleryPhotograph').map(each =>
      saying({
        photographId: each.attrs?.photographId,
        alt: each.attrs?.alt,
        credit: each.attrs?.credit,
        caption: joined(childrenOf(each, 'caption')),
      }),
    ),
    caption: joined(childrenOf(one, 'caption')),
  }),
  relatedStory: (_one, { storyId, headline }) => ({ type: 'related-story', storyId, headline }),
  embed: (one, { provider, url, title }) => ({
    type: 'embed',
    provider,
    url: url ?? '',
    title,
    caption: joined(childrenOf(one, 'caption')),
  }),
  tableBlock: tableOf,
  codeBlock: (one, { language }) => ({ type: 'code', text: wordsIn(one), language }),
  file: (_one, { fileId, title, description }) => ({ type: 'file', fileId, title, description }),
  divider: () => ({ type: 'divider' }),
  callOut: (one, { tone, title }) => ({
    type: 'call-out',
    tone: tone ?? 'note',
    title,
    paragraphs: childrenOf(one, 'paragraph').map(textIn),
  }),
  rawHtml: (one, { height }) => ({ type: 'html', html: wordsIn(one), height }),
}

function listOf(one: TreeNode, level: number): NestedList {
  const { ordered, start } = one.attrs ?? {}
  return {
    ordered: ordered === true,
    ...saying({ start }),
    items: childrenOf(one, 'listItem').flatMap(item => itemsOf(item, level)),
  }
}

/** One item; a list deeper than the paper knows stands beside what it was in. */
function itemsOf(item: TreeNode, level: number): ListItem[] {
  const content = joined(childrenOf(item, 'paragraph')) ?? []
  const lists = childrenOf(item, 'list')
  if (lists.length === 0) return [{ content }]
  if (level >= deepestList) return [{ content }, ...lists.flatMap(each => listOf(each, level).items)]
  const [first, ...others] = lists.map(each => listOf(each, level + 1)) as [NestedList, ...NestedList[]]
  return [{ content, list: { ...first, items: [first, ...others].flatMap(each => each.items) } }]
}

function tableOf(one: TreeNode): Record<string, unknown> {
  const tables = childrenOf(one, 'table')
  return {
    type: 'table',
    head: tables[0]?.attrs?.head === true,
    caption: joined(childrenOf(one, 'caption')),
    rows: tables
      .flatMap(table => childrenOf(table, 'tableRow'))
      .map(row => ({
        cells: childrenOf(row, 'tableCell', 'tableHeader').map(cell => {
          const { colspan, rowspan, align } = cell.attrs ?? {}
          return saying({
            content: textIn(cell),
            header: cell.type === 'tableHeader' ? true : null,
            colspan: colspan === 1 ? null : colspan,
            rowspan: rowspan === 1 ? null : rowspan,
            align,
          })
        }),
      })),
  }
}

function textIn(one: TreeNode): Inline[] {
  return runningTextOf(childrenOf(one))
}

/** Where there should be one and there are several, they stand one below the other; null where there is none. */
function joined(nodes: readonly TreeNode[]): Inline[] | null {
  if (nodes.length === 0) return null
  const texts = nodes.map(textIn).filter(text => text.length > 0)
  return texts.flatMap((text, place): Inline[] => (place === 0 ? text : [{ type: 'break' }, ...text]))
}

function wordsIn(one: TreeNode): string {
  return childrenOf(one)
    .map(child => child.text ?? wordsIn(child))
    .join('')
}

function unknownBlock(original: unknown, id: string): RawBlock {
  const raw = isRecord(original) ? original : { original }
  return { ...raw, id: id || String(raw.id ?? ''), type: typeof raw.type === 'string' ? raw.type : 'unknown' }
}

function strayNode(one: TreeNode): Record<string, unknown> {
  if (one.type === 'text') return { content: runningTextOf([one]) }
  return saying({ attrs: one.attrs, content: one.content })
}

/** A block that consists of nothing but a suggestion is not in the story yet. */
function isOnlySuggested(one: TreeNode): boolean {
  const parts = one.content ?? []
  return (
    ['paragraph', 'heading', 'pullQuote'].includes(one.type) &&
    parts.length > 0 &&
    parts.every(part => part.marks?.some(mark => mark.type === 'insertion') === true)
  )
}

function freeId(id: string, taken: ReadonlySet<string>, place: number): string {
  if (id !== '' && !taken.has(id)) return id
  let next = place
  while (taken.has(`block-${next}`)) next++
  return `block-${next}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
