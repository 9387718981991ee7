import type { Inline, Mark } from '../../stories/story.ts'
import { hasWords } from '../html/running-text.ts'
import type { ImportedBlock } from '../import.ts'
import { type Building, type Fields, linkMark, note, record } from './building.ts'
import { cardBlocks } from './cards.ts'
import { quotationOf } from './lexical.ts'
import { listBlocks } from './lists.ts'
import { lineOf, paragraphsOf, Running } from './running.ts'

type Values = readonly unknown[]

const marks = new Map<string, Mark>(
  Object.entries({
    b: { type: 'bold' },
    strong: { type: 'bold' },
    i: { type: 'italic' },
    em: { type: 'italic' },
    u: { type: 'underline' },
    s: { type: 'strike' },
    strike: { type: 'strike' },
    del: { type: 'strike' },
    code: { type: 'code' },
    sub: { type: 'subscript' },
    sup: { type: 'superscript' },
    mark: { type: 'highlight' },
  }),
)

/** Names Mobiledoc cards had before Lexical gave them others. */
const cardNames = new Map<string, string>(
  Object.entries({
    'card-markdown': 'markdown',
    code: 'codeblock',
    hr: 'horizontalrule',
    'image-card': 'image',
    'html-card': 'html',
  }),
)

/** True for versions that are read here: 0.3.0 to 0.3.2. */
export function isMobiledoc(document: Fields): boolean {
  return /^0\.3(\.|$)/.test(String(document.version ?? '')) && Array.isArray(document.sections)
}

/** A body in Mobiledoc's form (Ghost 1 to 4). Keeps all text; what has no block is kept for staff. */
export function mobiledocBlocks(document: Fields, building: Building): ImportedBlock[] {
  return list(document.sections).flatMap(section => sectionBlocks(list(section), document, building))
}

/** [1, tag, markers], [2, src], [3, tag, [markers…]], [10, card]. */
function sectionBlocks(section: Values, document: Fields, building: Building): ImportedBlock[] {
  const [kind, second, third] = section
  if (kind === 1) return textBlocks(String(second ?? 'p'), inlineOf(list(third), document, building))
  if (kind === 2) return cardBlocks('image', { src: second }, building)
  if (kind === 3) {
    const items = list(third)
      .map(item => ({ content: lineOf(inlineOf(list(item), document, building)) }))
      .filter(item => hasWords(item.content))
    return items.length > 0 ? listBlocks({ ordered: second === 'ol', items }, building) : []
  }
  if (kind === 10) {
    const [name, payload] = list(list(document.cards)[Number(second)])
    if (typeof name !== 'string') return []
    return cardBlocks(cardNames.get(name) ?? name, record(payload), building)
  }
  note(building, 'a section of an unknown kind was left out')
  return []
}

function textBlocks(tag: string, content: Inline[]): ImportedBlock[] {
  const level = /^h([1-6])$/i.exec(tag)?.[1]
  if (level) {
    const line = lineOf(content)
    return hasWords(line)
      ? [{ type: 'heading', level: Math.min(4, Math.max(2, Number(level))), content: line }]
      : []
  }
  const paragraphs = paragraphsOf(content)
  if (/^(blockquote|aside|pull-quote)$/i.test(tag)) return quotationOf(paragraphs)
  return paragraphs.map(each => ({ type: 'paragraph', content: each }))
}

/** Markers: [0 text or 1 atom, markups that open, how many close after it, the text or the atom's number]. */
function inlineOf(markers: Values, document: Fields, building: Building): Inline[] {
  const running = new Running()
  const open: Mark[][] = []
  for (const marker of markers) {
    const [kind, opened, closed, value] = list(marker)
    for (const index of list(opened)) open.push(markup(list(list(document.markups)[Number(index)]), building))
    const around = distinct(open.flat())
    if (kind === 0) running.text(typeof value === 'string' ? value.replace(/[\r\n\t]+/g, ' ') : '', around)
    else {
      const [name, words] = list(list(document.atoms)[Number(value)])
      if (name === 'soft-return') running.break()
      else if (typeof words === 'string') running.text(words, around)
    }
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count--) open.pop()
  }
  return running.finish().flatMap(stretch => ('text' in stretch ? stretch.text : []))
}

/** ['a', ['href', '…']] */
function markup([tag, attributes]: Values, building: Building): Mark[] {
  const name = String(tag ?? '').toLowerCase()
  if (name !== 'a') return [marks.get(name) ?? []].flat()
  const pairs = list(attributes)
  const at = pairs.findIndex((each, index) => index % 2 === 0 && each === 'href')
  return at < 0 ? [] : linkMark(pairs[at + 1], building)
}

function distinct(all: readonly Mark[]): Mark[] {
  return all.filter((mark, index) => all.findIndex(each => each.type === mark.type) === index)
}

function list(value: unknown): Values {
  return Array.isArray(value) ? value : []
}
