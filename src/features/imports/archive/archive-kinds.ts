import { z } from 'zod'
import { authorLink } from '../../authors/author.ts'
import { frontContent } from '../../fronts/front.ts'
import { photographRights } from '../../media/photograph.ts'
import { slug } from '../../stories/story.ts'

/** Raised when an archive of before could not be read any more, or one of now not by programs of before. */
export const archiveFormat = { name: 'masthead-archive', version: 2, oldest: 1 } as const

type ColumnType = 'bigint' | 'integer' | 'real' | 'text' | 'boolean' | 'jsonb' | 'timestamptz'

/** One column of a table as the archive names it. */
export interface Column {
  column: string
  field: string
  type: ColumnType
  schema: z.ZodType
  /** SQL that gives the value when it is written to the archive, in place of the column itself. */
  from?: string
  /** SQL that gives the column's value from the field, in place of the field itself. */
  into?: string
  /** The version of the format that brought it; older archives do not have it, and null is taken in its place. */
  since?: number
}

/** One kind of row: a file `<name>.jsonl` in the archive, a row a line. */
export interface ArchiveKind {
  name: string
  table: string
  columns: readonly Column[]
  /** Makes the order of lines the same in every archive. */
  order: string
  /** Columns that the archive does not hold, because they are made again: SQL over the line's fields. */
  made?: Readonly<Record<string, string>>
  /** The version of the format that brought it. */
  since?: number
}

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const words = z.string().max(1_000_000)
const line = z.string().max(5000)
const time = z.iso.datetime({ offset: true })
const share = z.number().min(0).max(1)
const size = z.number().int().min(1).max(10_000_000)
const web = z
  .string()
  .max(4000)
  .regex(/^https?:\/\//i, 'is not a web address')
/** A key of the store of files (platform/files). */
export const fileKey = z
  .string()
  .max(400)
  .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i, 'is not a key of a stored file')
const mime = z
  .string()
  .max(200)
  .regex(
    /^(?!text\/html|application\/xhtml|image\/svg|text\/javascript)[\w.+-]+\/[\w.+-]+(;\s*charset=[\w-]+)?$/i,
  )
/** What the desk works on may be half done; what is kept of it is not looked into further. */
const content = z.looseObject({
  headline: z.string(),
  slug: z.string(),
  blocks: z.array(z.looseObject({ id: z.string(), type: z.string() })),
})
const runningText = z.array(z.array(z.looseObject({ type: z.string() })))
const path = z.string().max(4000).regex(/^\//, 'does not begin with a slash')
const target = z
  .string()
  .max(4000)
  .regex(/^(\/(?![/\\])|https?:\/\/)/i, 'leads nowhere')

function own(column: string, type: ColumnType, schema: z.ZodType, from?: string): Column {
  const field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return { column, field, type, schema, ...(from ? { from } : {}) }
}

function since(version: number, added: Column): Column {
  return { ...added, since: version }
}

/** Every kind, in the order in which they are written and read: nothing points at what comes later. */
export const archiveKinds: readonly ArchiveKind[] = [
  {
    name: 'photographs',
    table: 'photographs',
    order: 'id',
    columns: [
      own('id', 'bigint', id),
      own('file_key', 'text', fileKey.nullable()),
      own('source_url', 'text', web.nullable()),
      // Those of a picture that is kept are read from it again.
      own('width', 'integer', size.nullable(), 'case when file_key is null then width end'),
      own('height', 'integer', size.nullable(), 'case when file_key is null then height end'),
      own('focal_x', 'real', share),
      own('focal_y', 'real', share),
      own('alt', 'text', line),
      own('caption', 'text', words),
      own('credit', 'text', line),
      own('rights', 'jsonb', photographRights.loose()),
      own('created_at', 'timestamptz', time),
    ],
    made: {
      state: `case when "fileKey" is null then 'elsewhere' else 'pending' end`,
      renditions: `'[]'::jsonb`,
      updated_at: '"createdAt"',
    },
  },
  {
    name: 'files',
    table: 'files',
    order: 'id',
    columns: [
      own('id', 'bigint', id),
      own('file_key', 'text', fileKey.nullable()),
      own('source_url', 'text', web.nullable()),
      own('name', 'text', line.min(1)),
      own('mime', 'text', mime),
      own('bytes', 'bigint', z.number().int().min(0).nullable()),
      own('created_at', 'timestamptz', time),
    ],
  },
  {
    name: 'authors',
    table: 'authors',
    order: 'id',
    columns: [
      own('id', 'bigint', id),
      own('slug', 'text', slug),
      own('name', 'text', line.min(1)),
      own('role', 'text', line),
      own('bio', 'text', words),
      own('email', 'text', z.email().nullable()),
      own('links', 'jsonb', z.array(authorLink).max(100)),
      own('photograph_id', 'bigint', id.nullable()),
      own('created_at', 'timestamptz', time),
      own('updated_at', 'timestamptz', time),
    ],
  },
  {
    name: 'topics',
    table: 'topics',
    // What was merged stands after what it was merged into.
    order: '(merged_into is not null), id',
    columns: [
      own('id', 'bigint', id),
      own('slug', 'text', slug),
      own('name', 'text', line.min(1)),
      own('description', 'text', words),
      own('photograph_id', 'bigint', id.nullable()),
      own('created_at', 'timestamptz', time),
      own('updated_at', 'timestamptz', time),
      since(2, own('merged_into', 'bigint', id.nullable())),
    ],
  },
  {
    name: 'stories',
    table: 'stories',
    order: 'id',
    columns: [
      own('id', 'bigint', id),
      own('feed_id', 'text', line.min(1)),
      own('kind', 'text', z.enum(['story', 'page'])),
      own('state', 'text', z.enum(['draft', 'in-review', 'ready', 'scheduled', 'published', 'withdrawn'])),
      own('audience', 'text', z.enum(['everyone', 'nobody'])),
      own('draft', 'jsonb', content),
      own('draft_updated_at', 'timestamptz', time),
      own('scheduled_for', 'timestamptz', time.nullable()),
      own('first_published_at', 'timestamptz', time.nullable()),
      own('updated_at', 'timestamptz', time.nullable()),
      own('withdrawn_at', 'timestamptz', time.nullable()),
      own('withdrawal_note', 'text', words),
      own('current_revision', 'bigint', id.nullable()),
      own('translation_of', 'bigint', id.nullable()),
      own('created_at', 'timestamptz', time),
      since(2, own('due_at', 'timestamptz', time.nullable())),
      since(2, own('embargo_until', 'timestamptz', time.nullable())),
      since(2, own('scheduled_by', 'text', line.nullable())),
      since(2, own('removed_at', 'timestamptz', time.nullable())),
    ],
  },
  {
    name: 'story-slugs',
    table: 'story_slugs',
    order: 'story_id, since, slug collate "C"',
    columns: [own('slug', 'text', slug), own('story_id', 'bigint', id), own('since', 'timestamptz', time)],
  },
  {
    name: 'revisions',
    table: 'revisions',
    order: 'story_id, number',
    columns: [
      own('id', 'bigint', id),
      own('story_id', 'bigint', id),
      own('number', 'integer', z.number().int().min(1)),
      own('content', 'jsonb', content),
      own('context', 'jsonb', z.looseObject({})),
      own('published_by', 'text', line),
      own('published_at', 'timestamptz', time),
      own('kind', 'text', z.enum(['first', 'update', 'correction', 'silent'])),
      own('reason', 'text', words),
    ],
  },
  {
    name: 'corrections',
    table: 'corrections',
    order: 'id',
    columns: [
      own('id', 'bigint', id),
      own('story_id', 'bigint', id),
      own('text', 'text', words.min(1)),
      own('severity', 'text', z.enum(['minor', 'major'])),
      own('placement', 'text', z.enum(['top', 'bottom'])),
      own('published_at', 'timestamptz', time),
      since(2, own('refers_to', 'bigint', id.nullable())),
    ],
  },
  {
    name: 'tombstones',
    table: 'tombstones',
    order: 'story_id',
    since: 2,
    columns: [
      own('story_id', 'bigint', id),
      own('status', 'integer', z.union([z.literal(410), z.literal(451)])),
      own('note', 'text', words.min(1)),
      own('removed_at', 'timestamptz', time),
      own('removed_by', 'text', line),
      own('revisions', 'integer', z.number().int().min(0)),
      own('corrections', 'integer', z.number().int().min(0)),
    ],
  },
  {
    name: 'briefs',
    table: 'briefs',
    order: 'id',
    columns: [
      own('id', 'bigint', id),
      own('feed_id', 'text', line.min(1)),
      own('state', 'text', z.enum(['queued', 'cancelled', 'published', 'withdrawn'])),
      own('headline', 'text', words.min(1)),
      own('content', 'jsonb', runningText),
      own('language', 'text', line.nullable()),
      own('breaking', 'boolean', z.boolean()),
      own('pinned', 'boolean', z.boolean()),
      own('story_id', 'bigint', id.nullable()),
      own('posted_by', 'text', line),
      own('published_at', 'timestamptz', time),
      own('updated_at', 'timestamptz', time.nullable()),
      own('withdrawn_at', 'timestamptz', time.nullable()),
      since(2, own('queued_for', 'timestamptz', time.nullable())),
      since(2, { ...own('pin_rank', 'integer', z.number().int()), into: 'coalesce("pinRank", 0)' }),
    ],
  },
  {
    name: 'fronts',
    table: 'fronts',
    order: 'id',
    columns: [
      own('id', 'bigint', id),
      own('slug', 'text', slug),
      own('title', 'text', line),
      own('live', 'jsonb', frontContent.loose()),
      own('draft', 'jsonb', z.looseObject({})),
      own('updated_at', 'timestamptz', time),
    ],
  },
  {
    name: 'front-revisions',
    table: 'front_revisions',
    order: 'front_id, number',
    columns: [
      own('front_id', 'bigint', id),
      own('number', 'integer', z.number().int().min(1)),
      own('content', 'jsonb', z.looseObject({})),
      own('published_by', 'text', line),
      own('published_at', 'timestamptz', time),
    ],
  },
  {
    name: 'redirects',
    table: 'redirects',
    order: 'path collate "C"',
    columns: [
      own('path', 'text', path),
      own('target', 'text', target),
      own('created_at', 'timestamptz', time),
    ],
  },
  {
    name: 'imported',
    table: 'imported',
    order: 'origin collate "C", kind collate "C", foreign_id collate "C"',
    columns: [
      own('origin', 'text', line),
      own('kind', 'text', line),
      own('foreign_id', 'text', words),
      own('local_id', 'bigint', id.nullable()),
      own('fingerprint', 'text', line),
      own('imported_at', 'timestamptz', time),
    ],
  },
]

/** The kinds that an archive of a version has. */
export function kindsOf(version: number): ArchiveKind[] {
  return archiveKinds.filter(kind => (kind.since ?? 1) <= version)
}

/** A line of a kind, as it must be. Fields that the version does not know are refused rather than lost. */
export function lineSchema(kind: ArchiveKind, version: number): z.ZodType {
  const columns = kind.columns.filter(column => (column.since ?? 1) <= version)
  return z.strictObject(Object.fromEntries(columns.map(({ field, schema }) => [field, schema])))
}

export const manifest = z.strictObject({
  format: z.literal(archiveFormat.name),
  version: z.number().int(),
  madeAt: time,
  counts: z.record(z.string(), z.number().int().min(0)),
})
export type Manifest = z.infer<typeof manifest>

/** `publication.json`; null settings where nobody has set any. */
export const publicationFile = z.strictObject({
  settings: z.looseObject({}).nullable(),
  updatedAt: time.nullable(),
})

/** A line of `media.jsonl`: a stored file. One without size and checksum was missing when the archive was made. */
export const mediaLine = z.strictObject({
  key: fileKey,
  bytes: z.number().int().min(0).nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type MediaLine = z.infer<typeof mediaLine>
