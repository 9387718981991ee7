import { expect, test } from 'vitest'
import { testHouse } from '../../test/builders/test-house.ts'
import { visitor } from '../../test/builders/visitor.ts'
import { identifyStaff, listStaff } from '../features/staff/staff.ts'
import type { House } from '../platform/house.ts'
import { demoMark } from './wants-demo.ts'
import { wayIn } from './way-in.ts'

async function withDemo(house: House): Promise<void> {
  await house.db
    .insertInto('imported')
    .values({ ...demoMark, fingerprint: '', imported_at: house.clock.now() })
    .execute()
}

const linkIn = (lines: string[]) => /http\S+token=\S+/.exec(lines.join('\n'))?.[0]

test('a newsroom of nobody prints the link that makes its owner, a new one at each start', async () => {
  const { house } = await testHouse()
  const [first, second] = [linkIn(await wayIn(house)), linkIn(await wayIn(house))]
  expect(first).toMatch(/^http:\/\/localhost:4000\/newsroom\/welcome\?token=/)
  expect(second).not.toBe(first)
})

test('the demo has staff, and prints a link that signs in its owner', async () => {
  const opened = await testHouse()
  const { house } = opened
  await withDemo(house)
  const older = linkIn(await wayIn(house))!
  const lines = await wayIn(house)
  const link = new URL(linkIn(lines)!)
  expect(lines.join('\n')).toContain('maeve.carrigan@wrenmouth-lantern.example')
  expect(new Set((await listStaff(house.db)).map(({ role }) => role)).size).toBe(5)
  const browser = visitor(await opened.serve())
  expect((await browser.get(new URL(older).pathname + new URL(older).search)).status).toBe(410)
  await browser.get(link.pathname + link.search)
  await browser.post('/newsroom/sign-in/link', { token: link.searchParams.get('token')! })
  const staff = await identifyStaff(house, `session=${browser.cookies.get('session')}`)
  expect(staff).toMatchObject({ name: 'Maeve Carrigan', role: 'owner' })
  expect((await listStaff(house.db)).length).toBe(7)
})

test('a demo that stands in public prints none, nor one whose owner’s access was ended', async () => {
  const secure = (await testHouse({ config: { siteUrl: 'https://paper.example' } })).house
  await withDemo(secure)
  expect(await wayIn(secure)).toEqual([])
  const { house } = await testHouse()
  await withDemo(house)
  await wayIn(house)
  await house.db.updateTable('staff').set({ role: 'owner' }).where('role', '=', 'editor').execute()
  await house.db.updateTable('staff').set({ active: false }).where('name', '=', 'Maeve Carrigan').execute()
  expect(await wayIn(house)).toEqual([])
})
