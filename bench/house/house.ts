import { routes } from '../../src/app/routes.ts'
import { startServer } from '../../src/app/server.ts'
import { startHouse } from '../../src/app/start-house.ts'
import { wantsDemo } from '../../src/app/wants-demo.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { environment } from '../../src/platform/config/environment.ts'
import { createAsks } from './asks.ts'

// The program as it is, in a process that can also be asked over its channel for what a button or an event would do.

const say = (line: string) => process.stderr.write(`  ${line}\n`)
const config = readConfig(environment())
const opened = await startHouse(config, 'server', say)
if (config.demo && (await wantsDemo(opened.house))) {
  // As in the program itself, the demo is not loaded where it is not wanted.
  const { fillDemo } = await import('../../src/app/fill-demo.ts')
  await fillDemo(opened.house, () => {})
}
// One reader asks everything here, far more often than anybody may.
for (const route of routes) delete route.perMinute
const server = await startServer(opened)
const asks = createAsks(opened)
let stopping = false

process.on('message', async ({ id, name, args }: { id: number; name: string; args: unknown[] }) => {
  const ask = asks[name as keyof typeof asks] as (...args: unknown[]) => Promise<unknown>
  const answer = await Promise.resolve()
    .then(() => ask(...args))
    .then(
      result => ({ id, result }),
      error => ({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  process.send?.(answer)
})
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop)
process.send!({ port: server.port })

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await server.stop()
  await opened.close()
  process.exit(0)
}
