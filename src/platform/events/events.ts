import { sql } from 'kysely'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import { type ConnectionSettings, type Database, json, type Transaction } from '../database/database.ts'
import type { Log } from '../log.ts'

export interface NewEvent {
  kind: string
  /** Press keys of everything this changes; `*` means all. */
  keys: string[]
  payload?: Record<string, unknown>
}

export interface PastEvent extends NewEvent {
  id: number
  payload: Record<string, unknown>
  happenedAt: Date
}

export interface Events {
  /** Calls `handler` on this node for every event, in the order of commit. Returns the way to stop. */
  listen(handler: (event: PastEvent) => void): () => void
  start(): Promise<void>
  stop(): Promise<void>
}

const channel = 'masthead_events'
const orderLock = 7_220_641

/**
 * Writes an event in the caller's transaction and wakes every node at its commit. Call it last in the transaction:
 * it holds a lock until the commit, so that ids appear in the order of commit and a reader of "all after N" misses none.
 */
export async function recordEvent(tx: Transaction, clock: Clock, event: NewEvent): Promise<number> {
  await sql`select pg_advisory_xact_lock(${orderLock})`.execute(tx)
  const { id } = await tx
    .insertInto('events')
    .values({
      kind: event.kind,
      keys: event.keys,
      payload: json(event.payload ?? {}),
      happened_at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`select pg_notify(${channel}, ${String(id)})`.execute(tx)
  return id
}

/** Events after `id`, oldest first; at most `limit`. */
export async function eventsAfter(db: Database, id: number, limit = 500): Promise<PastEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    keys: row.keys,
    payload: row.payload as Record<string, unknown>,
    happenedAt: row.happened_at,
  }))
}

/**
 * The listening end of the outbox on one node: LISTEN on a connection of its own, re-opened when it breaks. The outbox is
 * also looked at every `lookSeconds`: a connection can be dead for hours before either end notices.
 */
export function createEvents(options: {
  db: Database
  connection: ConnectionSettings
  log: Log
  lookSeconds?: number
}): Events {
  const { db, connection, log, lookSeconds = 5 } = options
  const handlers = new Set<(event: PastEvent) => void>()
  let client: pg.Client | null = null
  let lastId = 0
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let look: NodeJS.Timeout | undefined
  let waiting = false
  let reading: Promise<void> = Promise.resolve()

  return {
    listen(handler) {
      handlers.add(handler)
      return () => handlers.delete(handler)
    },
    async start() {
      lastId = await newestId()
      await connect()
      look = setInterval(catchUp, lookSeconds * 1000)
      look.unref()
    },
    async stop() {
      stopped = true
      clearTimeout(retry)
      clearInterval(look)
      const open = client
      client = null
      await open?.end().catch(() => {})
      await reading
    },
  }

  async function newestId(): Promise<number> {
    const row = await db
      .selectFrom('events')
      .select(eb => eb.fn.max('id').as('id'))
      .executeTakeFirst()
    return Number(row?.id ?? 0)
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...connection, keepAlive: true, application_name: 'masthead events' })
    next.on('notification', () => catchUp())
    next.on('error', error => log.warn({ error: error.message }, 'the event connection broke'))
    next.on('end', () => {
      if (!stopped) reconnectSoon()
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    if (stopped) return next.end()
    client = next
    // What was committed while nobody listened is read now.
    catchUp()
  }

  function reconnectSoon(): void {
    clearTimeout(retry)
    retry = setTimeout(() => connect().catch(reconnectSoon), 500)
  }

  /** Reads once more after what is being read now; however many ask meanwhile. What fails is read at the next look. */
  function catchUp(): void {
    if (waiting) return
    waiting = true
    reading = reading
      .then(() => {
        waiting = false
        return readNew()
      })
      .catch(error => log.warn({ error: error.message }, 'events could not be read'))
  }

  async function readNew(): Promise<void> {
    for (;;) {
      if (stopped) return
      const events = await eventsAfter(db, lastId)
      if (events.length === 0) return
      for (const event of events) {
        lastId = event.id
        for (const handler of handlers) handle(handler, event)
      }
    }
  }

  function handle(handler: (event: PastEvent) => void, event: PastEvent): void {
    try {
      handler(event)
    } catch (error) {
      log.error({ err: error, kind: event.kind, event: event.id }, 'a reaction failed')
    }
  }
}
