import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aReader, signedInReader } from '../../../test/builders/readers.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import {
  findOrMakeReader,
  findReader,
  findReaderByEmail,
  identifyReader,
  mergeReaders,
  readerEmail,
} from './reader.ts'

const { house } = await testHouse({ clock: testClock() })

test('an address has one account, however it is written and whoever comes first', async () => {
  const made = await Promise.all(
    ['Maeve@Example.org', 'maeve@example.org', 'MAEVE@EXAMPLE.ORG', 'maeve@example.org'].map(email =>
      house.db.transaction().execute(tx => findOrMakeReader(tx, house, { email, language: 'en' })),
    ),
  )
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  expect((await findReaderByEmail(house.db, ' maeve@EXAMPLE.org '))?.id).toBe(made[0]?.id)
})

test('what is known stays, what was missing is filled in', async () => {
  const make = (more: { name?: string; country?: string; language: string }) =>
    findOrMakeReader(house.db, house, { email: 'filled@example.org', ...more })
  const { id } = await make({ language: 'uk' })
  await make({ language: 'en', name: 'Olha', country: 'UA' })
  await make({ language: 'de', name: 'Somebody', country: 'DE' })
  expect(await findReader(house.db, id)).toMatchObject({ name: 'Olha', country: 'UA', language: 'uk' })
})

test('two accounts become one, and the number of the double leads there', async () => {
  const [older, from, into] = [
    await aReader(house, { name: '' }),
    await aReader(house, { name: 'Orla', country: 'IE', customer: 'cus_double' }),
    await aReader(house, { name: '' }),
  ]
  const { cookie } = await signedInReader(house, from.id)
  const merge = (one: number, other: number, told: unknown[] = []) =>
    house.db.transaction().execute(tx =>
      mergeReaders(tx, house, {
        from: one,
        into: other,
        before: [async (_tx, _house, readers) => void told.push(readers)],
      }),
    )
  await merge(older.id, from.id)
  const told: unknown[] = []
  await merge(from.id, into.id, told)
  expect(told).toEqual([{ from: from.id, into: into.id }])
  expect(await identifyReader(house, cookie)).toBeNull()
  for (const id of [older.id, from.id, into.id])
    expect(await findReader(house.db, id)).toMatchObject({
      id: into.id,
      email: into.email,
      name: 'Orla',
      country: 'IE',
      customer: 'cus_double',
    })
  expect(await findReaderByEmail(house.db, from.email)).toBeNull()
  await expect(merge(into.id, into.id)).rejects.toThrow('Two accounts')
  await expect(merge(from.id, into.id)).rejects.toThrow('Two accounts')
})

test('an address is one line, in small letters, with nothing in it that could be a second one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), text => {
      const read = readerEmail.safeParse(text)
      if (!read.success) return
      expect(read.data).toBe(read.data.toLowerCase())
      expect(read.data).toMatch(/^[^\s@,;<>"]+@[a-z0-9.-]+$/)
    }),
    { numRuns: 500 },
  )
})
