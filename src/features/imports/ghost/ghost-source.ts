import type { ImportedPublicationHint, ImportInput, ImportItem, ImportSource } from '../import.ts'
import { type Addresses, createAddresses } from './addresses.ts'
import { type ExportIndex, idOf } from './export-index.ts'
import { indexExport } from './index-export.ts'
import { left, leftBehind } from './left-behind.ts'
import { authorOf, topicOf } from './names.ts'
import { storyOf, type Whole } from './post.ts'
import { openRows, type RowReader } from './read-rows.ts'

export interface GhostOptions {
  /** Where the old site answers. An export does not say it, and keeps its pictures by path only. */
  address?: string
  /** Taken for the old site's address where none is given: most sites keep their own when they move. */
  siteUrl: string
}

/**
 * A Ghost export (JSON, Ghost 0.5 to 6) as items for the engine. The file is read twice: once as a stream, to find
 * where its rows lie and how they belong together, then row by row.
 */
export function ghostSource(options: GhostOptions): ImportSource {
  return { origin: 'ghost', items: input => items(input, options) }
}

async function* items(input: ImportInput, options: GhostOptions): AsyncGenerator<ImportItem> {
  const index = await indexExport(input.bytes)
  const site = (options.address ?? options.siteUrl).replace(/\/+$/, '')
  const uses = { pictures: 0 }
  const whole = wholeOf(index, site, counted(createAddresses(site), uses))
  const rows = await openRows(input.path)
  try {
    yield hintOf(index)
    const topics = new Set<string>()
    const internalTags: string[] = []
    yield* readTags(rows, { index, whole, topics, internalTags })
    const users = { users: index.users.length, idleUsers: 0 }
    yield* readUsers(rows, { index, whole, users })
    yield* readPosts(rows, { index, whole, topics })
    yield { type: 'redirect', from: '/rss/', to: '/rss.xml' }
    yield* leftBehind(index, { internalTags, ...users })
    if (!options.address && uses.pictures > 0) {
      yield left(
        'address of the old site',
        `it is not in the export; give it with --address, else pictures and files are looked for at ${site}`,
        1,
      )
    }
  } finally {
    await rows.close()
  }
}

interface Reading {
  index: ExportIndex
  whole: Whole
}

async function* readTags(
  rows: RowReader,
  { index, whole, topics, internalTags }: Reading & { topics: Set<string>; internalTags: string[] },
): AsyncGenerator<ImportItem> {
  const pictures = new Set<string>()
  for (const span of index.tags) {
    const row = await rows.read(span)
    const id = idOf(row?.id)
    if (!row || id === '' || topics.has(id)) continue
    const items = topicOf(row, whole.addresses)
    if (items === null) {
      internalTags.push(String(row.name ?? '').slice(0, 100))
      continue
    }
    topics.add(id)
    yield* once(items, pictures)
  }
}

async function* readUsers(
  rows: RowReader,
  { index, whole, users }: Reading & { users: { idleUsers: number } },
): AsyncGenerator<ImportItem> {
  const known = new Set<string>()
  const pictures = new Set<string>()
  for (const span of index.users) {
    const row = await rows.read(span)
    const id = idOf(row?.id)
    if (!row || id === '' || known.has(id)) continue
    known.add(id)
    if (index.writers.has(id)) yield* once(authorOf(row, whole.addresses), pictures)
    else users.idleUsers++
  }
}

async function* readPosts(
  rows: RowReader,
  { index, whole, topics }: Reading & { topics: ReadonlySet<string> },
): AsyncGenerator<ImportItem> {
  const none = { count: 0 }
  for (const span of index.posts) {
    const row = await rows.read(span)
    const id = idOf(row?.id)
    if (!row) {
      yield left('posts of more than 48 million bytes', 'no story is that long', 1)
      continue
    }
    if (id === '') {
      none.count++
      continue
    }
    const place = index.meta.get(id)
    const meta = place ? await rows.read(place) : null
    const authors = index.authorsOf(id)
    const own = idOf(row.author_id ?? row.author)
    yield storyOf(row, meta ?? {}, {
      whole,
      authors: authors.length > 0 ? authors : own ? [own] : [],
      topics: index.tagsOf(id).filter(tag => topics.has(tag)),
    })
  }
  if (none.count > 0) yield left('posts without an id', 'nothing can tell them apart', none.count)
}

/** The same picture of two tags is told of once. */
function* once(items: readonly ImportItem[], pictures: Set<string>): Generator<ImportItem> {
  for (const item of items) {
    if (item.type === 'media') {
      if (pictures.has(item.foreignId)) continue
      pictures.add(item.foreignId)
    }
    yield item
  }
}

function hintOf({ settings }: ExportIndex): ImportedPublicationHint {
  const [name, tagline, language, timeZone] = [
    settings.get('title'),
    settings.get('description'),
    languageIn(settings),
    settings.get('timezone') ?? settings.get('active_timezone'),
  ]
  return {
    type: 'publication',
    ...(name ? { name } : {}),
    ...(tagline ? { tagline } : {}),
    ...(language ? { language } : {}),
    ...(timeZone ? { timeZone } : {}),
    // None: Ghost's ids are the same wherever the site answers, and links to its own pages begin at the slash.
    addresses: [],
  }
}

function wholeOf(index: ExportIndex, site: string, addresses: Addresses): Whole {
  const { settings, version } = index
  const zone = settings.get('timezone') ?? settings.get('active_timezone') ?? 'UTC'
  return {
    addresses,
    site,
    major: Number.parseInt(version, 10) || (/^0/.test(version) ? 0 : 1),
    language: languageIn(settings),
    timeZone: isTimeZone(zone) ? zone : 'UTC',
    permalinks: settings.get('permalinks') ?? '',
  }
}

function languageIn(settings: ReadonlyMap<string, string>): string | undefined {
  return settings.get('locale') ?? settings.get('lang') ?? settings.get('default_locale')
}

/** Counts the pictures and files that are found at the old site. */
function counted(addresses: Addresses, uses: { pictures: number }): Addresses {
  return {
    ...addresses,
    media(source) {
      const url = addresses.media(source)
      if (url && typeof source === 'string' && !/^\s*https?:/i.test(source)) uses.pictures++
      return url
    },
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
