import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './build-house.ts'
import type { Asks } from './house/asks.ts'
import { onCore, serverCore } from './machine.ts'
import { freePort, temporaryFolder } from './temporary-folder.ts'

export interface RunningHouse {
  port: number
  pid: number
  dataDir: string
  ask<Name extends keyof Asks>(
    name: Name,
    ...args: Parameters<Asks[Name]>
  ): Promise<Awaited<ReturnType<Asks[Name]>>>
  /** Ends the program and its database, and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts the built house, ready to answer, on `dataDir` or else on a folder of its own that goes with it. It has one
 * core unless it is to be pinned later. `node` are further flags of Node's.
 */
export async function runHouse(options: {
  demo: boolean
  dataDir?: string
  node?: string[]
  pinned?: boolean
}): Promise<RunningHouse> {
  const { demo, node = [], pinned = true } = options
  const folder = options.dataDir ? undefined : await temporaryFolder()
  const dataDir = options.dataDir ?? join(folder!.path, 'data')
  const program = ['--enable-source-maps', ...node, join(root, 'dist', 'bench', 'house.js')]
  const { command, args } = pinned
    ? onCore(serverCore, process.execPath, program)
    : { command: process.execPath, args: program }
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...settings,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
      DEMO: demo ? 'yes' : 'no',
    },
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const asks = askThrough(child)
  const stop = async () => {
    if (child.connected) child.disconnect()
    await ended
    await folder?.remove()
    running.delete(stop)
  }
  running.add(stop)
  try {
    const { port } = await asks.ready
    return { port, pid: child.pid!, dataDir, ask: asks.ask, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const running = new Set<() => Promise<void>>()

export async function stopAllHouses(): Promise<void> {
  await Promise.all([...running].map(stop => stop()))
}

/** Waits until nothing is done in the background any more; at most five minutes. */
export async function settled(house: RunningHouse, say: (line: string) => void): Promise<void> {
  for (let i = 0; i < 1500; i++) {
    const { pictures, stories } = await house.ask('waiting')
    if (pictures + stories === 0) return
    if (i % 100 === 0) say(`${pictures} pictures are to be developed, ${stories} stories to be indexed …`)
    await pause(200)
  }
  throw new Error('the house has not come to rest within five minutes')
}

const settings = {
  HOST: '127.0.0.1',
  SITE_URL: '',
  DATABASE_URL: '',
  SECRET: '',
  LOG_LEVEL: 'warn',
  PRESS_MEMORY_MB: '',
}

function askThrough(child: ChildProcess) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const ready = Promise.withResolvers<{ port: number }>()
  let last = 0
  child.on('message', (message: { port: number } | { id: number; result?: unknown; error?: string }) => {
    if ('port' in message) {
      ready.resolve(message)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) asked?.resolve(message.result)
    else asked?.reject(new Error(message.error))
  })
  child.once('exit', code => {
    const error = new Error(`the house ended with ${code}`)
    ready.reject(error)
    for (const asked of waiting.values()) asked.reject(error)
  })
  ready.promise.catch(() => {})
  const ask: RunningHouse['ask'] = (name, ...args) => {
    const id = ++last
    const asked = Promise.withResolvers<unknown>()
    waiting.set(id, asked)
    child.send({ id, name, args })
    return asked.promise as never
  }
  return { ready: ready.promise, ask }
}
