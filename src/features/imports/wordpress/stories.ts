import type { ForeignState, ImportedStory, ImportItem } from '../import.ts'
import { plainWords } from '../plain-words.ts'
import { readSlug } from '../slugs.ts'
import type { Archive } from './archive.ts'
import { bylines, impliedAuthor } from './authors.ts'
import type { WxrItem } from './read-wxr.ts'
import { topicsOf } from './topics.ts'

const aMinute = 60_000
/** Terms that say something of a post but are no topic. */
const marks =
  /^(post_format|nav_menu|author|category|post_tag|language|post_translations|wp_theme|link_category|post_visibility|yst_prominent_words)$/

/** A post or page, and before it the authors and topics that only it tells of. */
export function* storyOf(item: WxrItem, kind: 'story' | 'page', archive: Archive): Generator<ImportItem> {
  const { fields, meta } = item
  const authors = bylines(item)
  for (const byline of authors) {
    const author = impliedAuthor(byline, archive)
    if (author) yield author
  }
  const topics = topicsOf(item, archive)
  yield* topics.implied
  for (const term of item.categories) {
    if (!marks.test(term.domain))
      archive.leave(`marks of “${term.domain}”`, 'only categories and tags become topics', 1, term.name)
  }

  const id = fields['wp:post_id']?.trim() || fields.guid?.trim() || fields.link?.trim() || `line ${item.line}`
  const notes: string[] = []
  const state = stateOf(item, notes)
  const date = archive.time(fields['wp:post_date'], fields['wp:post_date_gmt']) ?? readPubDate(fields.pubDate)
  const modified = archive.time(fields['wp:post_modified'], fields['wp:post_modified_gmt'])
  if (fields['wp:is_sticky']?.trim() === '1') {
    notes.push('was kept on top of the old front page; put it into Editors’ Picks if it should be again')
  }
  const title = plainWords(fields.title ?? '')
  if (/<\w/.test(fields.title ?? '')) notes.push('its title had markup, which headlines do not')
  const image = meta.get('_thumbnail_id')?.[0]?.trim()
  const slug = readSlug(fields['wp:post_name']?.trim() ?? '')
  const story: ImportedStory = {
    type: 'story',
    foreignId: id,
    kind,
    state,
    title,
    slug,
    standfirst: standfirstOf(item),
    authors: authors.map(each => each.foreignId),
    topics: topics.ids,
    body: {
      form: 'html',
      html: fields['content:encoded'] ?? '',
      dialect: 'wordpress',
      ...footnotesOf(item),
    },
    oldAddresses: addressesOf(item, { id, kind, archive }),
    oldSlugs: (meta.get('_wp_old_slug') ?? []).map(each => readSlug(each.trim())).filter(each => each !== ''),
    notes,
    ...searchWords(item),
  }
  const language = item.categories.find(each => each.domain === 'language')?.nicename ?? archive.language()
  if (language) story.language = language
  if (date) story.createdAt = date
  if (date && state === 'published') story.publishedAt = date
  if (date && state === 'scheduled') story.scheduledFor = date
  if (modified && date && state === 'published' && modified.getTime() - date.getTime() > aMinute)
    story.updatedAt = modified
  if (image && /^\d+$/.test(image) && image !== '0') story.featured = { $media: image }
  const guid = fields.guid?.trim()
  if (guid) story.feedId = guid
  yield story
}

function stateOf(item: WxrItem, notes: string[]): ForeignState {
  const status = item.fields['wp:status']?.trim() || 'publish'
  // A password protects whatever it is on; it is never kept.
  if (item.fields['wp:post_password']?.trim()) {
    notes.push('was protected by a password; it is a draft that cannot be published unopened')
    return 'password'
  }
  if (status === 'private') {
    notes.push('was private; it is a draft that cannot be published unopened')
    return 'private'
  }
  if (status === 'publish') return 'published'
  if (status === 'future') return 'scheduled'
  if (status === 'pending') notes.push('was waiting for review; it is a draft')
  else if (status !== 'draft') notes.push(`was in the state “${status.slice(0, 60)}”; it is a draft`)
  return 'draft'
}

function standfirstOf({ fields, meta }: WxrItem): string {
  const told = ['newspack_post_subtitle', 'wps_subtitle', '_subtitle', 'subtitle'].map(
    key => meta.get(key)?.[0],
  )
  return plainWords([fields['excerpt:encoded'], ...told].find(each => each && plainWords(each) !== '') ?? '')
}

/** Where it answered at the old site: its permalink, and the number forms that WordPress always knows. */
function addressesOf(
  { fields, meta }: WxrItem,
  { id, kind, archive }: { id: string; kind: 'story' | 'page'; archive: Archive },
): string[] {
  const link = archive.own(fields.link?.trim())
  const guid = archive.own(fields.guid?.trim())
  const base = archive.base()
  const found = new Set<string>()
  if (link) found.add(link)
  if (base && /^\d+$/.test(id)) {
    found.add(new URL(`?p=${id}`, base.replace(/\/?$/, '/')).href)
    if (kind === 'page') found.add(new URL(`?page_id=${id}`, base.replace(/\/?$/, '/')).href)
  }
  if (guid) found.add(guid)
  const slug = fields['wp:post_name']?.trim()
  if (link && slug && link.includes(slug)) {
    for (const old of meta.get('_wp_old_slug') ?? []) found.add(link.replace(slug, old.trim()))
  }
  return [...found]
}

function footnotesOf({ meta }: WxrItem): { footnotes?: { id: string; html: string }[] } {
  try {
    const list: unknown = JSON.parse(meta.get('footnotes')?.[0] ?? '[]')
    if (!Array.isArray(list) || list.length === 0) return {}
    return {
      footnotes: list.map(each => ({ id: String(each?.id ?? ''), html: String(each?.content ?? '') })),
    }
  } catch {
    return {}
  }
}

/** Words for search engines from the two plugins nearly everybody has; their templates ("%%title%%") are not words. */
function searchWords({
  meta,
}: WxrItem): Pick<ImportedStory, 'searchHeadline' | 'searchDescription' | 'canonicalUrl'> {
  const words = (...keys: string[]) => {
    const told = keys.map(key => meta.get(key)?.[0]?.trim()).find(each => each)
    return told && !/%\w+%/.test(told) ? plainWords(told) : undefined
  }
  const headline = words('_yoast_wpseo_title', 'rank_math_title')
  const description = words('_yoast_wpseo_metadesc', 'rank_math_description')
  const canonical = words('_yoast_wpseo_canonical', 'rank_math_canonical_url')
  return {
    ...(headline ? { searchHeadline: headline } : {}),
    ...(description ? { searchDescription: description } : {}),
    ...(canonical && /^https?:\/\//.test(canonical) ? { canonicalUrl: canonical } : {}),
  }
}

function readPubDate(text: string | undefined): Date | undefined {
  const date = new Date(text?.trim() ?? '')
  const year = date.getUTCFullYear()
  return year >= 1000 && year <= 9999 ? date : undefined
}
