import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/builders/test-database.ts'
import { createLog } from './log.ts'

const { db } = await testDatabase()

function logged(error: unknown): string {
  const lines: string[] = []
  createLog('info', { write: line => void lines.push(line) }).error({ err: error }, 'a request failed')
  return lines.join('')
}

test('what the database says of values is not in the log; what went wrong is', async () => {
  const unread = await sql`select ${'ada@lovelace.example'}::bigint`.execute(db).catch(error => error)
  expect(logged(unread)).toContain('invalid input syntax for type bigint')
  expect(logged(unread)).toContain('"code":"22P02"')
  expect(logged(unread)).not.toContain('lovelace')

  const now = new Date()
  const topic = { slug: 'secret-slug', name: 'x', created_at: now, updated_at: now }
  await db.insertInto('topics').values(topic).execute()
  const doubled = await db
    .insertInto('topics')
    .values(topic)
    .execute()
    .catch(error => error)
  expect(logged(new Error('saving failed', { cause: doubled }))).toContain('topics_slug_key')
  expect(logged(doubled)).not.toContain('secret-slug')
})

test('an error keeps its kind, its place and its causes, also one that causes itself', () => {
  const error = new TypeError('broke')
  error.cause = error
  expect(logged(error)).toMatch(/"type":"TypeError","message":"broke","stack":" +at .*log\.test\.ts/)
  expect(logged('only a text')).toContain('only a text')
})
