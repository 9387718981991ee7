import type { ConnectionSettings } from './database.ts'
import { createCluster, refuseOtherMajor } from './postgres-cluster.ts'
import { findHome, type PostgresHome } from './postgres-home.ts'
import { startPostgres } from './postgres-process.ts'
import { chooseSocketFolder, socketFolderOf } from './postgres-socket.ts'

export interface EmbeddedPostgres {
  connection: PostgresConnection
  /** Stops PostgreSQL and waits until it is gone. Safe to call twice. */
  stop(): Promise<void>
  /** Calls back when PostgreSQL ends without having been asked to. */
  whenLost(callback: (reason: string) => void): void
}

export type PostgresConnection = Required<Omit<ConnectionSettings, 'connectionString'>>

/**
 * Starts the PostgreSQL that comes with the program, on the cluster that belongs to this data folder; makes the
 * cluster at the first start. It listens on a private unix socket only and asks for a password. One that was left
 * running or was killed is stopped or recovered first. `say` hears a line about each step that may take long;
 * `settings` are added to PostgreSQL's own. Throws CannotStart with a sentence for the person who starts it.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  say: (line: string) => void
  settings?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  const home = await findHome(options.dataDir)
  await refuseOtherMajor(home)
  await createCluster(home, options.say)
  const socketFolder = await chooseSocketFolder(home)
  const postgres = await startPostgres({
    home,
    socketFolder,
    say: options.say,
    settings: options.settings ?? {},
  })
  return {
    connection: connectionOf(home, socketFolder),
    stop: postgres.stop,
    whenLost: postgres.whenLost,
  }
}

/** How to reach the PostgreSQL that another process runs for this data folder; undefined where none was ever made. */
export async function runningPostgres(dataDir: string): Promise<PostgresConnection | undefined> {
  const home = await findHome(dataDir, { create: false })
  return home && connectionOf(home, await socketFolderOf(home))
}

function connectionOf(home: PostgresHome, socketFolder: string): PostgresConnection {
  return { host: socketFolder, port: 5432, user: 'masthead', password: home.password, database: 'masthead' }
}
