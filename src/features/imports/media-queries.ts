import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'
import type { MediaKeyRow } from './stage-queries.ts'

export interface NewMedia {
  id: number
  source_url: string
  file_key: string | null
  name: string
  mime: string | null
  width: number | null
  height: number | null
  bytes: number | null
  alt: string
  caption: string
  credit: string
  focal_x: number
  focal_y: number
  created_at: string | null
}

export async function insertPhotographs(
  tx: Transaction,
  now: Date,
  rows: readonly NewMedia[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into photographs (id, state, file_key, source_url, mime, width, height, bytes, focal_x, focal_y, alt, caption,
      credit, rights, renditions, created_at, updated_at)
    select id, case when file_key is null then 'elsewhere' else 'pending' end, file_key, source_url, mime, width, height,
      bytes, focal_x, focal_y, alt, caption, credit, '{}', '[]', coalesce(created_at, ${now}), ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, file_key text, source_url text, mime text,
      width integer, height integer, bytes bigint, focal_x real, focal_y real, alt text, caption text, credit text,
      created_at timestamptz)`.execute(tx)
}

export async function insertFiles(tx: Transaction, now: Date, rows: readonly NewMedia[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into files (id, file_key, source_url, name, mime, bytes, created_at)
    select id, file_key, source_url, name, mime, bytes, coalesce(created_at, ${now})
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, file_key text, source_url text, name text,
      mime text, bytes bigint, created_at timestamptz)`.execute(tx)
}

/** New words for photographs that the desk has not touched since; gives back the ids that were changed. */
export async function updatePhotographWords(
  tx: Transaction,
  now: Date,
  rows: readonly { id: number; alt: string; caption: string; credit: string; since: string }[],
): Promise<Set<number>> {
  if (rows.length === 0) return new Set()
  const { rows: changed } = await sql<{ id: number }>`
    update photographs p set alt = r.alt, caption = r.caption, credit = r.credit, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id bigint, alt text, caption text, credit text, since timestamptz)
    where p.id = r.id and p.updated_at <= r.since returning p.id`.execute(tx)
  return new Set(changed.map(row => Number(row.id)))
}

/** Ids of what is already linked from these addresses. */
export async function findBySource(
  tx: Transaction,
  table: 'photographs' | 'files',
  urls: readonly string[],
): Promise<Map<string, number>> {
  if (urls.length === 0) return new Map()
  const { rows } = await sql<{ source_url: string; id: number }>`
    select source_url, min(id) as id from ${sql.table(table)} where source_url = any(${[...urls]}::text[])
    group by source_url`.execute(tx)
  return new Map(rows.map(row => [row.source_url, Number(row.id)]))
}

/** Media that earlier files of the same archive brought, for texts of this one that show them. */
export async function readEarlierMedia(
  tx: Transaction,
  { origin, kind, after }: { origin: string; kind: 'photograph' | 'file'; after: string },
): Promise<{ foreign_id: string; local_id: number; source_url: string }[]> {
  const table = sql.table(kind === 'photograph' ? 'photographs' : 'files')
  const { rows } = await sql<{ foreign_id: string; local_id: number; source_url: string }>`
    select i.foreign_id, i.local_id, m.source_url from imported i join ${table} m on m.id = i.local_id
    where i.origin = ${origin} and i.kind = ${kind} and i.foreign_id > ${after} and m.source_url is not null
    order by i.foreign_id limit 2000`.execute(tx)
  return rows
}

/** Tells the keys which local picture each leads to. */
export async function settleMediaKeys(tx: Transaction): Promise<void> {
  await sql`
    update staged_media_keys k set local_id = s.local_id from staged s
    where s.kind = k.kind and s.foreign_id = k.foreign_id and s.local_id is not null`.execute(tx)
}

export async function findMediaKeys(
  tx: Transaction,
  kind: 'photograph' | 'file',
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<Pick<MediaKeyRow, 'key' | 'local_id'>>`
    select key, local_id from staged_media_keys
    where kind = ${kind} and key = any(${[...keys]}::text[]) and local_id is not null`.execute(tx)
  return new Map(rows.map(row => [row.key, Number(row.local_id)]))
}

/** Photographs attached to stories of the archive, in their order. */
export async function findAttached(
  tx: Transaction,
  parents: readonly string[],
): Promise<Map<string, { foreign_id: string; local_id: number }[]>> {
  const found = new Map<string, { foreign_id: string; local_id: number }[]>()
  if (parents.length === 0) return found
  const { rows } = await sql<{ parent: string; foreign_id: string; local_id: number }>`
    select parent, foreign_id, local_id from staged
    where kind = 'photograph' and parent = any(${[...parents]}::text[]) and local_id is not null
    order by parent, place, n`.execute(tx)
  for (const { parent, foreign_id, local_id } of rows) {
    const list = found.get(parent) ?? []
    list.push({ foreign_id, local_id: Number(local_id) })
    found.set(parent, list)
  }
  return found
}

export interface Elsewhere {
  kind: 'photograph' | 'file'
  id: number
  url: string
  name: string
}

/** Imported media whose bytes are not here yet, in pages by id. */
export async function readElsewhere(
  db: Transaction,
  { kind, after, limit }: { kind: 'photograph' | 'file'; after: number; limit: number },
): Promise<Elsewhere[]> {
  const { rows } =
    kind === 'photograph'
      ? await sql<Omit<Elsewhere, 'kind'>>`
          select p.id, p.source_url as url, '' as name from photographs p
          where p.state = 'elsewhere' and p.id > ${after} and p.source_url is not null
            and exists (select 1 from imported i where i.kind = 'photograph' and i.local_id = p.id)
          order by p.id limit ${limit}`.execute(db)
      : await sql<Omit<Elsewhere, 'kind'>>`
          select f.id, f.source_url as url, f.name from files f
          where f.file_key is null and f.id > ${after} and f.source_url is not null
            and exists (select 1 from imported i where i.kind = 'file' and i.local_id = f.id)
          order by f.id limit ${limit}`.execute(db)
  return rows.map(row => ({ ...row, id: Number(row.id), kind }))
}
