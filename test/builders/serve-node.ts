import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenHouse, openHouse } from '../../src/app/open-house.ts'
import { startServer } from '../../src/app/server.ts'
import { openSecrets } from '../../src/platform/config/secrets.ts'
import type { ConnectionSettings } from '../../src/platform/database/database.ts'
import { createLog } from '../../src/platform/log.ts'
import { testAssets, testConfig } from './test-house.ts'

export interface ServedNode extends OpenHouse {
  port: number
  stop(): Promise<void>
}

/** One more node over a database that is there, serving on this port, or on a free one. */
export async function serveNode(connection: ConnectionSettings, port = 0): Promise<ServedNode> {
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-node-'))
  const config = testConfig({ dataDir, port })
  const open = await openHouse({
    config,
    connection,
    secrets: await openSecrets(config),
    log: createLog('silent'),
    assets: await testAssets(),
    working: false,
  })
  const server = await startServer(open)
  return {
    ...open,
    port: server.port,
    async stop() {
      await server.stop()
      await open.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
