import { type Block, readBlock } from '../blocks/blocks.ts'
import type { Inline } from '../blocks/inline.ts'
import type { ListItem, NestedList } from '../blocks/list/schema.ts'
import type { TableCell } from '../blocks/table/schema.ts'
import { textNodes } from './running-text.ts'
import { sameBlock } from './same-block.ts'
import { node, saying, type TreeNode } from './tree.ts'
import { blockOf } from './tree-to-blocks.ts'

type Known = Exclude<Block, { type: 'unknown' }>
type Drawings = { [K in Known['type']]: (block: Extract<Known, { type: K }>, attrs: Attrs) => TreeNode }
type Attrs = Record<string, unknown>

/**
 * A story's blocks as the document the editor shows. Nothing is lost: a block that would not come back the same (an
 * unknown kind, odd fields deep inside) stands in the text as one piece that holds it as it came.
 */
export function treeOf(blocks: readonly unknown[]): TreeNode {
  return { type: 'doc', content: blocks.map(nodeOf) }
}

function nodeOf(raw: unknown): TreeNode {
  const block = readBlock(raw)
  if (block.type !== 'unknown') {
    const drawn = draw(block)
    if (sameBlock(blockOf(drawn), raw)) return drawn
  }
  return { type: 'unknown', attrs: saying({ id: block.id, original: raw }) }
}

function draw(block: Known): TreeNode {
  const fields = block as unknown as Record<string, unknown>
  const known = knownFields[block.type]
  const more = Object.fromEntries(Object.entries(fields).filter(([name]) => !known.includes(name)))
  const attrs: Attrs = { id: block.id, more: Object.keys(more).length > 0 ? more : null }
  return (drawings[block.type] as (block: Known, attrs: Attrs) => TreeNode)(block, attrs)
}

const knownFields: Record<Known['type'], readonly string[]> = {
  paragraph: ['id', 'type', 'content'],
  heading: ['id', 'type', 'level', 'content'],
  list: ['id', 'type', 'ordered', 'start', 'items'],
  quotation: ['id', 'type', 'paragraphs', 'cite', 'url'],
  'pull-quote': ['id', 'type', 'content', 'attribution'],
  photograph: ['id', 'type', 'photographId', 'alt', 'caption', 'credit', 'width', 'href'],
  gallery: ['id', 'type', 'photographs', 'caption'],
  'related-story': ['id', 'type', 'storyId', 'headline'],
  embed: ['id', 'type', 'provider', 'url', 'title', 'caption'],
  table: ['id', 'type', 'caption', 'head', 'rows'],
  code: ['id', 'type', 'text', 'language'],
  file: ['id', 'type', 'fileId', 'title', 'description'],
  divider: ['id', 'type'],
  'call-out': ['id', 'type', 'tone', 'title', 'paragraphs'],
  html: ['id', 'type', 'html', 'height'],
}

const drawings: Drawings = {
  paragraph: (block, attrs) => node('paragraph', attrs, textNodes(block.content)),
  heading: (block, attrs) => node('heading', { ...attrs, level: block.level }, textNodes(block.content)),
  list: (block, attrs) => list(block, attrs),
  quotation: (block, attrs) =>
    node('quotation', { ...attrs, url: block.url }, [
      ...block.paragraphs.map(paragraph),
      ...(block.cite ? [node('cite', {}, textNodes(block.cite))] : []),
    ]),
  'pull-quote': (block, attrs) =>
    node('pullQuote', { ...attrs, attribution: block.attribution }, textNodes(block.content)),
  photograph: ({ photographId, alt, credit, width, href, caption }, attrs) =>
    node('photograph', { ...attrs, photographId, alt, credit, width, href }, captions(caption)),
  gallery: (block, attrs) =>
    node('gallery', attrs, [
      ...block.photographs.map(({ photographId, alt, credit, caption }) =>
        node('galleryPhotograph', { photographId, alt, credit }, captions(caption)),
      ),
      ...captions(block.caption),
    ]),
  'related-story': ({ storyId, headline }, attrs) => node('relatedStory', { ...attrs, storyId, headline }),
  embed: ({ provider, url, title, caption }, attrs) =>
    node('embed', { ...attrs, provider, url, title }, captions(caption)),
  table: (block, attrs) =>
    node('tableBlock', attrs, [
      ...captions(block.caption),
      node(
        'table',
        { head: block.head },
        block.rows.map(row => node('tableRow', {}, row.cells.map(tableCell))),
      ),
    ]),
  code: ({ text, language }, attrs) => node('codeBlock', { ...attrs, language }, plainNodes(text)),
  file: ({ fileId, title, description }, attrs) => node('file', { ...attrs, fileId, title, description }),
  divider: (_block, attrs) => node('divider', attrs),
  'call-out': ({ tone, title, paragraphs }, attrs) =>
    node('callOut', { ...attrs, tone, title }, paragraphs.map(paragraph)),
  html: ({ html, height }, attrs) => node('rawHtml', { ...attrs, height }, plainNodes(html)),
}

function paragraph(content: readonly Inline[]): TreeNode {
  return node('paragraph', {}, textNodes(content))
}

function list({ ordered, start, items }: NestedList, attrs: Attrs = {}): TreeNode {
  return node('list', { ...attrs, ordered, start }, items.map(listItem))
}

function listItem(item: ListItem): TreeNode {
  return node('listItem', {}, [paragraph(item.content), ...(item.list ? [list(item.list)] : [])])
}

function captions(content: readonly Inline[] | null | undefined): TreeNode[] {
  return content ? [node('caption', {}, textNodes(content))] : []
}

function tableCell({ content, header, colspan, rowspan, align }: TableCell): TreeNode {
  return node(header ? 'tableHeader' : 'tableCell', { colspan, rowspan, align }, textNodes(content))
}

function plainNodes(text: string): TreeNode[] {
  return text === '' ? [] : [{ type: 'text', text }]
}
