import { serializeOuter } from 'parse5'
import type { Inline } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import { type Conversion, note, seen, wholeUrl } from './conversion.ts'
import { attribute, type Element, find, findAll, hasClass, named, textOf } from './dom.ts'
import { embedAddress, isEmbeddable, providerOf } from './embeds.ts'

/** Something shown from another place: as an embed where it has a web address, else as the text it was. */
export function embedBlock(
  conversion: Conversion,
  address: string | undefined,
  caption?: Inline[],
): ImportedBlock[] {
  const url = embedAddress(wholeUrl(conversion, address) ?? '')
  const below: ImportedBlock[] = caption?.length ? [{ type: 'paragraph', content: caption }] : []
  if (!url) {
    note(conversion, 'an embed without a web address was left out')
    const words = address?.trim()
    return words ? [{ type: 'paragraph', content: [{ type: 'text', text: words }] }, ...below] : below
  }
  return [{ type: 'embed', url, provider: providerOf(url), ...(caption?.length ? { caption } : {}) }]
}

/** `<iframe>`, `<object>`, `<embed>`: the thing itself where its provider is known, else a link to it. */
export function frameBlocks(frame: Element, conversion: Conversion, caption?: Inline[]): ImportedBlock[] {
  const source =
    attribute(frame, 'src') ||
    attribute(frame, 'data-src') ||
    attribute(frame, 'data-lazy-src') ||
    attribute(frame, 'data') ||
    attribute(find(frame, named('embed', 'iframe')) ?? frame, 'src') ||
    attribute(find(frame, element => attribute(element, 'name') === 'movie') ?? frame, 'value')
  const url = wholeUrl(conversion, source)
  if (!url) {
    note(conversion, `a frame (${frame.tagName}) without a web address was left out`)
    return caption?.length ? [{ type: 'paragraph', content: caption }] : []
  }
  const address = embedAddress(url) ?? url
  if (!isEmbeddable(address)) note(conversion, `a frame of ${new URL(url).host} is shown as a link`)
  const title = attribute(frame, 'title')?.trim()
  const [block, ...rest] = embedBlock(conversion, address, caption)
  return [{ ...block!, ...(title ? { title: title.slice(0, 1000) } : {}) }, ...rest]
}

/** `<video>` and `<audio>` that lie at the old site: offered as files. */
export function recordingBlocks(
  element: Element,
  conversion: Conversion,
  caption?: Inline[],
): ImportedBlock[] {
  const source = attribute(element, 'src') || attribute(find(element, named('source')) ?? element, 'src')
  const words: ImportedBlock[] = caption?.length ? [{ type: 'paragraph', content: caption }] : []
  const url = wholeUrl(conversion, source)
  if (!url) {
    note(
      conversion,
      `${element.tagName === 'audio' ? 'an audio' : 'a video'} recording without a web address was left out`,
    )
    return words
  }
  if (isEmbeddable(url) && embedAddress(url)) return embedBlock(conversion, url, caption)
  note(conversion, `${element.tagName === 'audio' ? 'an audio' : 'a video'} recording is offered as a file`)
  return [fileBlock(conversion, { url, title: attribute(element, 'title') }), ...words]
}

export function fileBlock(
  conversion: Conversion,
  file: { url: string; title?: string; foreignId?: string },
): ImportedBlock {
  const name = fileName(file.url)
  const reference = seen(conversion, { kind: 'file', url: file.url, name, foreignId: file.foreignId })
  const title = file.title?.replace(/\s+/g, ' ').trim().slice(0, 500)
  return { type: 'file', fileId: reference, ...(title && title !== name ? { title } : {}) }
}

/** The last part of an address's path, readable. */
export function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').findLast(part => part !== '') ?? new URL(url).host
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/**
 * Posts of other networks as their embed codes write them: a quotation with the address in an attribute or in its last
 * link. Null for a quotation that is none of these.
 */
export function socialPost(quote: Element): string | null {
  const address =
    attribute(quote, 'data-instgrm-permalink') ??
    attribute(quote, 'data-embed-url') ??
    (hasClass(quote, /^(tiktok-embed|text-post-media|fb-post)$/)
      ? (attribute(quote, 'cite') ??
        attribute(quote, 'data-text-post-permalink') ??
        attribute(quote, 'data-href'))
      : undefined)
  if (address) return embedAddress(address)
  const sky = /^at:\/\/(did:[\w:.%-]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(
    attribute(quote, 'data-bluesky-uri') ?? '',
  )
  if (sky) return `https://bsky.app/profile/${sky[1]}/post/${sky[2]}`
  if (!hasClass(quote, /^(twitter-(tweet|video)|instagram-media)$/)) return null
  const links = findAll(quote, named('a')).map(link => embedAddress(attribute(link, 'href') ?? ''))
  return links.findLast(link => link && /\/status(es)?\/\d+|instagram\.com\/(p|reel|tv)\//.test(link)) ?? null
}

/** Scripts that only draw the posts above, and Telegram's, which is the post. */
export function scriptBlocks(script: Element, conversion: Conversion): ImportedBlock[] {
  const post = attribute(script, 'data-telegram-post')
  if (post && /^[\w-]+\/\d+$/.test(post)) return embedBlock(conversion, `https://t.me/${post}`)
  const source = attribute(script, 'src') ?? ''
  const isLoader =
    /(platform\.twitter|platform\.x|instagram|tiktok|facebook|bsky|flickr|reddit|pinterest|telegram|platform\.instagram)[^/]*\//.test(
      source,
    )
  if (isLoader || (!source && textOf(script).trim() === '')) return []
  note(conversion, 'a script was kept for staff only: stories run no programs')
  return [{ type: 'imported script', html: serializeOuter(script).slice(0, 100_000) }]
}
