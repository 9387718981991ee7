import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

const { db } = await testDatabase()

test('a test file gets a migrated database of its own', async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  expect(rows[0]?.name).toMatch(/^masthead_test_/)
  const migrations = await sql<{ n: number }>`select count(*) as n from migrations`.execute(db)
  expect(migrations.rows[0]?.n).toBeGreaterThan(0)
})

test('two databases of one file do not see each other', async () => {
  const other = await testDatabase()
  await sql`create table only_here (id int)`.execute(other.db)
  await expect(sql`select * from only_here`.execute(db)).rejects.toThrow('does not exist')
})
