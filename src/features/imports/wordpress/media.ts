import type { ImportedMedia } from '../import.ts'
import { plainWords } from '../plain-words.ts'
import type { Archive } from './archive.ts'
import type { WxrItem } from './read-wxr.ts'

const pictures = /\.(avif|bmp|gif|heic|jpe?g|jfif|png|svg|tiff?|webp)$/i

/** An item of the media library: a picture becomes a photograph, all else a file. */
export function* mediaOf(item: WxrItem, archive: Archive): Generator<ImportedMedia> {
  const { fields, meta } = item
  const title = plainWords(fields.title ?? '')
  // Exports before WordPress 3.0 have no attachment address; the guid is it.
  const url = [fields['wp:attachment_url'], fields.guid, fields.link]
    .map(each => each?.trim())
    .find(each => each && /^https?:\/\/.+\/[^/]+\.\w{2,5}$/i.test(each) && URL.canParse(each))
  if (!url) {
    archive.leave('media without a file', 'the export names no address for it', 1, title)
    return
  }
  const details = meta.get('_wp_attachment_metadata')?.[0]
  const credit = [
    meta.get('_media_credit')?.[0] ??
      meta.get('_credit')?.[0] ??
      meta.get('_wp_attachment_source_name')?.[0] ??
      serialized(details, 'credit'),
    meta.get('_navis_media_credit_org')?.[0],
  ]
  const parent = fields['wp:post_parent']?.trim()
  const order = Number(fields['wp:menu_order'])
  yield {
    type: 'media',
    kind: pictures.test(new URL(url).pathname) ? 'photograph' : 'file',
    foreignId: fields['wp:post_id']?.trim() || url,
    url,
    name: title,
    alt: plainWords(meta.get('_wp_attachment_image_alt')?.[0] ?? ''),
    caption: plainWords(fields['excerpt:encoded'] ?? '') || serialized(details, 'caption') || '',
    credit: credit
      .filter(each => each?.trim())
      .map(each => plainWords(each!))
      .join('/'),
    ...sizes(details),
    createdAt: archive.time(fields['wp:post_date'], fields['wp:post_date_gmt']),
    ...(parent && parent !== '0' ? { parent } : {}),
    ...(Number.isFinite(order) ? { order } : {}),
  }
}

function sizes(details: string | undefined): { width?: number; height?: number } {
  const width = Number(/s:5:"width";(?:i:|s:\d+:")(\d{1,6})/.exec(details ?? '')?.[1])
  const height = Number(/s:6:"height";(?:i:|s:\d+:")(\d{1,6})/.exec(details ?? '')?.[1])
  return width > 0 && height > 0 ? { width, height } : {}
}

/** A text of PHP's serialised form: `s:6:"credit";s:12:"Ada Lovelace";`, its length in bytes. */
function serialized(details: string | undefined, key: string): string | undefined {
  const found = new RegExp(`s:${key.length}:"${key}";s:(\\d{1,5}):"`).exec(details ?? '')
  if (!found || !details) return
  const start = found.index + found[0].length
  const bytes = Buffer.from(details.slice(start, start + Number(found[1])))
  return plainWords(bytes.subarray(0, Number(found[1])).toString()) || undefined
}
