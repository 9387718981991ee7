import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'
import { spellings } from './old-address.ts'

/** Only one import at a time: two would give the same items two homes. */
const importLock = 7_220_642

export interface StagedRow {
  kind: 'author' | 'topic' | 'photograph' | 'file' | 'story'
  foreign_id: string
  implied: boolean
  title: string
  slug: string
  /** Goes before others where two want the same address. */
  first: boolean
  fingerprint: string
  parent: string | null
  place: number
  action: string | null
  local_id: number | null
  size: number
  data: unknown
}

export interface SeenRow {
  kind: 'photograph' | 'file'
  base: string
  candidates: string[]
  url: string
  area: number
  data: unknown
}

export interface MediaKeyRow {
  kind: 'photograph' | 'file'
  key: string
  foreign_id: string
  rank: number
  local_id?: number | null
}

/** Tables of this transaction only; gone at its end, whatever the end is. */
export async function createStage(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(tx)
  await sql`create temporary table staged (
    n bigint generated always as identity, kind text not null, foreign_id text not null, implied boolean not null,
    title text not null, slug text not null, first boolean not null, fingerprint text not null, parent text,
    place double precision not null, action text, local_id bigint, size integer not null, data json,
    primary key (kind, foreign_id)) on commit drop`.execute(tx)
  await sql`create index staged_n on staged (kind, first, n)`.execute(tx)
  await sql`create index staged_parent on staged (parent) where parent is not null`.execute(tx)
  await sql`create temporary table staged_seen (n bigint generated always as identity, kind text not null,
    base text not null, candidates text[] not null, url text not null, area bigint not null, data json not null)
    on commit drop`.execute(tx)
  await sql`create temporary table staged_media_keys (kind text not null, key text not null, foreign_id text not null,
    rank integer not null, local_id bigint, primary key (kind, key)) on commit drop`.execute(tx)
  await sql`create temporary table staged_slugs (slug text primary key) on commit drop`.execute(tx)
  await sql`create temporary table staged_addresses (path text primary key, spellings text[] not null,
    rank integer not null, target text not null, story_id bigint) on commit drop`.execute(tx)
}

/** Adds rows; gives back the foreign ids that were taken. One told of in full replaces one that was only implied. */
export async function insertStaged(tx: Transaction, rows: readonly StagedRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const { rows: taken } = await sql<{ kind: string; foreign_id: string }>`
    insert into staged (kind, foreign_id, implied, title, slug, first, fingerprint, parent, place, action, local_id, size, data)
    select kind, foreign_id, implied, title, slug, first, fingerprint, parent, place, action, local_id, size, data
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(kind text, foreign_id text, implied boolean, title text,
      slug text, first boolean, fingerprint text, parent text, place double precision, action text, local_id bigint,
      size integer, data json)
    on conflict (kind, foreign_id) do update set implied = false, title = excluded.title, slug = excluded.slug,
      fingerprint = excluded.fingerprint, data = excluded.data, size = excluded.size
      where staged.implied and not excluded.implied
    returning kind, foreign_id`.execute(tx)
  return new Set(taken.map(row => `${row.kind} ${row.foreign_id}`))
}

export async function insertSeen(tx: Transaction, rows: readonly SeenRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into staged_seen (kind, base, candidates, url, area, data)
    select kind, base, candidates, url, area, data from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(kind text, base text, candidates text[], url text, area bigint, data json)`.execute(tx)
}

/** Keys by which a picture's addresses are recognised; of two that claim one key, the better rank keeps it. */
export async function insertMediaKeys(tx: Transaction, rows: readonly MediaKeyRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into staged_media_keys (kind, key, foreign_id, rank, local_id)
    select distinct on (kind, key) kind, key, foreign_id, rank, local_id
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(kind text, key text, foreign_id text, rank integer, local_id bigint)
    order by kind, key, rank
    on conflict (kind, key) do update set foreign_id = excluded.foreign_id, rank = excluded.rank, local_id = excluded.local_id
      where excluded.rank < staged_media_keys.rank`.execute(tx)
}

/** Makes an item of every picture that bodies show and the archive does not list, at the largest size seen. */
export async function stageSeenMedia(tx: Transaction): Promise<void> {
  await sql`analyze staged_seen`.execute(tx)
  await sql`
    insert into staged (kind, foreign_id, implied, title, slug, first, fingerprint, place, size, data)
    select distinct on (s.kind, s.base) s.kind, 'seen:' || s.base, false, left(s.url, 300), '', false, '', s.n, 0, s.data
    from staged_seen s
    where not exists (select 1 from staged_media_keys k where k.kind = s.kind and k.key = any(s.candidates))
    order by s.kind, s.base, s.area desc, s.n
    on conflict do nothing`.execute(tx)
  await sql`
    insert into staged_media_keys (kind, key, foreign_id, rank)
    select kind, substr(foreign_id, 6), foreign_id, 3 from staged where foreign_id like 'seen:%' and kind in ('photograph', 'file')
    on conflict do nothing`.execute(tx)
}

export interface StagedItem {
  n: number
  foreign_id: string
  title: string
  slug: string
  fingerprint: string
  data: unknown
}

/** The next staged rows of a kind after `n`, in the order of the file. */
export async function readStaged(
  tx: Transaction,
  { kind, after, limit, first }: { kind: string; after: number; limit: number; first?: boolean },
): Promise<StagedItem[]> {
  const only = first === undefined ? sql`` : sql`and first = ${first}`
  const { rows } = await sql<StagedItem>`
    select n, foreign_id, title, slug, fingerprint, data from staged
    where kind = ${kind} and n > ${after} ${only} order by n limit ${limit}`.execute(tx)
  return rows
}

export async function setPlaces(
  tx: Transaction,
  kind: string,
  rows: readonly { foreign_id: string; local_id: number | null; action: string; slug?: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update staged set local_id = r.local_id, action = r.action, slug = coalesce(r.slug, staged.slug)
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(foreign_id text, local_id bigint, action text, slug text)
    where staged.kind = ${kind} and staged.foreign_id = r.foreign_id`.execute(tx)
}

export interface Known {
  foreign_id: string
  local_id: number
  fingerprint: string
  imported_at: Date
}

/** What earlier imports of the same archive brought. */
export async function findImported(
  tx: Transaction,
  { origin, kind, foreignIds }: { origin: string; kind: string; foreignIds: readonly string[] },
): Promise<Map<string, Known>> {
  if (foreignIds.length === 0) return new Map()
  const { rows } = await sql<Known>`
    select foreign_id, local_id, fingerprint, imported_at from imported
    where origin = ${origin} and kind = ${kind} and foreign_id = any(${[...foreignIds]}::text[])`.execute(tx)
  return new Map(rows.map(row => [row.foreign_id, row]))
}

export async function remember(
  tx: Transaction,
  {
    origin,
    kind,
    now,
    rows,
  }: {
    origin: string
    kind: string
    now: Date
    rows: readonly { foreign_id: string; local_id: number; fingerprint: string }[]
  },
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into imported (origin, kind, foreign_id, local_id, fingerprint, imported_at)
    select ${origin}, ${kind}, foreign_id, local_id, fingerprint, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(foreign_id text, local_id bigint, fingerprint text)
    on conflict (origin, kind, foreign_id) do update set local_id = excluded.local_id,
      fingerprint = excluded.fingerprint, imported_at = excluded.imported_at`.execute(tx)
}

/** Fresh ids of a table, in one statement. */
export async function takeIds(tx: Transaction, table: string, count: number): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::integer)`.execute(
    tx,
  )
  return rows.map(row => Number(row.id))
}

/** Local ids of foreign ones: those of this file, then those of earlier ones. */
export async function findLocals(
  tx: Transaction,
  { origin, kind, foreignIds }: { origin: string; kind: string; foreignIds: readonly string[] },
): Promise<Map<string, number>> {
  if (foreignIds.length === 0) return new Map()
  const wanted = [...new Set(foreignIds)]
  const { rows } = await sql<{ foreign_id: string; local_id: number }>`
    select foreign_id, local_id from imported
      where origin = ${origin} and kind = ${kind} and foreign_id = any(${wanted}::text[]) and local_id is not null
    union all
    select foreign_id, local_id from staged
      where kind = ${kind} and foreign_id = any(${wanted}::text[]) and local_id is not null`.execute(tx)
  return new Map(rows.map(row => [row.foreign_id, Number(row.local_id)]))
}

/** Addresses that lead to what was imported; of two items that had the same one, the better rank keeps it. */
export async function insertAddresses(
  tx: Transaction,
  rows: readonly { path: string; rank: number; target: string; story_id?: number }[],
): Promise<void> {
  if (rows.length === 0) return
  const spelled = rows.map(row => ({ ...row, spellings: spellings(row.path) }))
  await sql`
    insert into staged_addresses (path, spellings, rank, target, story_id)
    select distinct on (path) path, spellings, rank, target, story_id
    from json_to_recordset(${JSON.stringify(spelled)}::json)
      as r(path text, spellings text[], rank integer, target text, story_id bigint)
    order by path, rank
    on conflict (path) do update set rank = excluded.rank, target = excluded.target, story_id = excluded.story_id
      where excluded.rank < staged_addresses.rank`.execute(tx)
}

export async function findAddresses(
  tx: Transaction,
  paths: readonly string[],
): Promise<Map<string, { target: string; story_id: number | null }>> {
  if (paths.length === 0) return new Map()
  const { rows } = await sql<{ path: string; target: string; story_id: number | null }>`
    select path, target, story_id from staged_addresses where path = any(${[...paths]}::text[])`.execute(tx)
  return new Map(
    rows.map(row => [row.path, { ...row, story_id: row.story_id === null ? null : Number(row.story_id) }]),
  )
}
