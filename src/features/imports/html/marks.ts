import type { Mark } from '../../stories/story.ts'
import { type Conversion, note } from './conversion.ts'
import { attribute, type Element, hasClass } from './dom.ts'
import { linkMark } from './links.ts'

const marks: Record<string, Mark['type']> = {
  b: 'bold',
  strong: 'bold',
  cite: 'italic',
  dfn: 'italic',
  em: 'italic',
  i: 'italic',
  var: 'italic',
  ins: 'underline',
  u: 'underline',
  del: 'strike',
  s: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'subscript',
  sup: 'superscript',
  mark: 'highlight',
}
const plain =
  /^(abbr|acronym|bdi|bdo|big|blink|data|font|label|nobr|rb|rtc|rt|ruby|small|span|time|q|a|slot|button|output|picture|option|amp-[a-z-]+|o:p|st1:[a-z]+)$/

/** The marks an element puts on its words. */
export function marksOf(element: Element, conversion: Conversion): Mark[] {
  const own: Mark[] = []
  const name = element.tagName
  const type = marks[name]
  if (type === 'superscript' && hasClass(element, /^fn$/)) return [{ type }]
  if (type) own.push({ type } as Mark)
  if (name === 'a') {
    const link = isFootnoteLink(element) ? null : linkMark(element, conversion)
    if (link) own.push(link)
  } else if (!type && !plain.test(name))
    note(conversion, `the tag <${name.slice(0, 40)}> was taken off its words`)
  if (/^(abbr|acronym)$/.test(name) && attribute(element, 'title')) {
    note(conversion, 'the explanation behind an abbreviation was taken off')
  }
  return [...own, ...styled(element), ...language(element)]
}

/** What word processors write into pasted text instead of tags. */
function styled(element: Element): Mark[] {
  const style = attribute(element, 'style')
  if (!style || !/^(span|font|a)$/.test(element.tagName)) return []
  const own: Mark[] = []
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) own.push({ type: 'bold' })
  if (/font-style:\s*(italic|oblique)/i.test(style)) own.push({ type: 'italic' })
  if (/text-decoration[^;]*:\s*[^;]*line-through/i.test(style)) own.push({ type: 'strike' })
  if (element.tagName !== 'a' && /text-decoration[^;]*:\s*[^;]*underline/i.test(style))
    own.push({ type: 'underline' })
  if (/vertical-align:\s*super/i.test(style)) own.push({ type: 'superscript' })
  if (/vertical-align:\s*sub/i.test(style)) own.push({ type: 'subscript' })
  return own
}

function language(element: Element): Mark[] {
  const tag = attribute(element, 'lang') ?? attribute(element, 'xml:lang')
  return tag && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag) && tag.length <= 35
    ? [{ type: 'language', language: tag }]
    : []
}

/** WordPress's footnote numbers lead to anchors that are not made here. */
function isFootnoteLink(element: Element): boolean {
  const parent = element.parentNode
  return parent !== null && 'tagName' in parent && attribute(parent, 'data-fn') !== undefined
}
