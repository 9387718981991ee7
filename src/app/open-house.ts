import { join } from 'node:path'
import { checkout } from '../platform/checkout.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { openSecrets, type Secrets } from '../platform/config/secrets.ts'
import { prepareDataFolder } from '../platform/data-folder/data-folder.ts'
import type { Holder } from '../platform/data-folder/lock.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { createEvents } from '../platform/events/events.ts'
import { createDiskFiles } from '../platform/files/files.ts'
import type { House } from '../platform/house.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { createLog } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import { createPress, type Press } from '../platform/press/press.ts'
import { createStandings } from '../platform/press/standing.ts'
import { type OpenDatabase, openPostgres } from './open-database.ts'

export interface OpenHouse {
  house: House
  /** Closes every door, the database last. */
  close(): Promise<void>
  /** Calls back when the database that came along ends by itself. */
  whenLost(callback: (reason: string) => void): void
}

/** Opens all that the program stands on, in the order it depends on each other. Throws CannotStart; leaves nothing open then. */
export async function openHouse(config: Config, role: Holder['role'], say: (line: string) => void): Promise<OpenHouse> {
  await prepareDataFolder(config.dataDir)
  const postgres = await openPostgres(config, role, say)
  try {
    const secrets = await openSecrets(config)
    const house = build(config, secrets, postgres, role)
    const ran = await migrate(house.db, join(checkout, 'migrations'))
    if (ran.length > 0) say(`The database is now as this version needs it (${ran.length} steps).`)
    return {
      house,
      close: () => close(house, postgres),
      whenLost: postgres.whenLost,
    }
  } catch (error) {
    await postgres.close()
    throw error
  }
}

function build(config: Config, secrets: Secrets, postgres: OpenDatabase, role: Holder['role']): House {
  const { connection } = postgres
  const clock = systemClock
  const log = createLog(config.logLevel)
  const db = openDatabase(connection, role === 'command' ? { max: 4 } : {})
  const standings = createStandings(secrets.keyFor('standing'), clock)
  const press: Press = createPress({ clock, standings, memoryBytes: config.pressMemoryMb * 1_048_576 })
  return {
    config,
    db,
    clock,
    log,
    press,
    files: createDiskFiles(join(config.dataDir, 'files')),
    events: createEvents({ db, connection, log }),
    jobs: createJobs({ connection, log, working: role === 'server' }),
    metrics: createMetrics(() => press),
  }
}

async function close(house: House, postgres: OpenDatabase): Promise<void> {
  await house.db.destroy()
  await postgres.close()
}
