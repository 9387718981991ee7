import { BadArchive } from '../import.ts'
import { SpanList } from './span-list.ts'

/** Fields of a row that are looked at while the file is indexed. */
export type Row = Record<string, unknown>

export interface Span {
  start: number
  end: number
}

/** What is known of an export once it has been read through; texts stay in the file. */
export interface ExportIndex {
  /** "6.65.0"; '' where the file does not say. */
  version: string
  posts: SpanList
  tags: SpanList
  users: SpanList
  /** Where a post's row of posts_meta lies. */
  meta: ReadonlyMap<string, Span>
  /** Ids of a post's tags and authors, in order. */
  tagsOf(post: string): string[]
  authorsOf(post: string): string[]
  /** Ids of users who have posts. */
  writers: ReadonlySet<string>
  settings: ReadonlyMap<string, string>
  /** Rows of every other table. */
  others: ReadonlyMap<string, number>
}

const mostRows = 4_000_000
const longestSetting = 2000
const wanted: Record<string, readonly string[]> = {
  posts: ['author_id', 'author'],
  posts_meta: ['post_id'],
  posts_tags: ['post_id', 'tag_id', 'sort_order'],
  posts_authors: ['post_id', 'author_id', 'sort_order'],
  settings: ['key', 'value'],
}
const indexed = new Set([
  'posts',
  'tags',
  'users',
  'authors',
  'posts_meta',
  'posts_tags',
  'posts_authors',
  'settings',
])

interface Relation {
  id: string
  order: number
}

export function createIndex() {
  const spans = { posts: new SpanList(), tags: new SpanList(), users: new SpanList() }
  const meta = new Map<string, Span>()
  const tags = new Map<string, Relation[]>()
  const authors = new Map<string, Relation[]>()
  const writers = new Set<string>()
  const settings = new Map<string, string>()
  const others = new Map<string, number>()
  // One object for each id, however often it occurs.
  const ids = new Map<string, string>()
  let rows = 0
  let version = ''
  let sawPosts = false

  const same = (id: string) => {
    const known = ids.get(id)
    if (known === undefined) ids.set(id, id)
    return known ?? id
  }
  const relate = (to: Map<string, Relation[]>, row: Row, field: string) => {
    const [post, id] = [idOf(row.post_id), idOf(row[field])]
    if (post === '' || id === '') return
    const list = to.get(post) ?? []
    const order = Number(row.sort_order ?? list.length)
    list.push({ id: same(id), order: Number.isFinite(order) ? order : list.length })
    to.set(post, list)
    if (to === authors) writers.add(same(id))
  }

  return {
    sawTable(name: string): void {
      if (name === 'posts') sawPosts = true
    },
    wants(table: string, key: string | number): key is string {
      return typeof key === 'string' && (wanted[table]?.includes(key) ?? false)
    },
    setVersion(value: unknown): void {
      if (typeof value === 'string' || typeof value === 'number') version = String(value).slice(0, 40)
    },

    /** Takes one row; gives back what makes the file one that cannot be read. */
    add(table: string, row: Row, span: Span): string | undefined {
      if (!indexed.has(table)) {
        if (others.size < 1000 || others.has(table)) others.set(table, (others.get(table) ?? 0) + 1)
        return
      }
      if (++rows > mostRows) return `The file holds more than ${mostRows / 1_000_000} million rows`
      if (table === 'posts') {
        spans.posts.push(span)
        const author = idOf(row.author_id ?? row.author)
        if (author) writers.add(same(author))
      } else if (table === 'tags') spans.tags.push(span)
      else if (table === 'users' || table === 'authors') spans.users.push(span)
      else if (table === 'posts_tags') relate(tags, row, 'tag_id')
      else if (table === 'posts_authors') relate(authors, row, 'author_id')
      else if (table === 'posts_meta') {
        const post = idOf(row.post_id)
        if (post && !meta.has(post)) meta.set(post, span)
      } else keepSetting(settings, row)
    },

    finish(skipped: number): ExportIndex {
      if (!sawPosts) {
        throw new BadArchive(
          'The file is JSON, but not a Ghost export: it holds no table “posts”. Use Settings → Import/Export in Ghost.',
        )
      }
      for (const list of [spans.posts, spans.tags, spans.users]) list.shift(skipped)
      for (const span of meta.values()) {
        span.start += skipped
        span.end += skipped
      }
      return {
        ...spans,
        version,
        meta,
        writers,
        settings,
        others,
        tagsOf: post => inOrder(tags.get(post)),
        authorsOf: post => inOrder(authors.get(post)),
      }
    },
  }
}

/** Ids are texts of 24 digits since Ghost 1, numbers before; '' for anything else. */
export function idOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.length <= 100 ? value : ''
}

function keepSetting(settings: Map<string, string>, { key, value }: Row): void {
  if (typeof key !== 'string' || typeof value !== 'string') return
  if (value !== '' && value.length <= longestSetting && settings.size < 2000) settings.set(key, value)
}

function inOrder(list: readonly Relation[] = []): string[] {
  return [...new Set([...list].sort((a, b) => a.order - b.order).map(each => each.id))]
}
