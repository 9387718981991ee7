import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { vi } from 'vitest'

/** `npm start` as somebody would type it, with its own process group, so that nothing outlives the test. */
export interface RunningMasthead {
  url: string
  /** All that was printed so far. */
  output(): string
  /** Resolves when the address is printed; rejects, with the output, when the program ends before. */
  ready(): Promise<void>
  /** Every process that belongs to it, npm first. */
  processes(): Promise<number[]>
  signal(signal: NodeJS.Signals): void
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>
}

const started = new Set<() => Promise<void>>()

/** Starts the program with these settings, without the demo. Call `endAll` in afterEach. */
export async function runMasthead(env: Record<string, string> = {}): Promise<RunningMasthead> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn('npm', ['start'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEMO: 'no', DATABASE_URL: '', PORT: port, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += chunk
    })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  let over = false
  ended.then(() => {
    over = true
  })
  const program: RunningMasthead = {
    url: `http://localhost:${port}`,
    output: () => output,
    async ready() {
      await vi
        .waitUntil(() => over || output.includes('Masthead is ready'), { timeout: 60_000, interval: 20 })
        .catch(() => {
          throw new Error(`The program is not ready after a minute:\n${output}`)
        })
      if (over) throw new Error(`The program ended:\n${output}`)
    },
    processes: () => descendants(child.pid!),
    signal: signal => child.kill(signal),
    ended,
  }
  started.add(async () => {
    const left = await descendants(child.pid!)
    for (const pid of left) kill(pid, 'SIGKILL')
    await Promise.all(left.map(gone))
  })
  return program
}

/** Kills whatever the test left running. */
export async function endAll(): Promise<void> {
  for (const end of started) await end()
  started.clear()
}

/** Resolves when a process is no more. */
export async function gone(pid: number): Promise<void> {
  await vi.waitFor(
    async () => {
      if ((await listed()).some(found => found.pid === pid)) throw new Error(`process ${pid} still runs`)
    },
    { timeout: 20_000, interval: 25 },
  )
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended already.
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function descendants(pid: number): Promise<number[]> {
  const all = await listed()
  const below = (parent: number): number[] =>
    all.filter(({ ppid }) => ppid === parent).flatMap(({ pid: child }) => [child, ...below(child)])
  return all.some(found => found.pid === pid) ? [pid, ...below(pid)] : []
}

// Those that have ended but were not buried yet do not count.
async function listed(): Promise<{ pid: number; ppid: number }[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat='])
  return stdout
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(([pid, , state]) => pid && !state?.startsWith('Z'))
    .map(([pid, ppid]) => ({ pid: Number(pid), ppid: Number(ppid) }))
}
