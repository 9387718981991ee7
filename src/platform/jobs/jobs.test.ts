import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/builders/test-database.ts'
import type { House } from '../house.ts'
import { createLog, type Log } from '../log.ts'
import { createJobs, type JobKind, type Jobs } from './jobs.ts'

const { db, connection } = await testDatabase()
const house = { db } as House
const open: Jobs[] = []
afterEach(async () => {
  for (const jobs of open.splice(0)) await jobs.stop()
})

/** A node that runs these jobs, and looks every second for those of nodes that are gone. */
async function node(kinds: JobKind<never>[], log: Log = createLog('silent')): Promise<Jobs> {
  const jobs = createJobs({ connection, log, working: true, lookSeconds: 1, patienceMs: 1000 })
  open.push(jobs)
  await jobs.start(kinds)
  return jobs
}

function kind(name: string, run: () => Promise<void>): JobKind<Record<string, never>> {
  return { name, schema: z.object({}) as z.ZodType<Record<string, never>>, run, pollSeconds: 0.5 }
}

async function stateOf(name: string): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`select state from pgboss.job where name = ${name}`.execute(db)
  return rows[0]?.state
}

test('a job whose node was killed is run again as soon as that node has been silent', async () => {
  let runs = 0
  const lost = kind('lost-job', async () => void runs++)
  const jobs = await node([lost as JobKind<never>])
  await jobs.send(db, lost, {})
  // As a node leaves it that was killed a minute ago, in the middle of it.
  await sql`update pgboss.job set state = 'active', started_on = now() - interval '1 minute',
    heartbeat_on = now() - interval '1 minute' where name = 'lost-job'`.execute(db)
  await jobs.work(house, [])
  await expect.poll(() => runs, { timeout: 10_000 }).toBe(1)
  await expect.poll(() => stateOf('lost-job')).toBe('completed')
})

test('what recurs and became due while no node was there runs at the start', async () => {
  let runs = 0
  const swept = kind('swept-at-start', async () => void runs++)
  const jobs = await node([swept as JobKind<never>])
  await jobs.work(house, [{ kind: swept, cron: '0 0 1 1 *', atStart: true }])
  await expect.poll(() => runs, { timeout: 5000 }).toBe(1)
})

test('a stop does not wait for ever, leaves the job to the next node, and nobody hears what breaks then', async () => {
  const complaints: unknown[] = []
  const log = createLog('silent')
  log.error = ((line: unknown) => void complaints.push(line)) as Log['error']
  let begun = false
  let broke = () => {}
  const slow = kind('slow-job', () => {
    begun = true
    return new Promise((_, reject) => {
      broke = () => reject(new Error('driver has already been destroyed'))
    })
  })
  const jobs = await node([slow as JobKind<never>], log)
  await jobs.work(house, [])
  await jobs.send(db, slow, {})
  await expect.poll(() => begun, { timeout: 5000 }).toBe(true)
  await jobs.stop()
  broke()
  await new Promise(setImmediate)
  expect(complaints).toEqual([])
  expect(await stateOf('slow-job')).toBe('retry')
})

test('many jobs that come at once are run one after another, without a pause between them', async () => {
  let runs = 0
  const run = async () => {
    if (++runs % 5 === 0) throw new Error('one in five is tried again')
  }
  const many = { ...kind('many-jobs', run), pollSeconds: 60 }
  const jobs = await node([many as JobKind<never>])
  await db.transaction().execute(async tx => {
    for (let i = 0; i < 40; i++) await jobs.send(tx, many, {})
  })
  await jobs.work(house, [])
  await expect.poll(() => runs, { timeout: 5000 }).toBeGreaterThanOrEqual(40)
})

test('a change to a kind of job reaches its queue', async () => {
  const first = kind('changing', async () => {})
  await node([first as JobKind<never>])
  await node([{ ...first, expireInSeconds: 77 } as unknown as JobKind<never>])
  const { rows } = await sql`select expire_seconds, heartbeat_seconds from pgboss.queue
    where name = 'changing'`.execute(db)
  expect(rows).toEqual([{ expire_seconds: 77, heartbeat_seconds: 10 }])
})
