import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'

/** Every row of every table of the publication as text, by table, to compare two states of a database. */
export async function allRows(db: Database): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db)
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: string
    }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db)
    all[name] = rows.map(each => each.row)
  }
  return all
}
