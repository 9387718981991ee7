import { expect, test } from 'vitest'
import { aReader, signedInReader } from '../../../test/builders/readers.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { identifyReader } from './reader.ts'
import { pruneReaderSessions } from './reader-jobs.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const day = 86_400

test('a session says who is signed in', async () => {
  const { reader, cookie, sessionId } = await signedInReader(house, { name: 'Orla Finn', language: 'uk' })
  expect(await identifyReader(house, `a=b; ${cookie}`)).toEqual({
    id: reader.id,
    email: reader.email,
    name: 'Orla Finn',
    language: 'uk',
    sessionId,
  })
})

test('no cookie, and one that was made up, are nobody', async () => {
  for (const cookies of [undefined, 'reader=', 'reader=made-up', 'session=made-up'])
    expect(await identifyReader(house, cookies)).toBeNull()
})

test('the database holds nothing that opens a session', async () => {
  const { session } = await signedInReader(house)
  const rows = await house.db.selectFrom('reader_sessions').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(session.value)
  for (const { token_hash } of rows)
    for (const form of ['base64url', 'hex'] as const)
      expect(await identifyReader(house, `reader=${token_hash.toString(form)}`)).toBeNull()
})

test('a session ends after ninety days without use', async () => {
  const { cookie } = await signedInReader(house)
  clock.advance(89 * day)
  expect(await identifyReader(house, cookie)).not.toBeNull()
  clock.advance(89 * day)
  expect(await identifyReader(house, cookie)).not.toBeNull()
  clock.advance(90 * day + 1)
  expect(await identifyReader(house, cookie)).toBeNull()
})

test('a session that is always in use ends after a year', async () => {
  const { cookie } = await signedInReader(house)
  for (let month = 0; month < 12; month++) {
    clock.advance(30 * day)
    expect(await identifyReader(house, cookie)).not.toBeNull()
  }
  clock.advance(6 * day)
  expect(await identifyReader(house, cookie)).toBeNull()
})

test('when it was last used is written down, though not at every request', async () => {
  const { cookie, sessionId } = await signedInReader(house)
  const lastUsed = async () => {
    const row = await house.db
      .selectFrom('reader_sessions')
      .select('last_used_at')
      .where('id', '=', sessionId)
      .executeTakeFirstOrThrow()
    return row.last_used_at
  }
  const began = clock.now()
  clock.advance(60)
  await identifyReader(house, cookie)
  expect(await lastUsed()).toEqual(began)
  clock.advance(600)
  await identifyReader(house, cookie)
  expect(await lastUsed()).toEqual(clock.now())
})

test('sessions that have run out are taken out, and no others', async () => {
  const { id } = await aReader(house)
  await signedInReader(house, id)
  clock.advance(91 * day)
  const { sessionId } = await signedInReader(house, id)
  await pruneReaderSessions.run({}, house)
  const left = await house.db.selectFrom('reader_sessions').select('id').where('reader_id', '=', id).execute()
  expect(left).toEqual([{ id: sessionId }])
})
