import ExifReader, { type ExpandedTags } from 'exifreader'

/** What a picture says about itself; '' where it says nothing. */
export interface FileWords {
  caption: string
  /** "Name/Agency" */
  credit: string
  alt: string
  /** Holder of the copyright. */
  holder: string
  /** YYYY-MM-DD, the day it was taken. */
  takenOn: string
}

const largestPacket = 524_288

/**
 * Reads caption, credit, alternative text, copyright and date from XMP, then IPTC-IIM, then EXIF (IPTC Photo Metadata
 * Standard 2023.2; the order is that of the Metadata Working Group). `packet` is the file's XMP, which some formats
 * keep compressed. Metadata that is broken says nothing.
 */
export function readFileWords(bytes: Uint8Array, packet?: Buffer): FileWords {
  const own = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const tags = { ...own, xmp: packet && packet.length < largestPacket ? read(packet).xmp : own.xmp }
  return {
    caption: clean(
      xmp(tags, 'description') ||
        iptc(tags, 'Caption/Abstract') ||
        notOfCamera(exif(tags, 'ImageDescription')),
      5000,
    ),
    credit: clean(
      joined(
        xmp(tags, 'creator') || iptc(tags, 'By-line') || exif(tags, 'Artist'),
        xmp(tags, 'Credit') || iptc(tags, 'Credit'),
      ),
      300,
    ),
    alt: clean(xmp(tags, 'AltTextAccessibility'), 1500),
    holder: clean(xmp(tags, 'rights') || iptc(tags, 'Copyright Notice') || exif(tags, 'Copyright'), 300),
    takenOn: dayIn(
      xmp(tags, 'DateCreated') || iptc(tags, 'Date Created') || exif(tags, 'DateTimeOriginal') || '',
    ),
  }
}

function read(bytes: Buffer): ExpandedTags {
  try {
    return ExifReader.load(bytes, {
      expanded: true,
      excludeTags: { makerNotes: true, thumbnail: true, mpf: true, icc: true, gps: true, composite: true },
    })
  } catch {
    return {}
  }
}

/** "Jonas Weir/Lantern": the name and the agency, each once. */
export function joined(name: string, agency: string): string {
  const [one, other] = [name.trim(), agency.trim()]
  if (!one || !other) return one || other
  const [small, large] = [one.toLowerCase(), other.toLowerCase()]
  if (large.includes(small)) return other
  if (small.includes(large)) return one
  return `${one}/${other}`
}

function xmp(tags: ExpandedTags, name: string): string {
  const tag = tags.xmp?.[name]
  if (!tag || typeof tag === 'string') return ''
  return fromValue(tag.value)
}

/** Language alternatives and lists come as trees; of alternatives the default is meant, of a list all. */
function fromValue(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  const items = value as { value: unknown; attributes?: Record<string, string> }[]
  const languages = items.some(item => item.attributes && 'lang' in item.attributes)
  if (!languages) return items.map(item => fromValue(item.value)).join(', ')
  const meant = items.find(item => item.attributes?.lang === 'x-default') ?? items[0]
  return fromValue(meant?.value)
}

function iptc(tags: ExpandedTags, name: string): string {
  const found = (tags.iptc as Record<string, unknown> | undefined)?.[name]
  const all = (Array.isArray(found) ? found : found ? [found] : []) as { value: unknown }[]
  return all.map(tag => decode(tag.value)).join(', ')
}

/** Agencies write Latin-1 as often as UTF-8, and what the block says about it cannot be relied on: the bytes can. */
function decode(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  const bytes = Uint8Array.from(value as number[])
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function exif(
  tags: ExpandedTags,
  name: 'ImageDescription' | 'Artist' | 'Copyright' | 'DateTimeOriginal',
): string {
  return tags.exif?.[name]?.description ?? ''
}

/** Many cameras put their own name where the description belongs. */
function notOfCamera(text: string): string {
  return /^\s*(olympus|sony|minolta|kodak|samsung|konica|digital|dcim|dsc|img|exif|default|untitled)\b|digital camera/i.test(
    text,
  )
    ? ''
    : text
}

function dayIn(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-:]?(\d{2})[-:]?(\d{2})/.exec(text.trim()) ?? []
  const written = `${year}-${month}-${day}`
  const date = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(written) ? '' : written
}

/** One line without control characters, which PostgreSQL and pages refuse. */
function clean(text: string, most: number): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFD]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
}
