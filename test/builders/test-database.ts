import { sql } from 'kysely'
import { afterAll, inject } from 'vitest'
import { type ConnectionSettings, type Database, openDatabase } from '../../src/platform/database/database.ts'
import { named } from '../setup/database.ts'

export interface TestDatabase {
  db: Database
  /** For what opens its own connections: pg-boss, LISTEN, a second node. */
  connection: ConnectionSettings
}

let made = 0

/**
 * An empty database of this test file's own, with every migration; dropped after the file's last test.
 *
 *     const { db } = await testDatabase()          // at the top of a test file, or in beforeAll
 *     test('keeps a story', async () => { … await publishStory(db, …) … })
 *
 * It is a copy of one template, so it takes some tens of milliseconds. Tests within a file share it: let each make
 * what it needs rather than count on an empty table, or ask for another database.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { connection: server, template } = inject('testServer')
  const name = `masthead_test_${process.pid}_${++made}_${Date.now().toString(36)}`
  const admin = openDatabase(server, { max: 1 })
  await sql.raw(`create database ${name} template ${template}`).execute(admin)
  const connection = named(server, name)
  const db = openDatabase(connection, { max: 6 })
  afterAll(async () => {
    await db.destroy()
    await sql.raw(`drop database if exists ${name} with (force)`).execute(admin)
    await admin.destroy()
  })
  return { db, connection }
}
