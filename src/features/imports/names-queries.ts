import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'

export type NamedTable = 'authors' | 'topics'

export interface NamedRow {
  id: number
  slug: string
  name: string
  updated_at: Date
}

/** Rows that have one of these slugs or (in any case) one of these names. */
export async function findNamed(
  tx: Transaction,
  table: NamedTable,
  wanted: { slugs: readonly string[]; names: readonly string[] },
): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`
    select id, slug, name, updated_at from ${sql.table(table)}
    where slug = any(${[...wanted.slugs]}::text[]) or lower(name) = any(${[...wanted.names]}::text[])`.execute(
    tx,
  )
  return rows.map(row => ({ ...row, id: Number(row.id) }))
}

export interface NewNamed {
  id: number
  slug: string
  name: string
  /** A topic's description or an author's bio. */
  words: string
  role: string
  links: unknown
  photograph_id: number | null
}

export async function insertNamed(
  tx: Transaction,
  table: NamedTable,
  now: Date,
  rows: readonly NewNamed[],
): Promise<void> {
  if (rows.length === 0) return
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, slug text, name text, words text,
    role text, links jsonb, photograph_id bigint)`
  if (table === 'topics') {
    await sql`insert into topics (id, slug, name, description, photograph_id, created_at, updated_at)
      select id, slug, name, words, photograph_id, ${now}, ${now} from ${given}`.execute(tx)
  } else {
    await sql`insert into authors (id, slug, name, role, bio, links, photograph_id, created_at, updated_at)
      select id, slug, name, role, words, links, photograph_id, ${now}, ${now} from ${given}`.execute(tx)
  }
}

/** Renews names and words that the desk has not touched since; gives back the ids that were changed. */
export async function updateNamed(
  tx: Transaction,
  table: NamedTable,
  now: Date,
  rows: readonly { id: number; name: string; words: string; since: string }[],
): Promise<Set<number>> {
  if (rows.length === 0) return new Set()
  const words = sql.ref(table === 'topics' ? 'description' : 'bio')
  const { rows: changed } = await sql<{ id: number }>`
    update ${sql.table(table)} t set name = r.name, ${words} = r.words, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, name text, words text, since timestamptz)
    where t.id = r.id and t.updated_at <= r.since returning t.id`.execute(tx)
  return new Set(changed.map(row => Number(row.id)))
}

/** Slugs of rows by id. */
export async function readSlugs(
  tx: Transaction,
  table: NamedTable,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; slug: string }>`
    select id, slug from ${sql.table(table)} where id = any(${[...ids]}::bigint[])`.execute(tx)
  return new Map(rows.map(row => [Number(row.id), row.slug]))
}
