import { descendants, isElement, isText } from '../html/dom.ts'
import { safeParse } from '../html/safe-parse.ts'
import type { ImportedBlock } from '../import.ts'
import { type Building, type Fields, htmlBlocks, htmlInline, note, text } from './building.ts'
import { captionAlone } from './card-media.ts'
import { linkLine } from './card-places.ts'
import { markdownToHtml } from './markdown.ts'

const longestHtml = 1_000_000
const longestCode = 500_000
/** Elements whose meaning blocks can keep. */
const readable =
  /^(a|abbr|b|blockquote|br|cite|code|del|em|figcaption|figure|h[1-6]|hr|i|iframe|img|ins|li|mark|ol|p|pre|q|s|script|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)$/

/** Hand-written HTML: blocks where they can say all of it, else kept as it is and sanitised whenever it is shown. */
export function htmlCard(fields: Fields, building: Building): ImportedBlock[] {
  const html = typeof fields.html === 'string' ? fields.html : ''
  if (html.trim() === '') return []
  if (isReadable(html)) return htmlBlocks(html, building)
  if (html.length > longestHtml) {
    note(building, 'hand-written HTML of more than a million characters is kept for staff only')
    return [{ type: 'ghost html', data: { html } }]
  }
  note(building, 'hand-written HTML was kept as it is')
  return [{ type: 'html', html: building.addresses.readable(html) }]
}

export function markdownCard(fields: Fields, building: Building): ImportedBlock[] {
  const source = typeof fields.markdown === 'string' ? fields.markdown : ''
  const html = markdownToHtml(source)
  if (html !== null) return htmlBlocks(html, building)
  note(building, 'Markdown that is too long or too deep to be read was taken as plain lines')
  return source
    .split(/\n+/)
    .filter(line => line.trim() !== '')
    .map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
}

export function codeCard(fields: Fields, building: Building): ImportedBlock[] {
  const code = typeof fields.code === 'string' ? fields.code : ''
  const language = text(fields, 'language').slice(0, 60)
  const caption = captionAlone(htmlInline(text(fields, 'caption'), building))
  if (code.trim() === '') return caption
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < code.length; from += longestCode)
    blocks.push({
      type: 'code',
      text: code.slice(from, from + longestCode),
      ...(language ? { language } : {}),
    })
  if (caption.length > 0) note(building, 'the caption of a piece of code stands below it')
  return [...blocks, ...caption]
}

export function buttonCard(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'a button is a line with a link')
  return linkLine(text(fields, 'buttonText'), fields.buttonUrl, building)
}

function isReadable(html: string): boolean {
  const { root } = safeParse(html)
  if (!root) return true
  for (const node of descendants(root)) {
    if ((node as unknown) === root || isText(node) || node.nodeName === '#comment') continue
    if (!isElement(node) || !readable.test(node.tagName)) return false
    if (node.attrs.some(({ name }) => name === 'style' || name.startsWith('on'))) return false
  }
  return true
}
