import { z } from 'zod'
import type { ForeignState, ImportedStory } from '../import.ts'
import { plainWords } from '../plain-words.ts'
import type { Addresses } from './addresses.ts'
import { type Bodies, bodyBlocks } from './body.ts'
import { type Building, notesOf } from './building.ts'
import { ghostTime } from './ghost-time.ts'
import { readFields } from './read-rows.ts'

const text = z.string().nullish()
const number = z.union([z.string(), z.number()]).nullish()
const flag = z.union([z.boolean(), z.number(), z.string()]).nullish()
const time = z.union([z.string(), z.number()]).nullish()

/** Columns that Ghost keeps in `posts` up to version 2 and in `posts_meta` since. */
const aside = {
  meta_title: text,
  meta_description: text,
  og_title: text,
  og_description: text,
  og_image: text,
  twitter_title: text,
  twitter_description: text,
  twitter_image: text,
  feature_image_alt: text,
  feature_image_caption: text,
  email_only: flag,
  email_subject: text,
}
export const postMeta = z.object(aside)

/** A row of `posts`, of Ghost 0.5 to 6. */
export const post = z.object({
  ...aside,
  id: z.union([z.string().min(1).max(100), z.number()]).nullish(),
  uuid: text,
  title: text,
  slug: text,
  lexical: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  mobiledoc: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  html: text,
  markdown: text,
  plaintext: text,
  feature_image: text,
  image: text,
  featured: flag,
  type: text,
  page: flag,
  status: text,
  locale: text,
  language: text,
  visibility: text,
  author_id: number,
  author: number,
  created_at: time,
  updated_at: time,
  published_at: time,
  custom_excerpt: text,
  codeinjection_head: text,
  codeinjection_foot: text,
  canonical_url: text,
  custom_template: text,
})
export type Post = z.infer<typeof post>

/** What an export says that holds for all of its posts. */
export interface Whole {
  addresses: Addresses
  site: string
  /** Major version of Ghost; 0 for exports before 1. */
  major: number
  language: string | undefined
  timeZone: string
  /** "/:slug/" or "/:year/:month/:day/:slug/", where the export tells. */
  permalinks: string
}

const aMinute = 60_000

/** A post as a story. `meta` is its row of posts_meta; authors and topics are ids in their order. */
export function storyOf(
  row: Record<string, unknown>,
  meta: Record<string, unknown>,
  from: { whole: Whole; authors: string[]; topics: string[] },
): ImportedStory {
  const notes: string[] = []
  const own = readFields(post, row, notes)
  const all = { ...own, ...withoutEmpty(readFields(postMeta, meta, notes)) }
  const { whole } = from
  const id = String(own.id)
  const state = stateOf({ ...all, status: told(row.status), visibility: told(row.visibility) }, notes)
  const kind = own.type === 'page' || (own.type == null && isOn(own.page)) ? 'page' : 'story'
  const building: Building = {
    addresses: whole.addresses,
    site: whole.site,
    storyId: id,
    media: [],
    notes: new Map(),
  }
  const blocks = bodyBlocks(own as Bodies, building)
  const featured = featuredOf(all, building)
  addNotes(all, notes, building)
  return {
    type: 'story',
    foreignId: id,
    kind,
    state,
    title: plainTitle(own.title),
    slug: own.slug?.trim().slice(0, 250) ?? '',
    standfirst: plainWords(own.custom_excerpt ?? ''),
    authors: from.authors,
    topics: from.topics,
    ...(featured ? { featured } : {}),
    body: { form: 'blocks', blocks, media: building.media },
    feedId: whole.major === 0 ? own.uuid || id : id,
    oldAddresses: addressesOf(own, kind, whole),
    ...times(own, state),
    ...searchWords(all),
    ...languageOf(own, whole),
    notes: [...notes, ...notesOf(building)],
  }
}

/** What may be read by members only stays out of readers' sight; so does what was only ever sent as a letter. */
function stateOf(all: Post, notes: string[]): ForeignState {
  const status = all.status?.trim() || 'draft'
  const visibility = all.visibility?.trim() || 'public'
  if (visibility !== 'public') {
    const who =
      visibility === 'members' ? 'members' : visibility === 'paid' ? 'paying members' : 'certain members'
    notes.push(`was for ${who} only; it is kept in the newsroom and is not public`)
    return 'private'
  }
  if (status === 'sent' || isOn(all.email_only)) {
    notes.push('was only sent as a letter and had no page; it is a draft')
    return 'draft'
  }
  if (status === 'published' || status === 'scheduled') return status
  if (status !== 'draft') notes.push(`was in the state “${status.slice(0, 60)}”; it is a draft`)
  return 'draft'
}

/** What decides over being public is never passed over: a value of the wrong type is one that is not known. */
function told(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : 'unreadable'
}

function times(own: Post, state: ForeignState): Partial<ImportedStory> {
  const [created, updated, published] = [own.created_at, own.updated_at, own.published_at].map(ghostTime)
  const shown = published ?? created
  // A story that was given an earlier date when it was made has not been updated by that.
  const since = Math.max(shown?.getTime() ?? 0, created?.getTime() ?? 0)
  const isUpdated = state === 'published' && shown && updated && updated.getTime() - since > aMinute
  return {
    ...(created ? { createdAt: created } : {}),
    ...(shown && state === 'published' ? { publishedAt: shown } : {}),
    ...(published && state === 'scheduled' ? { scheduledFor: published } : {}),
    ...(isUpdated ? { updatedAt: updated } : {}),
  }
}

function featuredOf(all: Post, building: Building): ImportedStory['featured'] {
  const url = building.addresses.media(all.feature_image || all.image)
  if (!url) return
  const alt = all.feature_image_alt?.trim().slice(0, 1500)
  const caption = plainWords(building.addresses.readable(all.feature_image_caption ?? ''))
  const words = { ...(alt ? { alt } : {}), ...(caption ? { caption } : {}) }
  building.media.push({ kind: 'photograph', url, ...words })
  return { $media: '', url, ...words }
}

/** Where readers could find it: its page, the address of its preview, its AMP page, its dated address. */
function addressesOf({ slug, uuid, published_at }: Post, kind: 'story' | 'page', whole: Whole): string[] {
  const found: string[] = []
  const name = slug?.trim() ?? ''
  if (name !== '' && !/[/?#]/.test(name)) {
    found.push(`/${name}/`)
    const dated = kind === 'story' ? datedPath(whole, name, ghostTime(published_at)) : null
    if (dated) found.push(dated)
    if (kind === 'story' && whole.major > 0 && whole.major < 6) found.push(`/${name}/amp/`)
  }
  if (uuid && /^[\w-]{8,60}$/.test(uuid)) found.push(`/p/${uuid}/`)
  return found
}

function datedPath({ permalinks, timeZone }: Whole, slug: string, at: Date | undefined): string | null {
  if (!at || !/:(year|month|day)/.test(permalinks) || !permalinks.includes(':slug')) return null
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const [year = '', month = '', day = ''] = parts.format(at).split('-')
  const path = permalinks
    .replace(':year', year)
    .replace(':month', month)
    .replace(':day', day)
    .replace(':slug', slug)
  return path.includes(':') ? null : path
}

function searchWords(all: Post): Partial<ImportedStory> {
  const first = (...told: (string | null | undefined)[]) => plainWords(told.find(each => each?.trim()) ?? '')
  const headline = first(all.meta_title, all.og_title, all.twitter_title)
  const description = first(all.meta_description, all.og_description, all.twitter_description)
  const canonical = all.canonical_url?.trim() ?? ''
  return {
    ...(headline ? { searchHeadline: headline } : {}),
    ...(description ? { searchDescription: description } : {}),
    ...(/^https?:\/\/\S+$/.test(canonical) && URL.canParse(canonical) ? { canonicalUrl: canonical } : {}),
  }
}

function languageOf(own: Post, whole: Whole): Partial<ImportedStory> {
  const language = own.locale?.trim() || own.language?.trim() || whole.language
  return language ? { language } : {}
}

function addNotes(all: Post, notes: string[], building: Building): void {
  if (isOn(all.featured)) {
    notes.push('was featured at the old site; put it into Editors’ Picks if it should be again')
  }
  if (all.codeinjection_head?.trim() || all.codeinjection_foot?.trim()) {
    notes.push('code that was put into its page was left out')
  }
  if (all.custom_template?.trim()) notes.push('had a page template of its own, which was left behind')
  const cards = [all.og_image, all.twitter_image].map(each => building.addresses.media(each))
  const shown = building.addresses.media(all.feature_image || all.image)
  if (cards.some(each => each && each !== shown)) {
    notes.push('had another picture for social networks, which was left behind')
  }
}

/** Ghost's titles are plain text: "<b>" in one is what it says. */
function plainTitle(title: string | null | undefined): string {
  const words = (title ?? '').replace(/\s+/g, ' ').trim()
  return words === '(Untitled)' ? '' : words
}

function isOn(value: string | number | boolean | null | undefined): boolean {
  return value === true || value === 1 || value === '1' || value === 'true'
}

function withoutEmpty<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Partial<T>
}
