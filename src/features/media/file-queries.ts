import { sql } from 'kysely'
import { type Database, ids, type Transaction } from '../../platform/database/database.ts'
import { fileSrc } from './file-kind.ts'

/** A file for download as blocks show it; fits `BlockFile`. */
export interface Download {
  id: number
  src: string
  name: string
  mime: string
  bytes: number | null
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
      {
        id,
        src: file_key ? fileSrc({ id, name, fileKey: file_key }) : (source_url ?? ''),
        name,
        mime,
        bytes,
      },
    ]),
  )
}

/** Where a file's bytes are; null for an unknown id and for one that is only linked. */
export async function findStoredFile(
  db: Database,
  id: number,
): Promise<{ fileKey: string; name: string; mime: string } | null> {
  const row = await db
    .selectFrom('files')
    .select(['file_key', 'name', 'mime'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.file_key ? { fileKey: row.file_key, name: row.name, mime: row.mime } : null
}

/** Adds a file, or gives a linked one (`id`) its bytes. Returns its id. */
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
