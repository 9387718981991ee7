import type { ImportedBlock } from '../import.ts'
import { type Conversion, note, wholeUrl } from './conversion.ts'
import { embedAddress, isEmbeddable } from './embeds.ts'
import { embedBlock, fileBlock } from './frames.ts'
import { galleryOf } from './pictures.ts'
import { codeBlocks } from './preformatted.ts'

/** A shortcode as blocks, or as text where it stands for words. One that is not known stays, for staff to see. */
export function shortcodeBlocks(code: Shortcode, conversion: Conversion): ImportedBlock[] | string {
  const { name, attributes, plain, inner } = code
  const address = attributes.url ?? attributes.src ?? attributes.href ?? plain[0] ?? inner ?? ''
  switch (name) {
    case 'caption':
    case 'wp_caption':
      return caption(code, conversion)
    case 'gallery':
      return gallery(code, conversion)
    case 'code':
    case 'sourcecode':
      return codeBlocks(unescaped(inner ?? ''), attributes.language ?? attributes.lang ?? plain[0])
    case 'pullquote':
    case 'blockquote':
      return quotation(code, conversion)
    case 'embed':
      return embedBlock(conversion, clean(inner || address))
    case 'youtube':
    case 'vimeo':
    case 'dailymotion':
    case 'tiktok':
    case 'instagram':
    case 'twitter':
    case 'tweet':
    case 'facebook':
    case 'soundcloud':
    case 'spotify':
      return social(code, conversion) ?? unknown(code, conversion)
    case 'audio':
    case 'video':
    case 'wpvideo':
    case 'videopress':
      return recording(code, conversion)
    default:
      return unknown(code, conversion)
  }
}

type Shortcode = Conversion['shortcodes'][number]

/** `[caption]<img> words[/caption]`, or (before WordPress 3.4) the words in an attribute. */
function caption({ attributes, inner, source }: Shortcode, conversion: Conversion): ImportedBlock[] {
  const html = inner ?? ''
  const split = /^([\s\S]*?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(html)
  if (!split)
    return inner === null
      ? unknown({ source, attributes, inner, name: 'caption', plain: [] }, conversion)
      : conversion.convertHtml(html)
  const words = split[2]!.trim() || attributes.caption || ''
  const width = /alignfull/.test(attributes.align ?? '') ? ' class="alignfull"' : ''
  return conversion.convertHtml(`<figure${width}>${split[1]}<figcaption>${words}</figcaption></figure>`, {
    whitespace: 'collapse',
  })
}

function gallery({ attributes }: Shortcode, conversion: Conversion): ImportedBlock[] {
  const ids = (attributes.ids ?? attributes.include ?? '').split(/[\s,]+/).filter(id => /^\d+$/.test(id))
  if (ids.length > 0) return galleryOf(ids.map(id => ({ photographId: { $media: id } })))
  const story = attributes.id && /^\d+$/.test(attributes.id) ? attributes.id : conversion.storyId
  if (!story) return []
  const except = (attributes.exclude ?? '').split(/[\s,]+/).filter(id => /^\d+$/.test(id))
  return [{ type: 'gallery', photographs: [{ $attached: story, except }] }]
}

function quotation({ name, attributes, inner }: Shortcode, conversion: Conversion): ImportedBlock[] {
  const by = attributes.cite ?? attributes.author ?? attributes.attribution
  const kind = name === 'pullquote' ? ' class="wp-block-pullquote"' : ''
  const cite = by ? `<cite>${by}</cite>` : ''
  return conversion.convertHtml(`<blockquote${kind}>${inner ?? ''}${cite}</blockquote>`)
}

/** WordPress.com writes `[youtube=https://…]` and `[youtube https://…]`, plugins `[youtube id="…"]`. */
function social(code: Shortcode, conversion: Conversion): ImportedBlock[] | null {
  const { name, attributes, plain, inner } = code
  const told = clean(
    attributes.url ?? attributes.src ?? attributes.tweet ?? attributes.id ?? plain[0] ?? inner ?? '',
  ).replace(/^=/, '')
  const direct = embedAddress(told)
  if (direct) return embedBlock(conversion, direct)
  const bare = told.replace(/[&?].*$/, '')
  const built: Record<string, string | false> = {
    youtube: /^[\w-]{6,20}$/.test(bare) && `https://www.youtube.com/watch?v=${bare}`,
    vimeo: /^\d+$/.test(bare) && `https://vimeo.com/${bare}`,
    dailymotion: /^\w+$/.test(bare) && `https://www.dailymotion.com/video/${bare}`,
    instagram: /^[\w-]+$/.test(bare) && `https://www.instagram.com/p/${bare}/`,
    twitter: /^\d+$/.test(bare) && `https://twitter.com/i/status/${bare}`,
    tweet: /^\d+$/.test(bare) && `https://twitter.com/i/status/${bare}`,
  }
  return built[name] ? embedBlock(conversion, built[name]) : null
}

function recording(code: Shortcode, conversion: Conversion): ImportedBlock[] {
  const { name, attributes, plain, inner } = code
  const formats = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'mov', 'wmv', 'flv']
  const told = formats.map(format => attributes[format]).find(value => value) ?? plain[0] ?? inner ?? ''
  const url = wholeUrl(conversion, clean(told).replace(/^=/, '').split(/[|,]/)[0])
  if (!url || !/^(https?:)?\/\//.test(clean(told).replace(/^=/, ''))) return unknown(code, conversion)
  if (isEmbeddable(url)) return embedBlock(conversion, url)
  note(conversion, `${/audio/.test(name) ? 'an audio' : 'a video'} recording is offered as a file`)
  return [fileBlock(conversion, { url })]
}

function unknown(code: Shortcode, conversion: Conversion): ImportedBlock[] {
  note(conversion, `the shortcode [${code.name}] is not known here; it is kept for staff only`)
  return [{ type: 'wordpress shortcode', name: code.name, source: code.source.slice(0, 100_000) }]
}

function clean(text: string): string {
  return unescaped(text.replace(/<[^>]*>/g, '')).trim()
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#0?34;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&#0?38;|&amp;/g, '&')
}
