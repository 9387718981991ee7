import { type Inline, plainText } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import { type Conversion, type Surroundings, wholeUrl } from './conversion.ts'
import { attribute, childrenOf, type Element, find, isElement, isText, type Node, named } from './dom.ts'
import { asTexts, hasWords, joined } from './running-text.ts'

const mostParagraphs = 500

/** `<blockquote>` with its `<cite>` or `<footer>`; pictures inside it follow it. */
export function quotationBlocks(
  quote: Element,
  conversion: Conversion,
  around: Surroundings,
): ImportedBlock[] {
  const { said, cite } = parted(quote)
  const { texts, rest } = asTexts(conversion.convert(said, around))
  const by = citation(cite, conversion, around)
  const url = wholeUrl(conversion, attribute(quote, 'cite'))
  if (texts.length === 0) return [...(by ? [{ type: 'paragraph', content: by }] : []), ...rest]
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < texts.length; from += mostParagraphs) {
    const isLast = from + mostParagraphs >= texts.length
    blocks.push({
      type: 'quotation',
      paragraphs: texts.slice(from, from + mostParagraphs),
      ...(isLast && by ? { cite: by } : {}),
      ...(isLast && url ? { url } : {}),
    })
  }
  return [...blocks, ...rest]
}

/** WordPress's pull quote: a figure (or, long ago, a quotation) set large. */
export function pullQuoteBlocks(
  figure: Element,
  conversion: Conversion,
  around: Surroundings,
): ImportedBlock[] {
  const quote = figure.tagName === 'blockquote' ? figure : (find(figure, named('blockquote')) ?? figure)
  const { said, cite } = parted(quote)
  const { texts, rest } = asTexts(conversion.convert(said, around))
  const by = citation(cite ?? find(figure, named('figcaption')), conversion, around)
  if (texts.length === 0) return [...(by ? [{ type: 'paragraph', content: by }] : []), ...rest]
  const attribution = by ? plainText(by).replace(/\s+/g, ' ').trim().slice(0, 500) : ''
  return [{ type: 'pull-quote', content: joined(texts), ...(attribution ? { attribution } : {}) }, ...rest]
}

/** What is said, and the element at the end that says who said it. */
function parted(quote: Element): { said: Node[]; cite?: Element } {
  const children = childrenOf(quote)
  const cite = children.findLast(
    node => !(isText(node) && node.value.trim() === '') && node.nodeName !== '#comment',
  )
  if (isElement(cite) && /^(cite|footer)$/.test(cite.tagName))
    return { said: children.filter(node => node !== cite), cite }
  // `<p>words <cite>name</cite></p>` and `<p><cite>name</cite></p>`.
  if (isElement(cite) && cite.tagName === 'p') {
    const last = childrenOf(cite).findLast(node => !(isText(node) && node.value.trim() === ''))
    if (isElement(last) && last.tagName === 'cite') {
      cite.childNodes = cite.childNodes.filter(node => node !== last)
      return { said: children, cite: last }
    }
  }
  return { said: children }
}

function citation(
  cite: Element | undefined,
  conversion: Conversion,
  around: Surroundings,
): Inline[] | undefined {
  if (!cite) return
  const content = joined(
    asTexts(conversion.convert(childrenOf(cite), { ...around, whitespace: 'collapse' })).texts,
  )
  const first = content[0]
  if (first?.type === 'text') first.text = first.text.replace(/^[—–-]+\s*(?=\S)/, '')
  return hasWords(content) ? content : undefined
}
