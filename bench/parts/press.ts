import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { needPage, type Page } from '../get-page.ts'
import { type Load, startLoad } from '../load/run-load.ts'
import { onCore, processorSeconds, serverCore } from '../machine.ts'
import { median } from '../statistics.ts'
import type { Ground } from './part.ts'

const part = 'Press'
const connections = 48
const browser = {
  'accept-encoding': 'gzip',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0',
}

/** One thing to be loaded again and again: who answers, what is asked, and the rates so far. */
interface Runner {
  name: string
  port: number
  pid: number
  headers: Record<string, string>
  status?: number
  rates: number[]
  serverBusy: number[]
  clientBusy: number[]
}

/** A printed story page against a bare server with the same bytes, by turns, so that a noisy minute falls on both. */
export async function measurePress(ground: Ground): Promise<Figure[]> {
  const house = await ground.demoHouse()
  const path = (await house.ask('somePages')).story!
  const member = { ...browser, cookie: await house.ask('memberCookie') }
  const page = await needPage(house.port, path, browser)
  await needPage(house.port, path, member)
  const bare = await startBareServer(page)
  const load = startLoad()
  const runner = (
    name: string,
    at: { port: number; pid: number },
    headers: Record<string, string>,
    status?: number,
  ) => ({
    name,
    port: at.port,
    pid: at.pid,
    headers,
    status,
    rates: [],
    serverBusy: [],
    clientBusy: [],
  })
  const condition = { ...browser, 'if-none-match': page.headers.etag! }
  const bareGuest: Runner = runner('bare node:http', bare, browser)
  const guest: Runner = runner('guest', house, browser)
  const signedIn: Runner = runner('member', house, member)
  const bareUnchanged: Runner = runner('bare node:http, 304', bare, condition, 304)
  const unchanged: Runner = runner('304', house, condition, 304)
  const runners = [bareGuest, guest, signedIn, bareUnchanged, unchanged]
  try {
    await takeTurns({ runners, path, load, ground })
  } finally {
    load.stop()
    bare.stop()
  }
  const size = `${(page.body.length / 1024).toFixed(1)} KB gzip`
  return [
    compared({ measure: `story page, guest (${size})`, runner: guest, other: bareGuest, atLeast: 0.9 }),
    compared({ measure: 'story page, member', runner: signedIn, other: guest, atLeast: 0.8 }),
    compared({ measure: 'story page unchanged (304)', runner: unchanged, other: bareUnchanged }),
  ]
}

/**
 * Answers for each second of the server's own processor time: on a quiet machine the same as answers a second, and on
 * one where other programs take the core away still a fair comparison.
 */
function compared(options: { measure: string; runner: Runner; other: Runner; atLeast?: number }): Figure {
  const { measure, runner, other, atLeast } = options
  const perCore = ({ rates, serverBusy }: Runner) =>
    median(rates.map((rate, i) => rate / (serverBusy[i] || 1)))
  return {
    part,
    measure,
    value: perCore(runner),
    unit: '/s of a core',
    reference: `${other.name} ${Math.round(perCore(other)).toLocaleString('en-GB')}`,
    ratio: perCore(runner) / perCore(other),
    bar: atLeast === undefined ? undefined : { atLeast },
    note: `${Math.round(median(runner.rates)).toLocaleString('en-GB')}/s on the clock, beside ${Math.round(median(other.rates)).toLocaleString('en-GB')}/s (${(median(runner.rates) / median(other.rates)).toFixed(2)}×); ${busyNote(runner)}; ${busyNote(other)}`,
  }
}

/** Says whose processor was the limit: the figure is the server's only where the load had time to spare. */
function busyNote({ name, serverBusy, clientBusy }: Runner): string {
  const percent = (values: number[]) => `${Math.round(median(values) * 100)}%`
  return `${name}: server had ${percent(serverBusy)} of a core, the load ${percent(clientBusy)}`
}

async function takeTurns(options: {
  runners: Runner[]
  path: string
  load: Load
  ground: Ground
}): Promise<void> {
  const { runners, path, load, ground } = options
  const rounds = ground.quick ? 3 : 7
  const seconds = ground.quick ? 0.7 : 2
  for (let round = -1; round < rounds; round++) {
    for (const runner of runners) {
      const { port, headers, status, pid } = runner
      const before = processorSeconds(pid)
      const result = await load.run({
        port,
        headers,
        status,
        path,
        connections,
        seconds: round < 0 ? 1 : seconds,
      })
      // The first round warms up.
      if (round < 0) continue
      runner.rates.push(result.perSecond)
      runner.serverBusy.push((processorSeconds(pid) - before) / result.seconds)
      runner.clientBusy.push(result.clientBusy)
    }
    const [bare, guest] = runners
    if (round >= 0)
      ground.say(
        `round ${round + 1} of ${rounds}: bare ${Math.round(bare!.rates.at(-1)!)}/s, press ${Math.round(guest!.rates.at(-1)!)}/s`,
      )
  }
}

async function startBareServer(page: Page): Promise<{ port: number; pid: number; stop(): void }> {
  const program = join(import.meta.dirname, '..', 'load', 'bare-server.ts')
  const { command, args } = onCore(serverCore, process.execPath, [program])
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ready = new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('the bare server ended by itself')))
  })
  child.send({
    headers: headersOf(page, []),
    unchanged: headersOf(page, ['content-length', 'content-encoding']),
    body: page.body.toString('base64'),
    etag: page.headers.etag,
  })
  const { port } = await ready
  return { port, pid: child.pid!, stop: () => child.disconnect() }
}

/** As they came, without what node:http adds by itself. */
function headersOf({ rawHeaders }: Page, without: string[]): string[] {
  const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', ...without])
  const pairs = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1]!]] : []))
  return pairs.filter(([name]) => !own.has(name!.toLowerCase())).flat() as string[]
}
