import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { recordAct } from '../../platform/audit/audit.ts'
import { dayStart } from './day-start.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
const editor = await signedIn(house, 'editor', { name: 'Maeve Carrigan' })
const other = await signedIn(house, 'editor', { name: 'Ines Okafor-Lund' })

async function acts(query: string): Promise<string[]> {
  const page = await editor.get(`${url}/newsroom/audit?${query}`)
  expect(page.status).toBe(200)
  const text = await page.text()
  return [...text.matchAll(/<li class="audit__line">(.*?)<\/li>/gs)].map(([, line]) =>
    line!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

async function record(by: typeof editor, act: string, id: number, title: string): Promise<void> {
  await recordAct(house.db, clock, { by: by.staff, act, subject: { kind: 'story', id, title } })
}

test('the log says who did what to which story, and can be narrowed by each', async () => {
  clock.set('2026-11-20T12:00:00Z')
  await record(editor, 'publish-story', 7, 'The ferry stays')
  clock.set('2026-11-21T12:00:00Z')
  await record(other, 'withdraw-story', 7, 'The ferry stays')
  await record(other, 'publish-story', 8, 'The <b>eels</b> are back')
  expect(await acts(`person=${editor.staff.id}&act=publish-story`)).toEqual([
    expect.stringContaining('Maeve Carrigan published the story The ferry stays'),
  ])
  expect((await acts('subject=story:7')).length).toBe(2)
  expect((await acts('subject=story')).length).toBe(3)
  expect((await acts(`act=publish-story&person=${other.staff.id}`))[0]).toContain('The &lt;b>eels&lt;/b>')
  expect((await acts('subject=story&from=2026-11-21&until=2026-11-21')).length).toBe(2)
  expect(await acts('person=999')).toEqual([])
})

test('a page goes on where the one before ended, with nothing twice and nothing left out', async () => {
  clock.set('2026-10-01T12:00:00Z')
  for (let i = 0; i < 130; i++) await record(editor, 'plan-story', 1000 + i, `Plan ${i}`)
  const seen: string[] = []
  let query = 'act=plan-story'
  for (;;) {
    const page = await (await editor.get(`${url}/newsroom/audit?${query}`)).text()
    seen.push(...[...page.matchAll(/>(Plan \d+)<\/a>/g)].map(([, title]) => title!))
    const next = /href="\/newsroom\/audit\?([^"]+)" rel="next"/.exec(page)?.[1]
    if (!next) break
    query = next.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual(Array.from({ length: 130 }, (_, i) => `Plan ${129 - i}`))
})

test('what cannot be read in the address is taken as not given', async () => {
  for (const query of [
    'person=x',
    "act='",
    'subject=:::',
    'from=yesterday',
    'until=2026-13-45',
    'before=1;drop',
  ])
    expect((await acts(query)).length).toBeGreaterThan(0)
})

test('nobody can change or take out a line, not even in the database', async () => {
  const refused = [
    sql`update audit_log set act = 'nothing'`,
    sql`delete from audit_log`,
    sql`truncate audit_log`,
    sql`delete from audit_log where id = 1`,
  ]
  for (const statement of refused) await expect(statement.execute(house.db)).rejects.toThrow()
})

test('an owner and editors read it, and nobody else', async () => {
  for (const role of ['contributor', 'reporter', 'audience'] as const) {
    const person = await signedIn(house, role)
    expect((await person.get(`${url}/newsroom/audit`)).status).toBe(403)
  }
})

test('a day begins at midnight where the paper is', () => {
  expect(dayStart('2026-11-22', 'Europe/Dublin')).toEqual(new Date('2026-11-22T00:00:00Z'))
  expect(dayStart('2026-07-22', 'Europe/Dublin')).toEqual(new Date('2026-07-21T23:00:00Z'))
  expect(dayStart('2026-11-22', 'Pacific/Auckland')).toEqual(new Date('2026-11-21T11:00:00Z'))
  expect(dayStart('2026-11-22', 'America/New_York', 1)).toEqual(new Date('2026-11-23T05:00:00Z'))
  // The clocks change in this night.
  expect(dayStart('2026-10-25', 'Europe/Dublin', 1)).toEqual(new Date('2026-10-26T00:00:00Z'))
})
