import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type OpenHouse, openHouse } from '../../src/app/open-house.ts'
import { startServer } from '../../src/app/server.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Config } from '../../src/platform/config/config.ts'
import { openSecrets } from '../../src/platform/config/secrets.ts'
import type { ConnectionSettings } from '../../src/platform/database/database.ts'
import { type Assets, readAssets } from '../../src/platform/http/assets.ts'
import { createLog } from '../../src/platform/log.ts'
import { testDatabase } from './test-database.ts'

export const testSecret = 'a secret for tests that is long enough'

/** A clock that stands still until it is told otherwise. */
export function testClock(
  start = '2026-11-22T09:00:00Z',
): Clock & { set(time: string | Date): void; advance(seconds: number): void } {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    set: time => {
      now = new Date(time)
    },
    advance: seconds => {
      now = new Date(now.getTime() + seconds * 1000)
    },
  }
}

export interface TestHouse extends OpenHouse {
  /** Starts a real server on a free port; returns its address. */
  serve(): Promise<string>
}

/** A whole house over a database of its own and a data folder of its own, both gone after the file's last test. */
export async function testHouse(
  options: {
    clock?: Clock
    working?: boolean
    config?: Partial<Config>
    patienceMs?: number
    /** Another way to the database than the straight one. */
    through?(connection: ConnectionSettings): Promise<ConnectionSettings>
  } = {},
): Promise<TestHouse> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-test-'))
  const config = testConfig({ dataDir, ...options.config })
  const open = await openHouse({
    config,
    connection: (await options.through?.(database.connection)) ?? database.connection,
    secrets: await openSecrets(config),
    log: createLog('silent'),
    assets: await testAssets(),
    working: options.working ?? false,
    clock: options.clock,
    patienceMs: options.patienceMs,
  })
  let stopServer = () => Promise.resolve()
  const house: TestHouse = {
    ...open,
    async serve() {
      const server = await startServer(open)
      stopServer = server.stop
      return `http://127.0.0.1:${server.port}`
    },
    async close() {
      await stopServer()
      await open.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  afterAll(() => house.close())
  return house
}

export function testConfig(changes: Partial<Config> & { dataDir: string }): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:4000',
    databaseUrl: undefined,
    secret: testSecret,
    trustedProxies: [],
    smtp: undefined,
    mailFrom: undefined,
    stripe: undefined,
    practicePayments: false,
    demo: false,
    logLevel: 'silent',
    pressMemoryMb: 16,
    ...changes,
  }
}

/** The built styles and scripts where there are any; tests of pages' content need none. */
export async function testAssets(): Promise<Assets> {
  return readAssets('dist').catch(() => ({
    css: '/assets/paper.css',
    js: '/assets/islands.js',
    fonts: {},
    newsroom: { css: '/newsroom/assets/newsroom.css', js: '/newsroom/assets/newsroom.js', fonts: {} },
  }))
}
