import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/builders/test-database.ts'
import { keptQuery } from './kept-query.ts'

const { db } = await testDatabase()

test('a kept query is written once and asked with other values each time, wherever they stand in it', async () => {
  let written = 0
  const ask = keptQuery((database, given: { low: number; ids: readonly number[]; word: string }) => {
    written++
    return database
      .selectFrom(sql<{ id: number }>`(select unnest(${given.ids}::bigint[]) as id)`.as('numbers'))
      .select([
        'numbers.id',
        sql<string>`${given.word}::text`.as('word'),
        sql<string>`${'same'}::text`.as('same'),
      ])
      .where('numbers.id', '>', given.low)
      .where(sql<boolean>`${given.word}::text <> 'none'`)
      .orderBy('numbers.id')
  })
  expect(await ask(db, { low: 1, ids: [1, 2, 3], word: 'a' })).toEqual([
    { id: 2, word: 'a', same: 'same' },
    { id: 3, word: 'a', same: 'same' },
  ])
  expect(await ask(db, { low: 8, ids: [9], word: 'b' })).toEqual([{ id: 9, word: 'b', same: 'same' }])
  expect(await ask(db, { low: 0, ids: [], word: 'c' })).toEqual([])
  expect(await ask(db, { low: 0, ids: [1], word: 'none' })).toEqual([])
  expect(written).toBe(1)
})

test('it is asked inside the transaction it is given', async () => {
  const ask = keptQuery((database, { id }: { id: number }) =>
    database.selectFrom('publication').select('id').where('id', '=', id),
  )
  await db.transaction().execute(async tx => {
    await tx.deleteFrom('publication').execute()
    await tx.insertInto('publication').values({ id: 1, settings: '{}', updated_at: new Date() }).execute()
    expect(await ask(tx, { id: 1 })).toEqual([{ id: 1 }])
    expect(await ask(tx, { id: 2 })).toEqual([])
    await tx.deleteFrom('publication').execute()
    expect(await ask(tx, { id: 1 })).toEqual([])
  })
})
