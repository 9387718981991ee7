import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { callerAddress } from '../../platform/http/caller-address.ts'
import { isPrefetch, isRobot } from '../../platform/http/robots.ts'
import type { Log } from '../../platform/log.ts'
import { closePeriods, keepPeriod, lockPeriod, openPeriod } from './audience-queries.ts'
import { type Mark, salted, spread } from './reader-mark.ts'
import { addTo, countOf, emptySketch, mergeSketch } from './sketch.ts'

type Request = Pick<IncomingMessage, 'headers' | 'socket'>

export interface ReaderCount {
  /** A page was read. Robots and pages fetched in advance count for nothing. Keeps neither address nor browser. */
  note(request: Request): void
  /** Writes down what was counted since. */
  keep(): Promise<void>
  close(): Promise<void>
}

interface Counting {
  period: string
  salt: Mark
  sketch: Uint8Array
  changed: boolean
}

const keptEveryMs = 5000
/** After a start the first ones are seen at once. */
const firstKeptMs = 1000
const nothing: Mark = { high: 0x811c9dc5, low: 0x1b873593 }
const mostBrowsers = 5000
const mostWaiting = 10_000

/**
 * Counts distinct readers by day and by month without cookies: address and browser, mixed with a salt that lasts as long
 * as the day or the month, move one register of a sketch, and are forgotten at once (decision 17). Several nodes make
 * one count together.
 */
export function countReaders(options: {
  db: Database
  clock: Clock
  log: Log
  trustedProxies: readonly string[]
}): ReaderCount {
  const { db, clock, log, trustedProxies } = options
  const addressOf = callerAddress(trustedProxies)
  const browsers = new Map<string, Mark | null>()
  let counting: Counting[] | null = null
  let waiting: Mark[] = []
  let opening: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined

  return {
    note(request) {
      const browser = browserOf(request.headers['user-agent'])
      if (browser === null || isPrefetch(request)) return
      const mark = spread(addressOf(request), browser)
      if (counting) take(counting, mark)
      else {
        if (waiting.length < mostWaiting) waiting.push(mark)
        open()
      }
    },
    async keep() {
      await opening
      await write()
    },
    async close() {
      clearTimeout(timer)
      await opening
      await write().catch(error => log.warn({ error: error.message }, 'the last readers were not counted'))
    },
  }

  /** Null for a robot. Browsers are few, and their names long: each is looked at once. */
  function browserOf(userAgent: string | undefined): Mark | null {
    if (userAgent === undefined) return null
    const known = browsers.get(userAgent)
    if (known !== undefined) return known
    if (browsers.size >= mostBrowsers) browsers.clear()
    const mark = isRobot(userAgent) ? null : spread(userAgent.slice(0, 500), nothing)
    browsers.set(userAgent, mark)
    return mark
  }

  function take(open: Counting[], mark: Mark): void {
    for (const each of open) {
      const { high, low } = salted(mark, each.salt)
      if (addTo(each.sketch, high, low)) each.changed = true
    }
  }

  function open(): void {
    opening ??= openAll()
      .catch(error => log.warn({ error: error.message }, 'readers could not be counted'))
      .finally(() => {
        opening = null
        clearTimeout(timer)
        timer = setTimeout(goOn, firstKeptMs)
        timer.unref()
      })
  }

  async function openAll(): Promise<void> {
    const now = clock.now()
    const opened = await Promise.all(periodsOf(now).map(period => openOne(period, now)))
    counting = opened.filter(each => each !== null)
    for (const mark of waiting) take(counting, mark)
    waiting = []
  }

  async function openOne(period: string, now: Date): Promise<Counting | null> {
    const fresh = { period, salt: randomBytes(8), registers: Buffer.from(emptySketch()), now }
    const row = await db.transaction().execute(tx => openPeriod(tx, fresh))
    if (!row) return null
    const salt = { high: row.salt.readInt32LE(0), low: row.salt.readInt32LE(4) }
    return { period, salt, sketch: Uint8Array.from(row.registers), changed: false }
  }

  function goOn(): void {
    write()
      .catch(error => log.warn({ error: error.message }, 'counted readers wait for the database'))
      .finally(() => {
        timer = setTimeout(goOn, keptEveryMs)
        timer.unref()
      })
  }

  async function write(): Promise<void> {
    const now = clock.now()
    for (const each of counting ?? []) {
      if (!each.changed) continue
      each.changed = false
      await merge(each, now).catch(error => {
        each.changed = true
        throw error
      })
    }
    const [day = '', month = ''] = periodsOf(now)
    if (counting?.some(({ period }) => period !== day && period !== month)) {
      counting = null
      await db.transaction().execute(tx => closePeriods(tx, { day, month }))
    }
  }

  async function merge(each: Counting, now: Date): Promise<void> {
    await db.transaction().execute(async tx => {
      const row = await lockPeriod(tx, each.period)
      if (!row) return
      mergeSketch(each.sketch, row.registers)
      const registers = Buffer.from(each.sketch)
      await keepPeriod(tx, { period: each.period, registers, readers: countOf(each.sketch), now })
    })
  }
}

/** The day and the month of a moment, in UTC. */
export function periodsOf(now: Date): [day: string, month: string] {
  const day = now.toISOString().slice(0, 10)
  return [day, day.slice(0, 7)]
}
