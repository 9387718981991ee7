import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './database.ts'

const migrationLock = 7_220_640

/**
 * Brings the database to the newest schema: runs every `migrations/NNNN-name.sql` that has not run yet, in order,
 * each with its record in one transaction. Several nodes may start at once: one migrates, the others wait.
 * Returns the names of those that ran. Throws the database's own error, with the file's name, and changes nothing then.
 */
export async function migrate(db: Database, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)
    await sql`create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())`.execute(
      tx,
    )
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(tx)
    const done = new Set(rows.map(row => row.name))
    const ran: string[] = []
    for (const name of files.filter(file => !done.has(file))) {
      const text = await readFile(join(folder, name), 'utf8')
      await sql
        .raw(text)
        .execute(tx)
        .catch(error => {
          throw new Error(`migration ${name}: ${error.message}`, { cause: error })
        })
      await sql`insert into migrations (name) values (${name})`.execute(tx)
      ran.push(name)
    }
    return ran
  })
}
