import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { checkout } from '../../platform/checkout.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Reply, Task } from './darkroom-process.ts'
import type { CropOrder, PrintOrder, Survey, SurveyOrder } from './develop-picture.ts'

/**
 * Where pictures are read and made: a process of its own. A hostile file that breaks a decoder breaks only that
 * process, one that never ends is ended, the memory that pictures take goes back to the system, and pages come first.
 * It starts with the first picture and ends when there has been nothing to do for a while.
 */
export interface Darkroom {
  /** Throws BadInput with a plain sentence for a picture that cannot be taken. */
  survey(order: SurveyOrder): Promise<Survey>
  /** The renditions in the order asked for. Throws BadInput as above. */
  print(order: PrintOrder): Promise<Buffer[]>
  /** A part of a picture as a file of its own. Throws BadInput as above. */
  crop(order: CropOrder): Promise<Buffer>
  close(): void
}

export interface DarkroomOptions {
  idleMs?: number
  surveyMs?: number
  printMs?: number
  /** The program to run; another one only in tests. */
  program?: string
}

interface Waiting {
  resolve(reply: Reply): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

class TookTooLong extends Error {
  override name = 'TookTooLong'
}

const program = join(checkout, 'src/features/media/darkroom-process.ts')
const darkrooms = new WeakMap<House['files'], Darkroom>()

/** The darkroom of a house: one for all, however many ask. */
export function darkroomOf(house: House): Darkroom {
  const found = darkrooms.get(house.files) ?? createDarkroom()
  darkrooms.set(house.files, found)
  return found
}

export function createDarkroom(options: DarkroomOptions = {}): Darkroom {
  const { idleMs = 10_000, surveyMs = 30_000, printMs = 240_000 } = options
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let count = 0
  // An upload does not wait for the renditions of another; beyond that one picture is worked on at a time.
  const uploads = lane()
  const prints = lane()

  return {
    survey: order => uploads(() => twice({ survey: order }, surveyMs)) as Promise<Survey>,
    async print(order) {
      const made = (await prints(() => twice({ print: order }, printMs))) as Uint8Array[]
      return made.map(asBuffer)
    },
    crop: async order => asBuffer((await uploads(() => twice({ crop: order }, surveyMs))) as Uint8Array),
    close: leave,
  }

  /** What breaks the process is tried once more, because another picture may have broken it; then it is this one's fault. */
  async function twice(task: Task, ms: number): Promise<unknown> {
    const reply = await ask(task, ms)
      .catch(error => (error instanceof TookTooLong ? beyondReading() : ask(task, ms)))
      .catch(beyondReading)
    if ('result' in reply) return reply.result
    if ('refused' in reply) throw new BadInput({ field: 'photograph', sentence: reply.refused })
    throw new Error(`the darkroom failed: ${reply.fault}`)
  }

  function ask(task: Task, ms: number): Promise<Reply> {
    child ??= start()
    const process = child
    const number = ++count
    clearTimeout(idle)
    process.channel?.ref()
    return new Promise<Reply>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new TookTooLong())
        process.kill('SIGKILL')
      }, ms)
      waiting.set(number, { resolve, reject, timer })
      process.send({ number, task }, error => error && reject(error))
    }).finally(() => {
      clearTimeout(waiting.get(number)?.timer)
      waiting.delete(number)
      if (waiting.size === 0) rest()
    })
  }

  function start(): ChildProcess {
    const started = fork(options.program ?? program, {
      serialization: 'advanced',
      execArgv: [],
      // None of the program's own settings, which hold secrets. Fewer arenas keep its memory small (glibc).
      env: { MALLOC_ARENA_MAX: '2' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.unref()
    started.on('message', reply => waiting.get((reply as Reply).number)?.resolve(reply as Reply))
    started.on('error', error => lost(started, error))
    started.on('exit', (code, signal) =>
      lost(started, new Error(`the darkroom ended with ${signal ?? `code ${code}`}`)),
    )
    yieldToPages(started)
    return started
  }

  function lost(process: ChildProcess, error: Error): void {
    if (child !== process) return
    child = null
    for (const { reject } of [...waiting.values()]) reject(error)
  }

  function rest(): void {
    child?.channel?.unref()
    clearTimeout(idle)
    idle = setTimeout(leave, idleMs)
    idle.unref()
  }

  function leave(): void {
    clearTimeout(idle)
    const leaving = child
    child = null
    if (leaving?.connected) leaving.disconnect()
  }
}

function beyondReading(): never {
  throw new BadInput({
    field: 'photograph',
    sentence: 'The picture cannot be read: working on it took too long or broke off.',
  })
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** Runs what it is given one after another. */
function lane(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}

function yieldToPages({ pid }: ChildProcess): void {
  try {
    if (pid) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Some systems do not allow it; pictures are then made at ordinary priority.
  }
}
