import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/builders/test-database.ts'
import { createLog } from '../log.ts'
import { createSignals } from './signals.ts'

const { db, connection } = await testDatabase()

test('signals are heard on every node, and a break is told as something missed', async () => {
  const nodes = [1, 2].map(() => createSignals({ connection, log: createLog('silent') }))
  const heard: (string | null)[][] = nodes.map(() => [])
  nodes.forEach((node, place) => {
    node.listen('here', payload => heard[place]!.push(payload))
    node.listen('there', () => {
      throw new Error('broken')
    })
  })
  await expect.poll(() => heard).toEqual([[null], [null]])
  await sql`select pg_notify('here', 'one'), pg_notify('there', 'x'), pg_notify('elsewhere', 'y')`.execute(db)
  await expect.poll(() => heard[0]).toEqual([null, 'one'])
  await expect.poll(() => heard[1]).toEqual([null, 'one'])

  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'masthead signals'
    and datname = current_database()`.execute(db)
  await expect.poll(() => heard.map(all => all.at(-1)), { timeout: 5000 }).toEqual([null, null])
  await sql`select pg_notify('here', 'two')`.execute(db)
  await expect.poll(() => heard.map(all => all.at(-1))).toEqual(['two', 'two'])
  await Promise.all(nodes.map(node => node.stop()))
})

test('who listens no more hears no more; nobody connects who does not listen', async () => {
  const signals = createSignals({ connection, log: createLog('silent') })
  const heard: (string | null)[] = []
  const stop = signals.listen('here', payload => heard.push(payload))
  await expect.poll(() => heard).toEqual([null])
  stop()
  const other: (string | null)[] = []
  signals.listen('here', payload => other.push(payload))
  await sql`select pg_notify('here', 'three')`.execute(db)
  await expect.poll(() => other).toContain('three')
  expect(heard).toEqual([null])
  await signals.stop()
})
