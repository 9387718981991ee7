import { serialize } from 'parse5'
import type { ImportedBlock } from '../import.ts'
import { type Conversion, note } from './conversion.ts'
import { attribute, descendants, isElement, isText, type Node } from './dom.ts'
import { embedAddress, isEmbeddable } from './embeds.ts'

const readable =
  /^(a|abbr|b|blockquote|br|cite|code|del|em|figcaption|figure|h[1-6]|hr|i|img|ins|li|ol|p|pre|q|s|small|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|mh-shortcode)$/
const loader =
  /platform\.(twitter|x|instagram)\.com|instagram\.com\/embed|tiktok\.com\/embed|embed\.bsky\.app|telegram\.org\/js/

/**
 * HTML that somebody wrote by hand into the text. Where it holds nothing but what blocks can say it becomes blocks;
 * otherwise it is kept as it is, to be sanitised whenever it is shown.
 */
export function rawHtml(nodes: readonly Node[], conversion: Conversion): ImportedBlock[] {
  if (nodes.every(isReadable)) return conversion.convert(nodes)
  const html = serialize({ nodeName: '#document-fragment', childNodes: [...nodes] } as never).trim()
  if (html === '') return []
  note(conversion, 'hand-written HTML was kept as it is')
  return [{ type: 'html', html: restored(html, conversion).slice(0, 1_000_000) }]
}

function isReadable(node: Node): boolean {
  for (const each of descendants(node)) {
    if (isText(each) || each.nodeName === '#comment') continue
    if (!isElement(each)) return false
    if (
      each.tagName === 'script' &&
      (loader.test(attribute(each, 'src') ?? '') || attribute(each, 'data-telegram-post'))
    )
      continue
    if (each.tagName === 'iframe' && isEmbeddable(embedAddress(attribute(each, 'src') ?? '') ?? '')) continue
    if (/^(twitter-tweet|instagram-media|tiktok-embed|bluesky-embed)$/.test(attribute(each, 'class') ?? ''))
      continue
    if (!readable.test(each.tagName) || attribute(each, 'style') || attribute(each, 'onclick')) return false
  }
  return true
}

/** Shortcodes inside it as they were written. */
function restored(html: string, conversion: Conversion): string {
  return html.replace(
    /<mh-shortcode data-n="(\d+)"><\/mh-shortcode>/g,
    (whole, n: string) => conversion.shortcodes[Number(n)]?.source ?? whole,
  )
}
