import { type Config, readConfig } from '../platform/config/config.ts'
import { environment } from '../platform/config/environment.ts'
import { CannotStart } from '../platform/errors/cannot-start.ts'
import { startServer } from './server.ts'
import { startHouse } from './start-house.ts'
import { wantsDemo } from './wants-demo.ts'
import { wayIn } from './way-in.ts'

// What has been opened so far, the newest last; stopping goes backwards.
const open: { name: string; close(): Promise<void> }[] = []
let starting: Promise<unknown> = Promise.resolve()
let stopping: Promise<never> | undefined
let asked = 0

// A closed terminal or pipe is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopAsked())
// The starting script holds this channel: where it was killed, nothing must stay behind.
process.on('disconnect', () => stopAsked())
process.channel?.unref()
process.on('uncaughtException', error => stop(1, error))
process.on('unhandledRejection', error => stop(1, error))

await live().catch(error => stop(1, error))

async function live(): Promise<void> {
  const config = readConfig(environment())
  const house = startHouse(config, 'server', say)
  starting = house
  const opened = await house
  open.push({ name: 'the house', close: opened.close })
  if (stopping) return
  opened.whenLost(reason => stop(1, new CannotStart(reason)))
  if (config.demo && (await wantsDemo(opened.house))) {
    say('The publication is empty: the demo newsroom moves in.')
    // Loaded only where it is wanted: nobody else has use for its drawings.
    const { fillDemo } = await import('./fill-demo.ts')
    await fillDemo(opened.house, say)
  }
  if (stopping) return
  const server = await startServer(opened).catch(error => {
    throw cannotListen(error, config)
  })
  open.push({ name: 'the server', close: server.stop })
  say(`Masthead is ready: ${server.url}`)
  for (const line of await wayIn(opened.house)) say(line)
}

// Ctrl-C reaches this process twice, from the terminal and through npm; only a later one means "now".
function stopAsked(): void {
  const sinceFirst = Date.now() - asked
  if (asked === 0) {
    asked = Date.now()
    say('Stopping …')
    stop(0)
  } else if (sinceFirst > 500) {
    say('Stopping at once.')
    process.exit(1)
  }
}

function stop(code: number, error?: unknown): Promise<never> {
  // What breaks because everything is being closed is no news.
  if (error !== undefined && !stopping)
    say(error instanceof CannotStart ? `\n${error.message}` : `\nMasthead failed: ${detail(error)}`)
  stopping ??= closeAll().then(() => process.exit(code))
  return stopping
}

async function closeAll(): Promise<void> {
  // A database that is just starting has to be there before it can be stopped.
  await starting.catch(() => {})
  for (const part of open.reverse()) {
    await part.close().catch(error => say(`While stopping ${part.name}: ${detail(error)}`))
  }
}

function cannotListen(error: unknown, config: Config): unknown {
  const reasons: Record<string, string> = {
    EADDRINUSE: 'another program uses it already',
    EACCES: 'this user may not use it (ports below 1024 are for root)',
    EADDRNOTAVAIL: `this machine does not have the address HOST names (${config.host})`,
  }
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
  return reason
    ? new CannotStart(`PORT ${config.port} cannot be used: ${reason}. Choose another with PORT.`)
    : error
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
