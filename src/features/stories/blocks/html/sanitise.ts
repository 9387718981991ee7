import sanitizeHtml from 'sanitize-html'
import { flatEnough } from './flat-enough.ts'

/** Where links and pictures that begin at the slash belong, and whether links open a window of their own. */
export interface SanitiseOptions {
  siteUrl: string
  /** In the sandboxed frame on a page: links must leave it, and pictures of other hosts are only linked. */
  newWindow?: boolean
}

/**
 * HTML from outside, reduced to what can neither run, nor ask, nor pretend: no script, style sheet, event handler,
 * form or frame; no ids or names (they could shadow the page's own); links to http(s), mailto and tel; pictures by
 * http(s) or small `data:` bitmaps. A frame becomes a link to what it would have shown.
 */
export function sanitise(html: string, options: SanitiseOptions): string {
  return sanitizeHtml(flatEnough(html), {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedStyles: { '*': styles },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'template',
      'svg',
      'math',
      'xmp',
      'noembed',
      'noframes',
      'plaintext',
      'object',
      'select',
      'title',
    ],
    enforceHtmlBoundary: false,
    nestingLimit: 100,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: link(attribs, options) }),
      img: (_, attribs) => picture(attribs, options),
      iframe: (_, attribs) => frame(attribs, options),
      center: 'div',
      strike: 's',
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src && !attribs.href,
  }).trim()
}

/** The words of sanitised HTML, a line for each block of text. */
export function wordsOf(html: string): string {
  const spaced = flatEnough(html).replace(/<\/t[dh]>/gi, ' ')
  const lined = spaced.replace(
    /<(br|hr|\/?(p|div|h[1-6]|li|tr|figcaption|blockquote|pre|dt|dd|section|article|summary|caption))\b[^>]*>/gi,
    '\n',
  )
  return sanitizeHtml(lined, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof entities) => entities[name])
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

const entities = { lt: '<', gt: '>', quot: '"', amp: '&' }

const tags = [
  ...[
    'p',
    'div',
    'span',
    'br',
    'hr',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'section',
    'article',
  ],
  ...[
    'a',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'del',
    'ins',
    'mark',
    'small',
    'sub',
    'sup',
    'code',
    'kbd',
    'samp',
  ],
  ...['var', 'q', 'cite', 'abbr', 'dfn', 'time', 'bdi', 'bdo', 'wbr', 'ruby', 'rb', 'rt', 'rp'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'details', 'summary'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]

const attributes: sanitizeHtml.IOptions['allowedAttributes'] = {
  '*': ['lang', 'dir', 'title', 'style'],
  a: ['href', 'rel', 'target'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  time: ['datetime'],
  blockquote: ['cite'],
  q: ['cite'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open'],
}

const colour = /^(#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%]{5,40}\))$/i
const length = /^\d{1,4}(\.\d{1,3})?(px|em|rem|%|pt)?$/
const lengths = /^(\d{1,4}(\.\d{1,3})?(px|em|rem|%|pt)?)(\s+\d{1,4}(\.\d{1,3})?(px|em|rem|%|pt)?){0,3}$/

/** Looks that a table or a chart made of boxes needs; nothing that loads, moves over other text or hides it. */
const styles: Record<string, RegExp[]> = {
  'text-align': [/^(start|end|left|right|center|justify)$/],
  'vertical-align': [/^(top|middle|bottom|baseline)$/],
  'font-weight': [/^(normal|bold|[1-9]00)$/],
  'font-style': [/^(normal|italic)$/],
  color: [colour],
  background: [colour],
  'background-color': [colour],
  width: [length],
  height: [length],
  'max-width': [length],
  padding: [lengths],
  border: [/^\d{1,2}px (solid|dashed|dotted) (#[0-9a-f]{3,8}|[a-z]{3,20})$/i],
  'border-collapse': [/^collapse$/],
}

function link(attribs: Record<string, string>, options: SanitiseOptions): Record<string, string> {
  const { target: _, href: given, ...kept } = attribs
  const href = whole(given, options.siteUrl)
  // Relative addresses and places inside the block lead nowhere: what they were relative to is gone.
  if (!href || !/^(https?:\/\/|mailto:|tel:)/i.test(href)) return kept
  return { ...kept, href, rel: 'noopener', ...(options.newWindow ? { target: '_blank' } : {}) }
}

function image(attribs: Record<string, string>, options: SanitiseOptions): Record<string, string> {
  const { src: given, alt = '', ...kept } = attribs
  const src = whole(given, options.siteUrl)
  if (!src || !(/^https?:\/\//i.test(src) || isSmallBitmap(src))) return {}
  return { src, alt, ...kept, loading: 'lazy' }
}

/** On the publication's own pages nothing is loaded from another host: there a foreign picture becomes a link to it. */
function picture(attribs: Record<string, string>, options: SanitiseOptions): sanitizeHtml.Tag {
  const shown = image(attribs, options)
  const { src = '', alt } = shown
  const foreign = /^https?:/i.test(src) && !src.startsWith(`${options.siteUrl}/`)
  if (!options.newWindow || !foreign) return { tagName: 'img', attribs: shown }
  return { tagName: 'a', attribs: { href: src, rel: 'noopener', target: '_blank' }, text: alt || src }
}

function frame(attribs: Record<string, string>, options: SanitiseOptions): sanitizeHtml.Tag {
  const src = whole(attribs.src ?? attribs['data-src'], options.siteUrl)
  if (!src || !/^https?:\/\//i.test(src)) return { tagName: 'span', attribs: {} }
  const target: Record<string, string> = options.newWindow ? { target: '_blank' } : {}
  return {
    tagName: 'a',
    attribs: { href: src, rel: 'noopener', ...target },
    text: attribs.title?.trim() || src,
  }
}

function whole(address: string | undefined, siteUrl: string): string | undefined {
  const trimmed = address?.trim()
  if (trimmed?.startsWith('//')) return `https:${trimmed}`
  return trimmed?.startsWith('/') ? siteUrl + trimmed : trimmed
}

/** At most 32 KB: enough for a drawn mark, too little to carry a page's worth of pictures. */
function isSmallBitmap(src: string): boolean {
  return src.length <= 44_000 && /^data:image\/(png|gif|jpeg|webp);base64,[a-z0-9+/=]+$/i.test(src)
}
