import type { ImportedBlock } from '../import.ts'
import { type Conversion, note, seen, wholeUrl } from './conversion.ts'
import {
  attribute,
  childrenOf,
  type Element,
  find,
  findAll,
  hasClass,
  isComment,
  isElement,
  type Node,
  named,
  textOf,
} from './dom.ts'
import { embedBlock, fileBlock, fileName } from './frames.ts'
import { lossless } from './lossless.ts'
import { captionOf, galleryBlocks, isPicture } from './pictures.ts'
import { pullQuoteBlocks } from './quotations.ts'
import { rawHtml } from './raw-html.ts'

/** A block of WordPress's editor: what stands between `<!-- wp:name {…} -->` and `<!-- /wp:name -->`. */
export interface BlockPair {
  /** With its namespace: "core/image". */
  name: string
  attributes: Record<string, unknown>
  /** The attributes as they were written. */
  json: string
  /** Index of the closing comment among the same children; of the opening one itself for a block without content. */
  end: number
}

const delimiter = /^\s*(\/)?wp:([a-z][a-z0-9_-]*\/)?([a-z][a-z0-9_-]*)\s*(\{[\s\S]*\}\s*)?(\/)?\s*$/

/** Finds the blocks among children in one pass. A comment without its other half is passed over. */
export function pairBlocks(nodes: readonly Node[]): ReadonlyMap<number, BlockPair> {
  const pairs = new Map<number, BlockPair>()
  const open: { name: string; index: number; json: string }[] = []
  nodes.forEach((node, index) => {
    if (!isComment(node)) return
    const found = delimiter.exec(node.data)
    if (!found) return
    const [, closes, space = 'core/', short, json = '', empty] = found
    const name = space + short
    if (empty) pairs.set(index, { name, attributes: readAttributes(json), json, end: index })
    else if (!closes) open.push({ name, index, json })
    else {
      const at = open.findLastIndex(each => each.name === name)
      if (at < 0) return
      const { index: start, json: told } = open[at]!
      open.length = at
      pairs.set(start, { name, attributes: readAttributes(told), json: told, end: index })
    }
  })
  return pairs
}

/** Blocks whose HTML alone does not say what they are. Null where the HTML inside is to be read like any other. */
export function gutenbergBlocks(
  { name, attributes, json }: BlockPair,
  inner: readonly Node[],
  conversion: Conversion,
): ImportedBlock[] | null {
  const elements = inner.filter(isElement)
  if (/^core\/embed$|^core-embed\//.test(name)) return embed(attributes, elements, conversion)
  switch (name) {
    case 'core/more':
    case 'core/nextpage':
    case 'core/spacer':
      return []
    case 'core/gallery':
    case 'jetpack/tiled-gallery':
    case 'jetpack/slideshow':
      return elements[0] ? gallery(elements, conversion) : null
    case 'core/pullquote':
      return elements[0]
        ? pullQuoteBlocks(elements[0], conversion, { marks: [], whitespace: 'collapse' })
        : null
    case 'core/cover':
      return cover(attributes, inner, elements, conversion)
    case 'core/file':
      return file(attributes, elements, conversion)
    case 'core/html':
      return rawHtml(inner, conversion)
    case 'core/footnotes':
      return footnotes(conversion)
    case 'core/freeform':
      return conversion.convert(inner, { whitespace: 'lines' })
  }
  if (furniture.test(name)) return furnitureBlock(name, json, inner, conversion)
  if (inner.some(hasContent)) {
    if (!name.startsWith('core/')) note(conversion, `the block “${name}” was read as plain HTML`)
    return null
  }
  // An empty paragraph or group says nothing; a block that WordPress fills when it shows it says something.
  return elements.length > 0 ||
    textNodes(inner) ||
    /^core\/(paragraph|group|columns?|heading|list|shortcode)$/.test(name)
    ? null
    : furnitureBlock(name, json, inner, conversion)
}

/** Parts of the old site's furniture, drawn by WordPress from its own data. */
const furniture =
  /^core\/(archives|avatar|block|calendar|categories|comment|latest|loginout|navigation|page-list|pattern|post-|query|read-more|rss|search|site-|social-link|tag-cloud|term-description|template-part|legacy-widget|widget-group|home-link)/

function furnitureBlock(
  name: string,
  json: string,
  inner: readonly Node[],
  conversion: Conversion,
): ImportedBlock[] {
  note(conversion, `the block “${name}” shows what the old site drew itself; it is kept for staff only`)
  const words = inner.map(textOf).join(' ').replace(/\s+/g, ' ').trim()
  return [
    {
      type: `wordpress ${name}`,
      ...(json.trim() ? { attributes: json.trim().slice(0, 20_000) } : {}),
      ...(words ? { text: words.slice(0, 10_000) } : {}),
    },
  ]
}

function embed(
  attributes: Record<string, unknown>,
  elements: readonly Element[],
  conversion: Conversion,
): ImportedBlock[] {
  const wrapper = elements
    .map(each => find(each, inside => hasClass(inside, /^wp-block-embed__wrapper$/)))
    .find(each => each)
  const caption = elements.map(each => find(each, named('figcaption'))).find(each => each)
  const url =
    typeof attributes.url === 'string' ? attributes.url : wrapper ? textOf(wrapper).trim() : undefined
  if (!url) return conversion.convert(elements)
  return embedBlock(conversion, url, caption ? captionOf(caption, conversion) : undefined)
}

function gallery(elements: readonly Element[], conversion: Conversion): ImportedBlock[] | null {
  const around = { marks: [], whitespace: 'collapse' as const }
  return elements.flatMap(element => {
    if (findAll(element, isPicture).length === 0) return conversion.convert([element])
    const caption = childrenOf(element).find(node => isElement(node) && node.tagName === 'figcaption') as
      | Element
      | undefined
    const blocks = galleryBlocks(element, {
      conversion,
      around,
      caption: caption ? captionOf(caption, conversion) : [],
    })
    return lossless(element, blocks) ?? conversion.convert(childrenOf(element))
  })
}

/** A picture (or recording) behind words: the picture, then the words. */
function cover(
  attributes: Record<string, unknown>,
  inner: readonly Node[],
  elements: readonly Element[],
  conversion: Conversion,
): ImportedBlock[] {
  const behind = elements
    .flatMap(element =>
      findAll(element, each => hasClass(each, /^wp-block-cover(-image)?__(image|video)-background$/)),
    )
    .at(0)
  const url = wholeUrl(
    conversion,
    text(attributes.url) ?? (behind && attribute(behind, 'src')) ?? background(elements),
  )
  const image = find(elements[0] ?? ({ childNodes: [] } as never), isPicture)
  if (behind?.parentNode && behind !== elements[0]) {
    behind.parentNode.childNodes = behind.parentNode.childNodes.filter(node => node !== behind)
  }
  const words = conversion.convert(inner)
  if (!url) return words
  if (attributes.backgroundType === 'video' || behind?.tagName === 'video') {
    note(conversion, 'a recording behind words is offered as a file')
    return [fileBlock(conversion, { url, foreignId: id(attributes.id) }), ...words]
  }
  const alt =
    (behind && attribute(behind, 'alt')) || text(attributes.alt) || (image && attribute(image, 'alt'))
  const media = { kind: 'photograph' as const, url, foreignId: id(attributes.id), ...(alt ? { alt } : {}) }
  note(conversion, 'words over a picture stand below it')
  return [
    { type: 'photograph', photographId: seen(conversion, media), ...(alt ? { alt } : {}), caption: [] },
    ...words,
  ]
}

function background(elements: readonly Element[]): string | undefined {
  for (const element of elements) {
    const found = /background-image:\s*url\((["']?)([^"')]+)\1\)/.exec(attribute(element, 'style') ?? '')
    if (found) return found[2]
  }
}

function file(
  attributes: Record<string, unknown>,
  elements: readonly Element[],
  conversion: Conversion,
): ImportedBlock[] | null {
  const links = elements.flatMap(element => findAll(element, named('a')))
  const link = links.find(each => !hasClass(each, /^wp-block-file__button$/)) ?? links[0]
  const url = wholeUrl(conversion, text(attributes.href) ?? (link && attribute(link, 'href')))
  if (!url) return null
  const title = link ? textOf(link).trim() : undefined
  return [fileBlock(conversion, { url, title: title || fileName(url), foreignId: id(attributes.id) })]
}

/** The notes below a text. Their text is kept outside the body by WordPress. */
function footnotes(conversion: Conversion): ImportedBlock[] {
  const items = conversion.footnotes.flatMap(each => {
    const content = conversion
      .convertHtml(each.html)
      .flatMap(block => (block.type === 'paragraph' ? [block.content] : []))
    return content.length ? [{ content: content[0] }] : []
  })
  return items.length ? [{ type: 'list', ordered: true, items }] : []
}

function hasContent(node: Node): boolean {
  if (textOf(node).trim() !== '') return true
  return (
    isElement(node) &&
    find(
      { childNodes: [node] } as never,
      named('img', 'iframe', 'video', 'audio', 'hr', 'svg', 'mh-shortcode', 'object', 'embed'),
    ) !== undefined
  )
}

function textNodes(nodes: readonly Node[]): boolean {
  return nodes.some(node => node.nodeName === '#text' && textOf(node).trim() !== '')
}

function readAttributes(json: string | undefined): Record<string, unknown> {
  if (!json) return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function id(value: unknown): string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
    ? String(value)
    : undefined
}
