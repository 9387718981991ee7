import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/platform/database/database.ts'
import { runningPostgres } from '../../src/platform/database/embedded-postgres.ts'
import { root } from '../build-house.ts'
import type { Figure } from '../figure.ts'
import { getPage } from '../get-page.ts'
import { residentKilobytes } from '../machine.ts'
import { median } from '../statistics.ts'
import { freePort, temporaryFolder } from '../temporary-folder.ts'
import type { Ground } from './part.ts'

const part = 'Start'
const idleSeconds = 20

/** The program as somebody would start it, with `npm start`: on an empty folder, and again on what is there. */
export async function measureStart(ground: Ground): Promise<Figure[]> {
  const shared = await ground.demoData()
  // What is filled here serves the parts that come later; a folder that was given is not empty and stays as it is.
  const dataDir = existsSync(shared) ? join((await temporaryFolder()).path, 'data') : shared
  let running: Started | undefined
  try {
    ground.say('npm start on an empty folder …')
    const first = await start(dataDir)
    running = first
    const firstMemory = await idleMemory(first, ground)
    if (!ground.quick) await developed(dataDir, ground)
    await first.stop()
    const times: number[] = []
    let again = await start(dataDir)
    running = again
    times.push(again.seconds)
    for (let i = 1; i < (ground.quick ? 2 : 5); i++) {
      await again.stop()
      again = await start(dataDir)
      running = again
      times.push(again.seconds)
    }
    const memory = await idleMemory(again, ground)
    await again.stop()
    return [
      {
        part,
        measure: 'on an empty folder, to the first page',
        value: first.seconds,
        unit: 's',
        bar: { atMost: 15 },
      },
      {
        part,
        measure: 'on existing data, to the first page',
        value: median(times),
        unit: 's',
        bar: { atMost: 2 },
      },
      {
        part,
        measure: `memory, idle for ${idleSeconds} s`,
        value: memory,
        unit: 'MB',
        reference: `after the first start ${firstMemory.toFixed(0)} MB`,
        bar: { atMost: 200 },
        note: 'resident memory of the Node process alone',
      },
    ]
  } finally {
    await running?.stop()
  }
}

interface Started {
  seconds: number
  pid: number
  stop(): Promise<void>
}

/** Runs `npm start` until the front page is answered. */
async function start(dataDir: string): Promise<Started> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      SITE_URL: '',
      DATABASE_URL: '',
      SECRET: '',
      DEMO: 'yes',
      LOG_LEVEL: 'warn',
    },
  })
  let said = ''
  let over = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  const ended = new Promise<void>(resolve =>
    child.once('close', () => {
      over = true
      resolve()
    }),
  )
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  while (!over && performance.now() - began < 120_000) {
    const page = said.includes('Masthead is ready')
      ? await getPage(port, '/').catch(() => undefined)
      : undefined
    if (page?.status === 200) {
      const seconds = (performance.now() - began) / 1000
      const { pid } = JSON.parse(await readFile(join(dataDir, 'masthead.lock'), 'utf8')) as { pid: number }
      return { seconds, pid, stop }
    }
    await pause(5)
  }
  await stop()
  throw new Error(`npm start gave no page:\n${said}`)
}

/** Waits until the pictures of the demo are developed: a start that is measured has the machine to itself. */
async function developed(dataDir: string, ground: Ground): Promise<void> {
  const db = openDatabase((await runningPostgres(dataDir))!, { max: 1 })
  try {
    for (let i = 0; i < 300; i++) {
      const waiting = await db.selectFrom('photographs').select('id').where('state', '=', 'pending').execute()
      if (waiting.length === 0) return
      if (i % 20 === 0) ground.say(`${waiting.length} pictures are to be developed …`)
      await pause(1000)
    }
  } finally {
    await db.destroy()
  }
}

async function idleMemory({ pid }: Started, ground: Ground): Promise<number> {
  await pause((ground.quick ? 3 : idleSeconds) * 1000)
  return residentKilobytes(pid) / 1024
}
