import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { type ConnectionSettings, openDatabase } from '../../src/platform/database/database.ts'
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts'
import { migrate } from '../../src/platform/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that test files make their databases on, and the database they copy. */
    testServer: { connection: ConnectionSettings; template: string }
  }
}

/**
 * Runs once for the whole test run: starts a PostgreSQL in a temporary folder (or uses DATABASE_URL) and makes there
 * the template, an empty database with every migration. Returns what takes all of it away again.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL ? givenServer(process.env.DATABASE_URL) : await ownServer()
  const template = `masthead_template_${process.pid}`
  const admin = openDatabase(server.connection, { max: 1 })
  await sql.raw(`create database ${template}`).execute(admin)
  const db = openDatabase({ ...server.connection, ...named(server.connection, template) }, { max: 1 })
  await migrate(db, 'migrations')
  await db.destroy()
  project.provide('testServer', { connection: server.connection, template })
  return async () => {
    await sql.raw(`drop database if exists ${template} with (force)`).execute(admin)
    await admin.destroy()
    await server.stop()
  }
}

/** The settings that lead to another database of the same server. */
export function named(connection: ConnectionSettings, database: string): ConnectionSettings {
  if (!connection.connectionString) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

function givenServer(connectionString: string) {
  return { connection: { connectionString }, stop: async () => {} }
}

async function ownServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-test-'))
  // Under root PostgreSQL runs as another account, which has to get in here.
  await chmod(dataDir, 0o711)
  const postgres = await startEmbeddedPostgres({
    dataDir,
    say: () => {},
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  })
  return {
    connection: postgres.connection,
    async stop() {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
