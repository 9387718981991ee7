import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/builders/test-database.ts'

const { db } = await testDatabase()

const keptPlans = async (tx: typeof db) => {
  const { rows } = await sql<{ statement: string }>`
    /* itself */ select statement from pg_prepared_statements where not statement like '%itself%'`.execute(tx)
  return rows.map(row => row.statement)
}

test('the plan of a select that is asked often is kept, of others not', async () => {
  await db.connection().execute(async one => {
    for (let i = 0; i < 8; i++) {
      const { rows } = await sql<{ n: number }>`select ${i}::int + 1 as n`.execute(one)
      expect(rows[0]?.n).toBe(i + 1)
    }
    for (let i = 0; i < 8; i++) await sql`with given as (select ${i}::int) table given`.execute(one)
    await sql`select ${1}::int as once`.execute(one)
    expect(await keptPlans(one)).toEqual(['select $1::int + 1 as n'])
  })
})

test('a table that changes meanwhile does no harm', async () => {
  await sql`create table shelves (id int, label text)`.execute(db)
  await sql`insert into shelves values (1, 'a')`.execute(db)
  await db.connection().execute(async one => {
    const read = () => sql<{ id: number }>`select * from shelves where id = ${1}`.execute(one)
    for (let i = 0; i < 8; i++) await read()
    await sql`alter table shelves add column height int`.execute(one)
    for (let i = 0; i < 8; i++) expect((await read()).rows).toEqual([{ id: 1, label: 'a', height: null }])
  })
})
