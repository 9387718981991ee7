import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { insertBrief } from '../src/features/live/brief-queries.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { runningPostgres } from '../src/platform/database/embedded-postgres.ts'
import { recordEvent } from '../src/platform/events/events.ts'

// How many News Feed streams one node carries: node bench/feed-streams.ts [streams] [rounds]
// The server runs in a process of its own and this one is all the readers; both are on this machine, over loopback.

export interface StreamFigures {
  streams: number
  rounds: number
  /** From posting a brief (its time of publication) to the last of all streams having it, milliseconds. */
  lastMs: { median: number; worst: number }
  /** The same over every stream and round. */
  arrivalMs: { median: number; p99: number }
  /** Resident memory of the server's process that came with the streams, in KB for each. */
  kilobytesEach: number
}

interface Reader {
  socket: Socket
  at: number
}

/** Opens `streams` connections to a running server and posts `rounds` briefs, one after another has reached everybody. */
export async function measureFeedStreams(options: {
  port: number
  pid: number
  streams: number
  rounds: number
  post: (headline: string) => Promise<void>
}): Promise<StreamFigures> {
  const { port, pid, streams, rounds, post } = options
  await post('Before the readers come')
  const before = await residentKilobytes(pid)
  const readers = await openAll(port, streams)
  await pause(3000)
  const kilobytesEach = ((await residentKilobytes(pid)) - before) / streams
  const arrivals: number[] = []
  const lasts: number[] = []
  for (let round = 0; round < rounds; round++) {
    const times = await oneRound(readers, () => post(`Round ${round}`))
    arrivals.push(...times)
    lasts.push(Math.max(...times)); console.log('first', Math.min(...times).toFixed(0), 'last', Math.max(...times).toFixed(0))
  }
  for (const { socket } of readers) socket.destroy()
  return {
    streams,
    rounds,
    lastMs: { median: percentile(lasts, 0.5), worst: Math.max(...lasts) },
    arrivalMs: { median: percentile(arrivals, 0.5), p99: percentile(arrivals, 0.99) },
    kilobytesEach,
  }
}

async function openAll(port: number, streams: number): Promise<Reader[]> {
  const readers: Reader[] = []
  const atOnce = 100
  while (readers.length < streams) {
    const more = Math.min(atOnce, streams - readers.length)
    readers.push(...(await Promise.all(Array.from({ length: more }, () => open(port)))))
  }
  return readers
}

function open(port: number): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject)
    socket.once('data', () => resolve({ socket, at: 0 }))
    socket.write(request)
  })
}

/** Resolves with each reader's milliseconds from publication to arrival. */
async function oneRound(readers: readonly Reader[], post: () => Promise<void>): Promise<number[]> {
  let missing = readers.length
  let published = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const reader of readers) {
    reader.socket.removeAllListeners('data')
    reader.socket.on('data', (bytes: Buffer) => {
      if (!bytes.includes('event: brief-posted')) return
      reader.at = now()
      if (published === 0) published = publishedIn(bytes)
      if (--missing === 0) resolve()
    })
  }
  await post()
  await Promise.race([
    promise,
    pause(10_000).then(() => Promise.reject(new Error(`${missing} streams wait`))),
  ])
  return readers.map(({ at }) => at - published)
}

function publishedIn(bytes: Buffer): number {
  const data = /^data: (.*)$/m.exec(bytes.toString())?.[1] ?? '{}'
  return Date.parse((JSON.parse(data) as { publishedAt: string }).publishedAt)
}

function now(): number {
  return performance.timeOrigin + performance.now()
}

async function residentKilobytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1])
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

// What a browser sends.
const request = [
  'GET /news/stream HTTP/1.1',
  'Host: localhost',
  'Accept: text/event-stream',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: en-GB,en;q=0.9',
  'Cache-Control: no-cache',
  'Connection: keep-alive',
  'Referer: http://localhost/a-story',
  'Sec-Fetch-Dest: empty',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Site: same-origin',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  '\r\n',
].join('\r\n')

if (import.meta.main) await main()

async function main(): Promise<void> {
  const [streams = 10_000, rounds = 20] = process.argv.slice(2).map(Number)
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-bench-'))
  const port = await freePort()
  const environment = { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DEMO: 'no' }
  const built = process.env.BUILT ?? 'dist/server'
  const server = spawn(process.execPath, [join(built, 'main.js')], { env: environment, stdio: 'pipe' })
  try {
    await ready(server)
    const { post, close } = await poster(dataDir)
    const figures = await measureFeedStreams({ port, pid: server.pid!, streams, rounds, post })
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
    await close()
    const asked = performance.now()
    server.kill('SIGTERM')
    await new Promise(resolve => server.once('exit', resolve))
    process.stdout.write(`Stopped in ${Math.round(performance.now() - asked)} ms.\n`)
  } finally {
    server.kill('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Posts as the program does; the action itself is not taken because it brings views, which plain Node does not read. */
async function poster(dataDir: string) {
  const db = openDatabase((await runningPostgres(dataDir))!, { max: 1 })
  const post = (headline: string) =>
    db.transaction().execute(async tx => {
      const brief = { headline, content: [], breaking: false, pinned: false, storyId: null, language: null }
      const { id } = await insertBrief(tx, { ...brief, postedBy: 'bench', publishedAt: systemClock.now() })
      const keys = ['feed', `brief:${id}`]
      await recordEvent(tx, systemClock, { kind: 'brief-posted', keys, payload: { briefId: id } })
    })
  return { post, close: () => db.destroy() }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk; process.stdout.write(chunk)
      if (said.includes('is ready')) resolve()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
