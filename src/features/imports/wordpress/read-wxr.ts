import { SaxesParser } from 'saxes'
import { BadArchive } from '../import.ts'
import { type Cleaning, decodeXml } from './decode-xml.ts'
import { entities } from './entities.ts'

/** One `<item>` of a WordPress export: a post, page, attachment, menu entry, … as it stands in the file. */
export interface WxrItem {
  kind: 'item'
  /** Text of the elements directly in the item, by name with prefix ("wp:post_id"). */
  fields: Record<string, string>
  categories: { domain: string; nicename: string; name: string }[]
  meta: Map<string, string[]>
  comments: number
  line: number
}

/** The channel's own words, or one author, category, tag or term. */
export interface WxrRecord {
  kind: 'channel' | 'wp:author' | 'wp:category' | 'wp:tag' | 'wp:term'
  fields: Record<string, string>
  line: number
}

const deepest = 64
/** Characters of one element's text; a longer one is no story. */
const longestText = 32_000_000
const tooLong = 'a single text of more than 32 million characters'
const records = new Set(['wp:author', 'wp:category', 'wp:tag', 'wp:term'])
/** Data of a plugin's own that an import has no use for, sometimes megabytes of it. */
const wantedMeta =
  /^(_thumbnail_id|_wp_attachment_image_alt|_wp_attachment_metadata|_wp_attached_file|_wp_old_slug|_media_credit|_credit|_wp_attachment_source_name|_navis_media_credit_org|_yoast_wpseo_(title|metadesc|canonical|primary_category)|rank_math_(title|description|canonical_url|primary_category)|newspack_post_subtitle|wps_subtitle|_?subtitle|footnotes|cap-[\w-]+|_wp_trash_meta_status)$/

/**
 * Reads a WordPress export (WXR) as a stream: the channel first, then its records and items in the file's order.
 * No entity beyond those of HTML is known and no document type is accepted, so a file cannot make itself larger than
 * it is or reach for another. Throws BadArchive that names line and column.
 */
export async function* readWxr(
  bytes: AsyncIterable<Uint8Array>,
  cleaning: Cleaning,
): AsyncGenerator<WxrItem | WxrRecord> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  Object.assign(parser.ENTITIES, entities)
  const reading = createReading(parser)
  let sinceEvent = 0
  for await (const text of decodeXml(bytes, cleaning)) {
    const before = reading.events
    parser.write(text)
    sinceEvent = reading.events === before ? sinceEvent + text.length : 0
    if (sinceEvent > longestText) refuse(parser, tooLong, reading.where())
    yield* reading.take()
  }
  parser.close()
  yield* reading.take()
  if (!reading.sawRss)
    throw new BadArchive('The file is XML, but not a WordPress export: it has no <rss> element.')
}

interface Reading {
  events: number
  sawRss: boolean
  where(): string
  take(): (WxrItem | WxrRecord)[]
}

function createReading(parser: SaxesParser): Reading {
  const stack: string[] = []
  const channel: WxrRecord = { kind: 'channel', fields: {}, line: 0 }
  let ready: (WxrItem | WxrRecord)[] = []
  let toldChannel = false
  let item: WxrItem | undefined
  let record: WxrRecord | undefined
  let meta: { key: string; value: string } | undefined
  let category: { domain: string; nicename: string; hasNicename: boolean } | undefined
  let text: string | undefined

  const reading: Reading = {
    events: 0,
    sawRss: false,
    where: () => (item ? ` in ${named(item)}` : ''),
    take() {
      const taken = ready
      ready = []
      return taken
    },
  }
  const tellChannel = () => {
    if (toldChannel) return
    toldChannel = true
    ready.push(channel)
  }

  parser.on('doctype', () => refuse(parser, 'a document type, which no WordPress export has', ''))
  parser.on('error', error => {
    if (
      /undefined entity|malformed character entity|disallowed character\.?$|"\]\]>" is disallowed/.test(
        error.message,
      )
    )
      return
    throw new BadArchive(sentence(parser, error.message, reading.where()))
  })
  parser.on('opentag', tag => {
    reading.events++
    const { name } = tag
    const depth = stack.push(name)
    if (depth > deepest) refuse(parser, `elements nested more than ${deepest} deep`, reading.where())
    if (depth === 1) {
      if (name !== 'rss')
        throw new BadArchive(
          `The file is XML, but not a WordPress export: it begins with <${name.slice(0, 40)}>.`,
        )
      reading.sawRss = true
    }
    text = undefined
    if (depth === 3 && stack[1] === 'channel') {
      if (name === 'item') {
        tellChannel()
        item = { kind: 'item', fields: {}, categories: [], meta: new Map(), comments: 0, line: parser.line }
      } else if (records.has(name)) {
        tellChannel()
        record = { kind: name as WxrRecord['kind'], fields: {}, line: parser.line }
      } else text = ''
    } else if (depth === 4 && record) text = ''
    else if (depth === 4 && item) {
      if (name === 'wp:comment') item.comments++
      else if (name === 'wp:postmeta') meta = { key: '', value: '' }
      else if (name === 'category') {
        const { domain = 'category', nicename } = tag.attributes as Record<string, string>
        category = { domain, nicename: nicename ?? '', hasNicename: nicename !== undefined }
        text = ''
      } else text = ''
    } else if (depth === 5 && meta) text = ''
  })
  const gather = (more: string) => {
    reading.events++
    if (text === undefined) return
    text += more
    if (text.length > longestText) refuse(parser, tooLong, reading.where())
  }
  parser.on('text', gather)
  parser.on('cdata', gather)
  parser.on('comment', () => void reading.events++)
  parser.on('closetag', () => {
    reading.events++
    const depth = stack.length
    const name = stack.pop()!
    if (depth === 3 && item) {
      ready.push(item)
      item = undefined
    } else if (depth === 3 && record) {
      ready.push(record)
      record = undefined
    } else if (depth === 3 && text !== undefined && !toldChannel) channel.fields[name] ??= text.trim()
    else if (depth === 4 && record && text !== undefined) record.fields[name] = text.trim()
    else if (depth === 4 && item) {
      if (meta && name === 'wp:postmeta') {
        keepMeta(item, meta)
        meta = undefined
      } else if (category) {
        keepCategory(item, { ...category, name: (text ?? '').trim() })
        category = undefined
      } else if (text !== undefined) item.fields[name] = text
    } else if (depth === 5 && meta && text !== undefined) {
      if (name === 'wp:meta_key') meta.key = text.trim()
      else if (name === 'wp:meta_value' && wantedMeta.test(meta.key)) meta.value = text
    } else if (depth === 2 && name === 'channel') tellChannel()
    text = undefined
  })
  return reading
}

function keepMeta(item: WxrItem, { key, value }: { key: string; value: string }): void {
  if (!wantedMeta.test(key)) return
  const values = item.meta.get(key)
  if (values) values.push(value)
  else item.meta.set(key, [value])
}

/** WordPress before 3.0 wrote each category twice, the first time without its nicename. */
function keepCategory(
  item: WxrItem,
  category: { domain: string; nicename: string; hasNicename: boolean; name: string },
): void {
  const domain = category.domain === 'tag' ? 'post_tag' : category.domain
  const same = item.categories.find(each => each.domain === domain && each.name === category.name)
  if (same) same.nicename ||= category.nicename
  else if (category.name || category.nicename) {
    item.categories.push({ domain, nicename: category.nicename, name: category.name })
  }
}

function named(item: WxrItem): string {
  const title = item.fields.title?.trim()
  return title ? `“${title.slice(0, 100)}”` : `the item that begins on line ${item.line}`
}

function refuse(parser: SaxesParser, what: string, where: string): never {
  throw new BadArchive(`The file holds ${what} (line ${parser.line}, column ${parser.column}${where}).`)
}

function sentence(parser: SaxesParser, message: string, where: string): string {
  const place = `line ${parser.line}, column ${parser.column}${where}`
  const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  if (/unclosed tag|unexpected end|must contain a root/.test(reason)) {
    return `The file is not whole: it ends at ${place} (${reason}). Export it again, or fetch it again.`
  }
  return `The file is not well-formed XML at ${place}: ${reason}.`
}
