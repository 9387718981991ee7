import { serializeOuter } from 'parse5'
import type { Mark } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import { type Conversion, note, type Surroundings } from './conversion.ts'
import {
  attribute,
  childrenOf,
  type Element,
  find,
  findAll,
  hasClass,
  isComment,
  isElement,
  isText,
  type Node,
  named,
  textOf,
} from './dom.ts'
import { embedBlock, frameBlocks, recordingBlocks, scriptBlocks, socialPost } from './frames.ts'
import { gutenbergBlocks, pairBlocks } from './gutenberg.ts'
import { definitionBlocks, listBlocks } from './lists.ts'
import { lossless } from './lossless.ts'
import { marksOf } from './marks.ts'
import {
  captionOf,
  figureBlocks,
  galleryBlocks,
  isGallery,
  isPicture,
  photographBlock,
  widthOf,
} from './pictures.ts'
import { preformattedBlocks } from './preformatted.ts'
import { pullQuoteBlocks, quotationBlocks } from './quotations.ts'
import { RunningText } from './running-text.ts'
import { shortcodeBlocks } from './shortcode-blocks.ts'
import { tableBlocks } from './tables.ts'

/** Reads nodes in order into paragraphs and blocks. */
export function convertNodes(
  nodes: readonly Node[],
  conversion: Conversion,
  around: Surroundings,
): ImportedBlock[] {
  const text = new RunningText()
  walk(nodes, { conversion, around, text })
  return text.finish()
}

interface Walk {
  conversion: Conversion
  around: Surroundings
  text: RunningText
  /** The link that is being read, for pictures in it. */
  link?: Element
}

const containers =
  /^(address|article|aside|body|center|dd|dialog|div|dt|fieldset|figcaption|figure|footer|header|hgroup|html|legend|li|main|nav|noscript|optgroup|p|search|section|summary|tbody|td|tfoot|th|thead|tr|caption|template)$/
const silent = /^(area|base|col|colgroup|head|input|link|meta|param|rp|source|style|title|track|wbr)$/

function walk(nodes: readonly Node[], here: Walk): void {
  here.conversion.spend(nodes.length + 1)
  const pairs = pairBlocks(nodes)
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!
    if (isText(node)) here.text.text(node.value, here.around.marks, here.around.whitespace)
    else if (isComment(node)) {
      const pair = pairs.get(index)
      if (pair) {
        const inner = nodes.slice(index + 1, pair.end)
        const blocks = gutenbergBlocks(pair, inner, here.conversion)
        if (blocks) pushAll(here, blocks)
        else {
          here.text.endParagraph()
          walk(inner, { ...here, around: { ...here.around, whitespace: 'collapse' } })
          here.text.endParagraph()
        }
        index = pair.end
      } else if (/^\s*(more\b|nextpage)/.test(node.data)) here.text.endParagraph()
    } else if (isElement(node)) element(node, here)
  }
}

function element(node: Element, here: Walk): void {
  const name = node.tagName
  if (name === 'br') here.text.break()
  else if (isPicture(node)) picture(node, here)
  else if (name === 'mh-shortcode') shortcode(node, here)
  else if (!isHiddenCopy(node)) {
    const blocks = blockOf(node, here)
    if (blocks) pushAll(here, blocks)
    else if (containers.test(name)) container(node, here)
    else if (name === 'style') note(here.conversion, 'a style sheet was left out')
    else if (!silent.test(name)) inlineElement(node, here)
  }
}

function container(node: Element, here: Walk): void {
  here.text.endParagraph()
  walk(childrenOf(node), here)
  here.text.endParagraph()
}

function inlineElement(node: Element, here: Walk): void {
  const { conversion, around, text } = here
  const name = node.tagName
  const own = marksOf(node, conversion)
  const marks = addMarks(around.marks, own)
  const inner: Walk = { ...here, around: { ...around, marks }, link: name === 'a' ? node : here.link }
  if (name === 'q') text.text('“', marks, 'collapse')
  if (name === 'rt') text.text(' (', marks, 'collapse')
  walk(childrenOf(node), inner)
  if (name === 'q') text.text('”', marks, 'collapse')
  if (name === 'rt') text.text(')', marks, 'collapse')
}

function addMarks(marks: readonly Mark[], own: readonly Mark[]): readonly Mark[] {
  const fresh = own.filter(mark => !marks.some(each => each.type === mark.type && mark.type !== 'language'))
  if (fresh.length === 0) return marks
  const replaced = fresh.some(mark => mark.type === 'language')
  return [...(replaced ? marks.filter(mark => mark.type !== 'language') : marks), ...fresh]
}

/** Elements that are blocks of their own; null for all others. */
function blockOf(node: Element, here: Walk): ImportedBlock[] | null {
  const { conversion, around } = here
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingBlocks(node, conversion, around)
    case 'ul':
    case 'ol':
    case 'menu':
      return (
        (isGallery(node) ? lossless(node, galleryBlocks(node, { conversion, around })) : null) ??
        listBlocks(node, conversion, around)
      )
    case 'dl':
      return (
        (isCaptioned(node) ? lossless(node, figureBlocks(node, { conversion, around })) : null) ??
        definitionBlocks(node, conversion, around)
      )
    case 'blockquote': {
      const post = socialPost(node)
      if (post) return embedBlock(conversion, post)
      return hasClass(node, /^wp-block-pullquote$/)
        ? pullQuoteBlocks(node, conversion, around)
        : quotationBlocks(node, conversion, around)
    }
    case 'pre':
    case 'listing':
    case 'xmp':
      return preformattedBlocks(node, conversion)
    case 'table':
      return tableBlocks(node, { conversion, around })
    case 'hr':
      return [{ type: 'divider' }]
    case 'figure':
      return figure(node, conversion, around)
    case 'iframe':
    case 'object':
    case 'embed':
      return frameBlocks(node, conversion)
    case 'video':
    case 'audio':
      return recordingBlocks(node, conversion)
    case 'script':
      return scriptBlocks(node, conversion)
    case 'details':
      return detailsBlocks(node, conversion, around)
    case 'div':
      return divBlocks(node, conversion, around)
    case 'svg':
    case 'math':
      if (textOf(node).trim() === '' && hasClass(node, /icon/)) return []
      note(conversion, `a drawing or formula (${node.tagName}) was kept as HTML`)
      return [{ type: 'html', html: serializeOuter(node).slice(0, 1_000_000) }]
    case 'form':
    case 'canvas':
    case 'map':
    case 'marquee':
    case 'frameset':
    case 'progress':
    case 'meter':
    case 'select':
    case 'textarea':
      note(conversion, `a part that has no block here (${node.tagName}) was kept as HTML`)
      return [{ type: 'html', html: serializeOuter(node).slice(0, 1_000_000) }]
    default:
      return null
  }
}

function headingBlocks(node: Element, conversion: Conversion, around: Surroundings): ImportedBlock[] {
  const level = Math.min(4, Math.max(2, Number(node.tagName[1])))
  const blocks = conversion.convert(childrenOf(node), { ...around, whitespace: 'collapse' })
  const plainMarks = (mark: Mark) => mark.type !== 'bold'
  return blocks.map(block => {
    if (block.type !== 'paragraph') return block
    const content = (block.content as { marks?: Mark[] }[]).map(part => {
      const marks = part.marks?.filter(plainMarks)
      return marks?.length ? { ...part, marks } : { ...part, marks: undefined }
    })
    return { type: 'heading', level, content: JSON.parse(JSON.stringify(content)) }
  })
}

function figure(node: Element, conversion: Conversion, around: Surroundings): ImportedBlock[] | null {
  const table = find(node, named('table'))
  if (table) return lossless(node, captionedTable(node, table, conversion, around))
  if (hasClass(node, /^wp-block-pullquote$/)) return lossless(node, pullQuoteBlocks(node, conversion, around))
  return lossless(node, figureBlocks(node, { conversion, around }))
}

function captionedTable(
  node: Element,
  table: Element,
  conversion: Conversion,
  around: Surroundings,
): ImportedBlock[] {
  const caption = childrenOf(node).find(child => isElement(child) && child.tagName === 'figcaption') as
    | Element
    | undefined
  const words = caption ? captionOf(caption, conversion, around) : []
  return tableBlocks(table, { conversion, around, ...(words.length ? { caption: words } : {}) })
}

function divBlocks(node: Element, conversion: Conversion, around: Surroundings): ImportedBlock[] | null {
  if (isGallery(node) && findAll(node, isPicture).length > 0) {
    return lossless(node, galleryBlocks(node, { conversion, around }))
  }
  if (isCaptioned(node))
    return lossless(node, figureBlocks(node, { conversion, around, width: widthOf(node) }))
  if (hasClass(node, /^fb-(post|video)$/)) return embedBlock(conversion, attribute(node, 'data-href'))
  return null
}

/** How WordPress wrote out a picture with its caption before there was `<figure>`. */
function isCaptioned(node: Element): boolean {
  return hasClass(node, /^wp-caption$/) && findAll(node, isPicture).length > 0
}

function detailsBlocks(node: Element, conversion: Conversion, around: Surroundings): ImportedBlock[] {
  const summary = childrenOf(node).find(child => isElement(child) && child.tagName === 'summary') as
    | Element
    | undefined
  note(conversion, 'a part that could be folded away is always open')
  const bold = { ...around, marks: addMarks(around.marks, [{ type: 'bold' }]) }
  return [
    ...(summary ? conversion.convert(childrenOf(summary), bold) : []),
    ...conversion.convert(
      childrenOf(node).filter(child => child !== summary),
      around,
    ),
  ]
}

function picture(node: Element, here: Walk): void {
  const block = photographBlock(node, { conversion: here.conversion, link: here.link })
  if (block) here.text.within(block)
}

function shortcode(node: Element, here: Walk): void {
  const code = here.conversion.shortcodes[Number(attribute(node, 'data-n'))]
  if (!code) return
  const result = shortcodeBlocks(code, here.conversion)
  if (typeof result === 'string') here.text.text(result, here.around.marks, 'collapse')
  else for (const block of result) here.text.within(block)
}

/** Pictures written a second time for browsers without scripts. */
function isHiddenCopy(node: Element): boolean {
  return (
    node.tagName === 'noscript' &&
    find(node, named('img', 'iframe')) !== undefined &&
    textOf(node).trim() === ''
  )
}

function pushAll({ text }: Walk, blocks: readonly ImportedBlock[]): void {
  text.endParagraph()
  for (const block of blocks) text.block(block)
}
