import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { fillWithEverything } from '../../../../test/builders/whole-publication.ts'
import { createStory, publishStory } from '../../stories/story.ts'
import { exportArchive } from './export-archive.ts'
import { importArchive } from './import-archive.ts'

const clock = testClock()
const first = await testHouse({ clock })
const second = await testHouse({ clock: testClock('2027-03-01T00:00:00Z') })
const say = () => {}
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-archive-'))
  file = join(folder, 'one.tar.gz')
  await fillWithEverything(first.house, clock)
  await exportArchive(first.house, { file, say })
  await importArchive(second.house, { file, say })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Every row of a table as text, in one order. */
async function rowsOf(house: typeof first.house, table: string, without: string[] = []): Promise<string[]> {
  const { rows } = await sql<{
    row: Record<string, unknown>
  }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(house.db)
  return rows
    .map(({ row }) => JSON.stringify({ ...row, ...Object.fromEntries(without.map(name => [name, null])) }))
    .sort()
}

test('a publication is equal after it has gone through an archive', async () => {
  const whole = [
    'publication',
    'files',
    'authors',
    'topics',
    'stories',
    'story_slugs',
    'revisions',
    'corrections',
    'tombstones',
    'briefs',
    'fronts',
    'front_revisions',
    'redirects',
    'imported',
    'published_stories',
    'published_story_topics',
    'published_story_authors',
  ]
  for (const table of whole) {
    const rows = await rowsOf(first.house, table)
    expect(rows.length, table).toBeGreaterThan(0)
    expect(await rowsOf(second.house, table), table).toEqual(rows)
  }
  const made = [
    'state',
    'renditions',
    'tone',
    'mime',
    'width',
    'height',
    'bytes',
    'fingerprint',
    'updated_at',
  ]
  expect(await rowsOf(second.house, 'photographs', made)).toEqual(
    await rowsOf(first.house, 'photographs', made),
  )
})

test('export, import and export again give the same bytes but for the time in the manifest', async () => {
  const again = join(folder, 'two.tar.gz')
  await exportArchive(second.house, { file: again, say })
  const plain = async (path: string) =>
    gunzipSync(await readFile(path))
      .toString('latin1')
      .replace(/"madeAt": "[^"]+"/, '')
  const [one, two] = [await plain(file), await plain(again)]
  expect(two === one).toBe(true)
  expect(one).toContain('"headline": "Half typed"')
  expect(await readdir(folder)).toEqual(['one.tar.gz', 'two.tar.gz'])
})

test('stored bytes are there, and jobs wait to make renditions of them', async () => {
  const photograph = await second.house.db
    .selectFrom('photographs')
    .selectAll()
    .where('file_key', 'is not', null)
    .executeTakeFirstOrThrow()
  expect(photograph.state).toBe('pending')
  expect(await second.house.files.read(photograph.file_key!)).toEqual(
    await first.house.files.read(photograph.file_key!),
  )
  expect((await second.house.files.read('publication/logo-light.png')).length).toBeGreaterThan(100)
  const { rows } = await sql<{ name: string }>`select distinct name from pgboss.job order by name`.execute(
    second.house.db,
  )
  expect(rows.map(row => row.name)).toEqual(expect.arrayContaining(['make-renditions', 'publish-scheduled']))
})

test('new rows have ids after those that came', async () => {
  const before = await second.house.db
    .selectFrom('stories')
    .select(eb => eb.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  const id = await createStory(second.house, { content: { headline: 'New', slug: 'new', language: 'en' } })
  expect(id).toBe(Number(before.id) + 1)
  expect(await publishStory(second.house, { storyId: id, by: 'Ada' })).toBe(1)
})

test('a publication that is not empty refuses an archive and stays as it is', async () => {
  const before = await rowsOf(second.house, 'stories')
  await expect(importArchive(second.house, { file, say })).rejects.toThrow(/into an empty publication only/)
  expect(await rowsOf(second.house, 'stories')).toEqual(before)
})

test('an archive that cannot be written leaves nothing and says why', async () => {
  await expect(exportArchive(first.house, { file: join(folder, 'no', 'where.tar.gz'), say })).rejects.toThrow(
    /cannot be written to/,
  )
  await expect(exportArchive(first.house, { file: folder, say })).rejects.toThrow(/cannot be written to/)
  expect(
    (await readdir(tmpdir())).filter(name => name.startsWith(`${folder.split('/').at(-1)}.part`)),
  ).toEqual([])
})

test('a full disk ends in a sentence and leaves no half file', async () => {
  const { exportToStream } = await import('./export-archive.ts')
  const { createWriteStream } = await import('node:fs')
  await expect(
    exportToStream(first.house, { destination: createWriteStream('/dev/full'), say }),
  ).rejects.toThrow(/The disk is full, so no archive was written/)
})

test('a stored file that changed on the disk is not exported as if it were whole', async () => {
  const { file_key } = await first.house.db
    .selectFrom('photographs')
    .selectAll()
    .where('file_key', 'is not', null)
    .executeTakeFirstOrThrow()
  const bytes = await first.house.files.read(file_key!)
  await first.house.files.put(file_key!, Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]))
  await expect(exportArchive(first.house, { file: join(folder, 'three.tar.gz'), say })).rejects.toThrow(
    /has changed on the disk/,
  )
  await first.house.files.remove(file_key!)
  const report = await exportArchive(first.house, { file: join(folder, 'three.tar.gz'), say })
  expect(report.lost).toEqual([file_key])
})
