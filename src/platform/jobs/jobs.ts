import { isDeepStrictEqual } from 'node:util'
import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { ConnectionSettings, Transaction } from '../database/database.ts'
import type { House } from '../house.ts'
import type { Log } from '../log.ts'

/** One kind of durable work. `run` may be called more than once for the same job, so it must be safe to repeat. */
export interface JobKind<Data extends object = object> {
  name: string
  schema: z.ZodType<Data>
  run(data: Data, house: House): Promise<void>
  /** How often a failed job is tried again (default 5, with growing pauses). */
  retryLimit?: number
  /** How many run at once on a node (default 1). */
  concurrency?: number
  /** New jobs are heard of at once; how often, in seconds, to look for those whose later time has come (default 5). */
  pollSeconds?: number
  /** Seconds that one run may take at most; it is given up then and tried again (default 300). */
  expireInSeconds?: number
}

export interface RecurringJob {
  kind: JobKind<Record<string, never>>
  /** Five-field cron expression, UTC. */
  cron: string
  /** Also runs when a node starts: for what became due while nobody was there to do it. */
  atStart?: boolean
}

export interface SendOptions {
  startAfter?: Date
}

export interface Jobs {
  /** Makes the queues known, so that jobs can be sent. */
  start(kinds: readonly JobKind<never>[]): Promise<void>
  /** Begins to run jobs on this node. */
  work(house: House, recurring: readonly RecurringJob[]): Promise<void>
  /** Adds a job in the caller's transaction: it exists if and only if that commits. */
  send<Data extends object>(
    tx: Transaction,
    kind: JobKind<Data>,
    data: Data,
    options?: SendOptions,
  ): Promise<void>
  /** Waits for running jobs, but not for ever: what is not done by then is run again by another node, or the next start. */
  stop(): Promise<void>
}

/** A node that runs a job says every few seconds that it lives; one that was killed is known by its silence. */
const heartbeatSeconds = 10
const keptDays = 1

/**
 * Durable jobs over pg-boss, in the same database as everything else. `lookSeconds` is how often jobs are looked for
 * whose node is gone, `patienceMs` how long a stop waits for running ones.
 */
export function createJobs(options: {
  connection: ConnectionSettings
  log: Log
  working: boolean
  lookSeconds?: number
  patienceMs?: number
}): Jobs {
  const { connection, log, working, lookSeconds = 10, patienceMs = 10_000 } = options
  const boss = new PgBoss({
    ...connection,
    max: 4,
    application_name: 'masthead jobs',
    supervise: working,
    schedule: working,
    useListenNotify: working,
    monitorVacuum: false,
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
  })
  // Every queue says it twice a second while the database is away; once in a while is enough.
  let said = 0
  boss.on('error', error => {
    if (Date.now() - said < 10_000) return
    said = Date.now()
    log.warn({ error: error.message }, 'the job queue met an error')
  })
  let known: readonly JobKind<never>[] = []
  let started = false
  let stopped = false

  return {
    async start(kinds) {
      known = kinds
      await boss.start()
      started = true
      const existing = new Map((await boss.getQueues()).map(queue => [queue.name, queue]))
      for (const kind of kinds as readonly JobKind[]) {
        const queue = existing.get(kind.name)
        if (!queue) await boss.createQueue(kind.name, queueOf(kind))
        else if (!isLike(queue, queueOf(kind))) await boss.updateQueue(kind.name, queueOf(kind))
      }
    },
    async work(house, recurring) {
      for (const kind of known) await workOn(kind as JobKind, house)
      for (const { kind, cron, atStart } of recurring) {
        await boss.schedule(kind.name, cron, {}, { tz: 'UTC' })
        if (atStart) await boss.send(kind.name, {})
      }
    },
    async send(tx, kind, data, send = {}) {
      await boss.send(kind.name, kind.schema.parse(data), {
        db: fromKysely(tx),
        ...(send.startAfter ? { startAfter: send.startAfter } : {}),
      })
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: patienceMs, close: true })
      started = false
      stopped = true
    },
  }

  async function workOn(kind: JobKind, house: House): Promise<void> {
    for (let lane = 0; lane < (kind.concurrency ?? 1); lane++) {
      let worker = ''
      worker = await boss.work<object>(
        kind.name,
        {
          pollingIntervalSeconds: kind.pollSeconds ?? 5,
          notifyPollingIntervalSeconds: kind.pollSeconds ?? 5,
          heartbeatRefreshSeconds: heartbeatSeconds / 3,
        },
        async jobs => {
          // The next one at once, where there is one; left alone it would look for it at the next poll.
          boss.notifyWorker(worker)
          for (const job of jobs) await runJob(kind, job, house)
        },
      )
    }
  }

  async function runJob(kind: JobKind, job: { id: string; data: object }, house: House): Promise<void> {
    try {
      await kind.run(kind.schema.parse(job.data ?? {}), house)
    } catch (error) {
      // It was let go of when the doors were closed, and breaks on them now.
      if (stopped) return
      log.error({ err: error, job: job.id, kind: kind.name }, 'a job failed; it will be tried again')
      throw error
    }
  }
}

function queueOf(kind: JobKind) {
  return {
    notify: true,
    retryLimit: kind.retryLimit ?? 5,
    retryBackoff: true,
    expireInSeconds: kind.expireInSeconds ?? 300,
    heartbeatSeconds,
    deleteAfterSeconds: keptDays * 86_400,
  }
}

function isLike(queue: object, wanted: object): boolean {
  return isDeepStrictEqual({ ...queue, ...wanted }, queue)
}
