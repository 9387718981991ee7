import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

type MediaTable = 'photographs' | 'files'

/** The photograph or file that is linked from, or was fetched from, this address; null where there is none. */
export async function findBySourceUrl(db: Database, table: MediaTable, url: string): Promise<number | null> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('source_url', '=', url)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** An id for what is about to be kept: its keys in the store of files carry it. */
export async function nextMediaId(db: Database, table: MediaTable): Promise<number> {
  const next = sql<{ id: number }>`select nextval(pg_get_serial_sequence(${table}, 'id')) as id`
  return (await next.execute(db)).rows[0]!.id
}
