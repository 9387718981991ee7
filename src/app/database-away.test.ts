import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { aStory } from '../../test/builders/a-story.ts'
import { databaseLine } from '../../test/builders/database-line.ts'
import { testHouse } from '../../test/builders/test-house.ts'

const patienceMs = 400
const line = databaseLine()
const one = await testHouse({ working: true, patienceMs, through: line.lead })
// Our own patience ends a tenth later than the database's: on a busy machine that must be more than a moment.
const patient = await testHouse({ working: true, patienceMs: 3000 })
const base = await one.serve()
const ask = (path: string) => fetch(base + path, { redirect: 'manual' })
let made = 0

beforeEach(() => line.restore())
afterAll(() => line.close())

test.each(['silence', 'cut'] as const)(
  'with a database that is away (%s) what is printed is served, all else gets a page that says so',
  async how => {
    const printed = `printed-${how}`
    const heard = new Promise<unknown>(resolve => one.house.events.listen(resolve))
    await aStory(one.house, { slug: printed })
    await heard
    expect((await ask(`/${printed}`)).status).toBe(200)
    const began = performance.now()
    line[how]()
    const paths = ['/', `/never-seen-${made++}`, '/2019/05/an/old/address', '/search?q=boat', '/news']
    const answers = await Promise.all(paths.map(ask))
    for (const [i, answer] of answers.entries()) {
      expect(answer.status, paths[i]).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(await answer.text()).toContain('The database does not answer just now.')
    }
    expect(performance.now() - began).toBeLessThan(patienceMs * 10)
    expect((await ask(`/${printed}`)).status).toBe(200)

    line.restore()
    for (const path of ['/', '/search?q=boat'])
      await expect.poll(async () => (await ask(path)).status, { timeout: 5000, message: path }).toBe(200)
    expect((await ask('/2019/05/an/old/address')).status).toBe(404)
  },
)

test('a statement that takes too long is ended by the database itself', async () => {
  const { db } = patient.house
  await expect(sql`select pg_sleep(60)`.execute(db)).rejects.toMatchObject({ code: '57014' })
  const { rows } =
    await sql`select from pg_stat_activity where query like '%pg_sleep(60)' and state = 'active'
    and datname = current_database() and pid <> pg_backend_pid()`.execute(db)
  expect(rows).toEqual([])
})
