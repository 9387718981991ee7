import { join } from 'node:path'
import { checkout } from '../platform/checkout.ts'
import type { Config } from '../platform/config/config.ts'
import { openSecrets } from '../platform/config/secrets.ts'
import { prepareDataFolder } from '../platform/data-folder/data-folder.ts'
import type { Holder } from '../platform/data-folder/lock.ts'
import { type ConnectionSettings, openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { openPostgres } from './open-postgres.ts'

export interface StartedHouse extends OpenHouse {
  /** For what needs a connection of its own: the house's own give up a statement that takes long. */
  connection: ConnectionSettings
  /** Calls back when the database that came along ends by itself. */
  whenLost(callback: (reason: string) => void): void
}

/**
 * From the settings to an open house: data folder, database, migrations, secrets, doors. Throws CannotStart, with
 * nothing left running; `close` closes all of it, the database last.
 */
export async function startHouse(
  config: Config,
  role: Holder['role'],
  say: (line: string) => void,
): Promise<StartedHouse> {
  await prepareDataFolder(config.dataDir)
  const postgres = await openPostgres(config, role, say)
  try {
    const { connection } = postgres
    const secrets = await openSecrets(config)
    await bringUpToDate(connection, say)
    const opened = await openHouse({ config, connection, secrets, working: role === 'server' })
    const close = () => opened.close().finally(() => postgres.close())
    return { ...opened, connection, close, whenLost: postgres.whenLost }
  } catch (error) {
    await postgres.close()
    throw error
  }
}

async function bringUpToDate(connection: ConnectionSettings, say: (line: string) => void): Promise<void> {
  const db = openDatabase(connection, { max: 1 })
  try {
    const ran = await migrate(db, join(checkout, 'migrations'))
    if (ran.length > 0) say('The database is now as this version needs it.')
  } finally {
    await db.destroy()
  }
}
