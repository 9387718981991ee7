import { type RawBuilder, sql } from 'kysely'
import { type Database, json, type Transaction } from '../../platform/database/database.ts'
import { keptQuery } from '../../platform/database/kept-query.ts'
import type { PhotographRights, PhotographRow, PhotographState, PhotographWords } from './photograph.ts'
import { type Photograph, toPhotograph } from './photograph.ts'
import type { Rendition } from './rendition.ts'

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
  tone: string | null
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

/** The columns of a photograph of which nothing else is known. */
export function startingWords(words: PhotographWords): Words {
  return {
    alt: words.alt ?? '',
    caption: words.caption ?? '',
    credit: words.credit ?? '',
    rights: words.rights ?? {},
    focal_x: words.focalX ?? 0.5,
    focal_y: words.focalY ?? 0.5,
  }
}

/** The photographs of these ids, ready to be shown; unknown ids are left out. */
export async function findPhotographs(
  db: Database,
  wanted: readonly number[],
): Promise<Map<number, Photograph>> {
  if (wanted.length === 0) return new Map()
  const rows = await ofTheseIds(db, { wanted })
  return new Map(rows.map(row => [row.id, toPhotograph(row)]))
}

const ofTheseIds = keptQuery((db, { wanted }: { wanted: readonly number[] }) =>
  db
    .selectFrom('photographs')
    .select(['id', 'state', 'source_url', 'width', 'height', 'focal_x', 'focal_y'])
    .select(['alt', 'caption', 'credit', 'tone', 'renditions'])
    .where('id', '=', sql<number>`any(${wanted}::bigint[])`),
)

/**
 * For queries of other features: the photograph whose id is in `column`, as one value of the row (`toPhotograph` reads
 * it); null where there is none.
 */
export function photographIn(column: string): RawBuilder<PhotographRow | null> {
  return sql`(
    select json_build_object('id', p.id, 'state', p.state, 'source_url', p.source_url, 'width', p.width,
      'height', p.height, 'focal_x', p.focal_x, 'focal_y', p.focal_y, 'alt', p.alt, 'caption', p.caption,
      'credit', p.credit, 'tone', p.tone, 'renditions', p.renditions)
    from photographs p where p.id = ${sql.ref(column)})`
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

/** A picture that lies at another host and is only linked. Returns its id. */
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

/** A photograph whose bytes are among the stored files already, and nothing more is known of them. Returns its id. */
export async function insertAdoptedPhotograph(
  tx: Transaction,
  row: Words & { file_key: string; source_url: string | null; now: Date },
): Promise<number> {
  const { now, ...columns } = row
  const { id } = await tx
    .insertInto('photographs')
    .values({
      ...columns,
      state: 'pending',
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

/** Of a photograph that is a part of another: which one, and which part. */
export async function rememberOriginal(
  db: Database,
  id: number,
  { original, part }: { original: number; part: object },
): Promise<void> {
  await db
    .updateTable('photographs')
    .set({ cropped_from: original, crop: json(part) })
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
