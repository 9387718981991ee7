import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from '../platform/config/config.ts'
import { dataFolderHolder, lockDataFolder } from '../platform/data-folder/data-folder.ts'
import type { Holder } from '../platform/data-folder/lock.ts'
import type { ConnectionSettings } from '../platform/database/database.ts'
import { runningPostgres, startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts'
import { checkGivenPostgres } from '../platform/database/given-postgres.ts'
import { CannotStart } from '../platform/errors/cannot-start.ts'

export interface OpenPostgres {
  connection: ConnectionSettings
  /** Stops what was started for us, and lets go of the data folder. */
  close(): Promise<void>
  whenLost(callback: (reason: string) => void): void
}

/**
 * Makes a PostgreSQL available: the one DATABASE_URL names, or the one that comes along. A server takes the data folder
 * for itself; a command works beside a running server, and starts the database for its own time where none runs.
 */
export async function openPostgres(
  config: Config,
  role: Holder['role'],
  say: (line: string) => void,
): Promise<OpenPostgres> {
  if (role === 'command' && config.databaseUrl) return await given(config.databaseUrl)
  if (role === 'command' && (await dataFolderHolder(config.dataDir))?.role === 'server')
    return await beside(config.dataDir)
  const lock = await lockDataFolder(config.dataDir, role)
  try {
    const opened = config.databaseUrl ? await given(config.databaseUrl) : await embedded(config.dataDir, say)
    const close = () => opened.close().finally(() => lock.release())
    return { ...opened, close }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function embedded(dataDir: string, say: (line: string) => void): Promise<OpenPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, say })
  return { connection: postgres.connection, close: postgres.stop, whenLost: postgres.whenLost }
}

async function given(databaseUrl: string): Promise<OpenPostgres> {
  await checkGivenPostgres(databaseUrl)
  return { connection: { connectionString: databaseUrl }, close: async () => {}, whenLost: () => {} }
}

// The server may hold the folder and still be starting its database.
async function beside(dataDir: string): Promise<OpenPostgres> {
  let problem: unknown
  for (const began = Date.now(); Date.now() - began < 15_000; await wait(50)) {
    const connection = await runningPostgres(dataDir)
    problem = connection ? await attempt(connection) : 'it was not made yet'
    if (connection && !problem) return { connection, close: async () => {}, whenLost: () => {} }
  }
  throw new CannotStart(`The database of the Masthead that runs on ${dataDir} cannot be reached: ${problem}`)
}

async function attempt(connection: ConnectionSettings): Promise<unknown> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return undefined
  } catch (error) {
    return error
  }
}
