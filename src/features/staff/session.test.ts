import { expect, test } from 'vitest'
import { signedIn, signInAgain } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { identifyStaff } from './staff.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const day = 86_400

test('a session says who is signed in', async () => {
  const editor = await signedIn(house, 'editor', { name: 'Maeve Carrigan' })
  expect(await identifyStaff(house, `a=b; ${editor.cookie}`)).toEqual(editor.staff)
})

test('no cookie, and one that was made up, are nobody', async () => {
  expect(await identifyStaff(house, undefined)).toBeNull()
  expect(await identifyStaff(house, 'session=')).toBeNull()
  expect(await identifyStaff(house, 'session=made-up')).toBeNull()
})

test('the database holds nothing that opens a session', async () => {
  const { session } = await signedIn(house)
  const rows = await house.db.selectFrom('staff_sessions').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(session.value)
  for (const row of rows) {
    expect(await identifyStaff(house, `session=${row.token_hash.toString('base64url')}`)).toBeNull()
    expect(await identifyStaff(house, `session=${row.token_hash.toString('hex')}`)).toBeNull()
  }
})

test('a session ends after two weeks without use', async () => {
  const reporter = await signedIn(house, 'reporter')
  clock.advance(13 * day)
  expect(await identifyStaff(house, reporter.cookie)).not.toBeNull()
  clock.advance(13 * day)
  expect(await identifyStaff(house, reporter.cookie)).not.toBeNull()
  clock.advance(14 * day + 1)
  expect(await identifyStaff(house, reporter.cookie)).toBeNull()
})

test('a session that is always in use ends after sixty days', async () => {
  const reporter = await signedIn(house, 'reporter')
  for (let week = 0; week < 8; week++) {
    clock.advance(7 * day)
    expect(await identifyStaff(house, reporter.cookie)).not.toBeNull()
  }
  clock.advance(5 * day)
  expect(await identifyStaff(house, reporter.cookie)).toBeNull()
})

test('when it was last used is written down, though not at every request', async () => {
  const { staff, cookie } = await signedIn(house)
  const lastUsed = async () => {
    const row = await house.db
      .selectFrom('staff_sessions')
      .select('last_used_at')
      .where('id', '=', staff.sessionId)
      .executeTakeFirstOrThrow()
    return row.last_used_at
  }
  const began = clock.now()
  clock.advance(60)
  await identifyStaff(house, cookie)
  expect(await lastUsed()).toEqual(began)
  clock.advance(600)
  await identifyStaff(house, cookie)
  expect(await lastUsed()).toEqual(clock.now())
})

test('each sign-in begins a session of its own', async () => {
  const first = await signedIn(house)
  const second = await signInAgain(house, first.staff.id)
  expect(second.session.value).not.toBe(first.session.value)
  expect(second.staff.sessionId).not.toBe(first.staff.sessionId)
})
