import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/builders/test-database.ts'
import { systemClock } from '../clock.ts'
import { createLog } from '../log.ts'
import { createEvents, eventsAfter, type PastEvent, recordEvent } from './events.ts'

const { db, connection } = await testDatabase()
const log = createLog('silent')

async function listening() {
  const events = createEvents({ db, connection, log })
  const heard: PastEvent[] = []
  events.listen(event => heard.push(event))
  await events.start()
  return { events, heard }
}

test('two nodes hear each event once, in the order of commit', async () => {
  const nodes = [await listening(), await listening()]
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      db.transaction().execute(async tx => {
        await sql`select pg_sleep(random() / 200)`.execute(tx)
        await recordEvent(tx, systemClock, { kind: 'story-published', keys: [`story:${i}`] })
      }),
    ),
  )
  for (const { heard, events } of nodes) {
    await expect.poll(() => heard.length).toBe(40)
    const ids = heard.map(event => event.id)
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    await events.stop()
  }
})

test('what is rolled back was never said', async () => {
  const before = (await eventsAfter(db, 0, 10_000)).length
  await db
    .transaction()
    .execute(async tx => {
      await recordEvent(tx, systemClock, { kind: 'x', keys: [] })
      throw new Error('changed our mind')
    })
    .catch(() => {})
  expect((await eventsAfter(db, 0, 10_000)).length).toBe(before)
})

test('a node whose connection broke hears what it missed when it is back', async () => {
  const { events, heard } = await listening()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'masthead events' and datname = current_database()`.execute(
    db,
  )
  await db.transaction().execute(tx => recordEvent(tx, systemClock, { kind: 'missed', keys: ['feed'] }))
  await expect.poll(() => heard.map(event => event.kind), { timeout: 5000 }).toContain('missed')
  await events.stop()
})

test('a handler that fails does not keep the event from the others', async () => {
  const events = createEvents({ db, connection, log })
  const heard: string[] = []
  events.listen(() => {
    throw new Error('broken')
  })
  events.listen(event => heard.push(event.kind))
  await events.start()
  await db.transaction().execute(tx => recordEvent(tx, systemClock, { kind: 'fine', keys: [] }))
  await expect.poll(() => heard).toEqual(['fine'])
  await events.stop()
})

test('an event is heard although its notification was lost', async () => {
  const events = createEvents({ db, connection, log, lookSeconds: 0.1 })
  const heard: string[] = []
  events.listen(event => heard.push(event.kind))
  await events.start()
  // Written as a restored backup or another program would: nobody is told.
  const row = { kind: 'unannounced', keys: [], payload: {}, happened_at: new Date() }
  await db.insertInto('events').values(row).execute()
  await expect.poll(() => heard).toContain('unannounced')
  await events.stop()
})
