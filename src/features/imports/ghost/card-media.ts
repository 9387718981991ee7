import type { Inline } from '../../stories/story.ts'
import { plainText } from '../../stories/story.ts'
import { hasWords } from '../html/running-text.ts'
import type { ImportedBlock, SeenMedia } from '../import.ts'
import { type Building, type Fields, htmlInline, note, record, seen, text } from './building.ts'

const mostInGallery = 500

export function imageCard(fields: Fields, building: Building): ImportedBlock[] {
  const caption = htmlInline(text(fields, 'caption'), building)
  const alt = text(fields, 'alt').slice(0, 5000)
  const photographId = seen(building, 'photograph', fields.src, pictureFacts(fields, alt, caption))
  if (!photographId) return captionAlone(caption)
  const width = /^(wide|full)$/.exec(text(fields, 'cardWidth'))?.[1]
  const href = text(fields, 'href') ? building.addresses.link(fields.href) : null
  if (text(fields, 'href') && !href) note(building, 'a picture’s link was taken off')
  return [
    {
      type: 'photograph',
      photographId,
      ...(alt ? { alt } : {}),
      caption,
      ...(width ? { width } : {}),
      ...(href ? { href } : {}),
    },
  ]
}

export function galleryCard(fields: Fields, building: Building): ImportedBlock[] {
  const images = Array.isArray(fields.images) ? fields.images.map(record) : []
  const caption = htmlInline(text(fields, 'caption'), building)
  const photographs = images.flatMap(image => {
    const words = htmlInline(text(image, 'caption'), building)
    const alt = text(image, 'alt').slice(0, 5000)
    const photographId = seen(building, 'photograph', image.src, pictureFacts(image, alt, words))
    return photographId ? [{ photographId, ...(alt ? { alt } : {}), caption: words }] : []
  })
  if (photographs.length === 0) return captionAlone(caption)
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < photographs.length; from += mostInGallery) {
    const isLast = from + mostInGallery >= photographs.length
    blocks.push({
      type: 'gallery',
      photographs: photographs.slice(from, from + mostInGallery),
      ...(isLast && hasWords(caption) ? { caption } : {}),
    })
  }
  return blocks
}

export function fileCard(fields: Fields, building: Building): ImportedBlock[] {
  const caption = plainText(htmlInline(text(fields, 'fileCaption'), building)).trim()
  return offered(fields, building, {
    name: text(fields, 'fileName'),
    title: text(fields, 'fileTitle'),
    ...(caption ? { description: caption.slice(0, 5000) } : {}),
  })
}

export function audioCard(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'an audio recording is offered as a file')
  return offered(fields, building, { name: text(fields, 'fileName'), title: text(fields, 'title') })
}

export function videoCard(fields: Fields, building: Building): ImportedBlock[] {
  note(building, 'a video recording is offered as a file')
  const caption = htmlInline(text(fields, 'caption'), building)
  const title = text(fields, 'title')
  return [...offered(fields, building, { name: text(fields, 'fileName'), title }), ...captionAlone(caption)]
}

function offered(
  fields: Fields,
  building: Building,
  words: { name: string; title: string; description?: string },
): ImportedBlock[] {
  const { title, description } = words
  const mime = text(fields, 'mimeType')
  const name = words.name || nameIn(building.addresses.media(fields.src))
  const facts: Pick<SeenMedia, 'name' | 'mime'> = {}
  if (name) facts.name = name.slice(0, 200)
  if (/^[\w.+-]+\/[\w.+-]+$/.test(mime)) facts.mime = mime
  const fileId = seen(building, 'file', fields.src, facts)
  if (!fileId)
    return [title, description].flatMap(words => (words ? captionAlone([{ type: 'text', text: words }]) : []))
  return [
    {
      type: 'file',
      fileId,
      ...(title && title !== name ? { title: title.slice(0, 500) } : {}),
      ...(description ? { description } : {}),
    },
  ]
}

/** Words that stood below something that cannot be shown, or that has no place for them. */
export function captionAlone(caption: readonly Inline[]): ImportedBlock[] {
  return hasWords(caption) ? [{ type: 'paragraph', content: [...caption] }] : []
}

function pictureFacts(
  fields: Fields,
  alt: string,
  caption: readonly Inline[],
): Omit<SeenMedia, 'kind' | 'url'> {
  const [width, height] = [Number(fields.width), Number(fields.height)]
  const known = width >= 1 && height >= 1 && width < 100_000 && height < 100_000
  return {
    ...(alt ? { alt } : {}),
    ...(hasWords(caption) ? { caption: plainText(caption).trim() } : {}),
    ...(known ? { width: Math.round(width), height: Math.round(height) } : {}),
  }
}

function nameIn(url: string | null): string {
  const last = url ? (URL.parse(url)?.pathname.split('/').at(-1) ?? '') : ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
