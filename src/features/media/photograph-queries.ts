import { sql } from 'kysely'
import { type Database, ids, json, type Transaction } from '../../platform/database/database.ts'
import type { PhotographRights, PhotographState } from './photograph.ts'
import { mediaSrc, type Photograph, toPhotograph } from './photograph.ts'
import type { Rendition } from './rendition.ts'

/** A file for download as blocks show it; fits `BlockFile`. */
export interface Download {
  id: number
  src: string
  name: string
  mime: string
  bytes: number | null
}

/** A photograph with all that actions need to know of it. */
export interface StoredPhotograph {
  id: number
  state: PhotographState
  fileKey: string | null
  sourceUrl: string | null
  mime: string | null
  width: number | null
  height: number | null
  fingerprint: string | null
  focalX: number
  focalY: number
  alt: string
  caption: string
  credit: string
  rights: PhotographRights
  renditions: Rendition[]
  failure: string | null
}

/** What is known of a photograph once its bytes are kept. */
export interface KeptBytes {
  state: 'pending'
  file_key: string
  mime: string
  width: number
  height: number
  bytes: number
  fingerprint: string | null
  tone: string
  renditions: Rendition[]
}

export interface Words {
  alt: string
  caption: string
  credit: string
  rights: PhotographRights
  focal_x: number
  focal_y: number
}

/** The photographs of these ids, ready to be shown; unknown ids are left out. */
export async function findPhotographs(
  db: Database,
  wanted: readonly number[],
): Promise<Map<number, Photograph>> {
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('photographs')
    .select(['id', 'state', 'source_url', 'width', 'height', 'focal_x', 'focal_y'])
    .select(['alt', 'caption', 'credit', 'tone', 'renditions'])
    .where('id', '=', sql<number>`any(${ids(wanted)})`)
    .execute()
  return new Map(rows.map(row => [row.id, toPhotograph(row)]))
}

/** The files of these ids, ready to be linked; unknown ids are left out. */
export async function findFiles(db: Database, wanted: readonly number[]): Promise<Map<number, Download>> {
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('files')
    .select(['id', 'file_key', 'source_url', 'name', 'mime', 'bytes'])
    .where('id', '=', sql<number>`any(${ids(wanted)})`)
    .execute()
  return new Map(
    rows.map(({ id, file_key, source_url, name, mime, bytes }) => [
      id,
      { id, src: file_key ? mediaSrc(file_key) : (source_url ?? ''), name, mime, bytes },
    ]),
  )
}

export async function readStoredPhotograph(db: Database, id: number): Promise<StoredPhotograph | null> {
  const row = await db.selectFrom('photographs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    state: row.state,
    fileKey: row.file_key,
    sourceUrl: row.source_url,
    mime: row.mime,
    width: row.width,
    height: row.height,
    fingerprint: row.fingerprint,
    focalX: row.focal_x,
    focalY: row.focal_y,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    rights: row.rights as PhotographRights,
    renditions: row.renditions as Rendition[],
    failure: row.failure,
  }
}

/** Waits for others that change the same photograph; call it in a transaction. */
export async function lockPhotograph(tx: Transaction, id: number): Promise<void> {
  await tx.selectFrom('photographs').select('id').where('id', '=', id).forUpdate().execute()
}

/** Waits for others that keep the same bytes; call it in a transaction. */
export async function lockFingerprint(tx: Transaction, fingerprint: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`photograph ${fingerprint}`}, 0))`.execute(tx)
}

/** The photograph with these bytes, if there is one. */
export async function findByFingerprint(db: Database, fingerprint: string): Promise<number | null> {
  const row = await db
    .selectFrom('photographs')
    .select('id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The photograph that is linked from, or was fetched from, this address. */
export async function findBySourceUrl(db: Database, url: string): Promise<number | null> {
  const row = await db
    .selectFrom('photographs')
    .select('id')
    .where('source_url', '=', url)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** An id for a photograph or file that is about to be kept: its keys carry it. */
export async function nextId(db: Database, table: 'photographs' | 'files'): Promise<number> {
  const { rows } = await sql<{
    id: number
  }>`select nextval(pg_get_serial_sequence(${table}, 'id')) as id`.execute(db)
  return rows[0]!.id
}

/** False when the same bytes were kept by somebody else in the meantime. */
export async function insertPhotograph(
  tx: Transaction,
  row: KeptBytes & Words & { id: number; source_url: string | null; now: Date },
): Promise<boolean> {
  const { now, ...columns } = row
  const inserted = await tx
    .insertInto('photographs')
    .values({
      ...columns,
      rights: json(row.rights),
      renditions: json(row.renditions),
      created_at: now,
      updated_at: now,
    })
    .onConflict(conflict => conflict.column('fingerprint').where('fingerprint', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** A picture or file that lies at another host and is only linked. Returns its id. */
export async function insertLinkedPhotograph(
  tx: Transaction,
  row: Words & { source_url: string; width: number | null; height: number | null; now: Date },
): Promise<number> {
  const { now, ...columns } = row
  const { id } = await tx
    .insertInto('photographs')
    .values({
      ...columns,
      state: 'elsewhere',
      rights: json(row.rights),
      renditions: json([]),
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function changePhotograph(
  tx: Transaction,
  id: number,
  changes: Partial<KeptBytes & Words> & { now: Date },
): Promise<void> {
  const { now, rights, renditions, ...columns } = changes
  await tx
    .updateTable('photographs')
    .set({
      ...columns,
      ...(rights ? { rights: json(rights) } : {}),
      ...(renditions ? { renditions: json(renditions) } : {}),
      ...(columns.state === 'pending' ? { failure: null } : {}),
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
}

export async function markPrinted(
  tx: Transaction,
  id: number,
  result: { renditions: Rendition[]; now: Date },
): Promise<void> {
  await tx
    .updateTable('photographs')
    .set({ state: 'ready', renditions: json(result.renditions), failure: null, updated_at: result.now })
    .where('id', '=', id)
    .execute()
}

export async function markFailed(
  tx: Transaction,
  id: number,
  result: { reason: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('photographs')
    .set({ state: 'failed', failure: result.reason, updated_at: result.now })
    .where('id', '=', id)
    .execute()
}

/** Photographs that wait for renditions since before `before`: their job was lost or never sent. Oldest first. */
export async function photographsWithoutRenditions(
  db: Database,
  before: Date,
  limit = 500,
): Promise<number[]> {
  const rows = await db
    .selectFrom('photographs')
    .select('id')
    .where('state', '=', 'pending')
    .where('updated_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

export async function findFileBySourceUrl(db: Database, url: string): Promise<number | null> {
  const row = await db
    .selectFrom('files')
    .select('id')
    .where('source_url', '=', url)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Adds a file, or gives a linked one its bytes. */
export async function putFile(
  tx: Transaction,
  row: {
    id?: number
    file_key: string | null
    source_url: string | null
    name: string
    mime: string
    bytes: number | null
    now: Date
  },
): Promise<number> {
  const { now, ...columns } = row
  const { id } = await tx
    .insertInto('files')
    .values({ ...columns, created_at: now })
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet({
        file_key: row.file_key,
        name: row.name,
        mime: row.mime,
        bytes: row.bytes,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a download needs to be sent; null where nothing is kept under this key. */
export async function findFileByKey(
  db: Database,
  id: number,
  key: string,
): Promise<{ name: string; mime: string } | null> {
  const row = await db
    .selectFrom('files')
    .select(['name', 'mime'])
    .where('id', '=', id)
    .where('file_key', '=', key)
    .executeTakeFirst()
  return row ?? null
}
