import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { allRows } from '../../../test/builders/all-rows.ts'
import { type TestHouse, testClock, testHouse } from '../../../test/builders/test-house.ts'
import { scratchFiles } from '../../../test/builders/wxr.ts'
import { createStory, publishStory, type StoryContent, saveDraft, withdrawStory } from '../stories/story.ts'
import { type ImportedStory, type ImportItem, type ImportSource, runImport } from './import.ts'

const scratch = await scratchFiles()
let clock: ReturnType<typeof testClock>
let house: TestHouse['house']

beforeEach(async () => {
  clock = testClock()
  house = (await testHouse({ clock })).house
})

const site: ImportItem = { type: 'publication', addresses: ['https://old.example'], language: 'en' }

function story(given: Partial<ImportedStory> = {}): ImportedStory {
  const id = given.foreignId ?? '1'
  return {
    type: 'story',
    foreignId: id,
    kind: 'story',
    state: 'published',
    title: `Story ${id}`,
    slug: `story-${id}`,
    publishedAt: new Date('2020-01-02T03:04:05Z'),
    standfirst: '',
    authors: [],
    topics: [],
    body: { form: 'html', html: '<p>Words</p>', dialect: 'plain' },
    oldAddresses: [`https://old.example/2020/${id}/`],
    notes: [],
    ...given,
  }
}

async function bring(items: readonly ImportItem[], origin = 'test') {
  const source: ImportSource = {
    origin,
    async *items({ bytes }) {
      for await (const _ of bytes);
      yield site
      yield* items
    },
  }
  clock.advance(60)
  return runImport({ house, source, file: await scratch('x'), fetchMedia: false, say: () => {} })
}

async function one(foreignId = '1') {
  const { rows } = await sql<{
    id: number
    state: string
    audience: string
    draft: StoryContent
  }>`
    select s.* from stories s join imported i on i.local_id = s.id and i.kind = 'story' where i.foreign_id = ${foreignId}`.execute(
    house.db,
  )
  return rows[0]!
}

test('a story that changed at the old site gets a second revision, at the same address', async () => {
  await bring([story()])
  const report = await bring([story({ title: 'Story one, corrected', slug: 'other-slug' })])
  expect(report.counts['story published']).toEqual({ added: 0, updated: 1, unchanged: 0 })
  const { id, draft } = await one()
  expect(draft).toMatchObject({ headline: 'Story one, corrected', slug: 'story-1' })
  const revisions = await house.db
    .selectFrom('revisions')
    .select(['number', 'kind', 'published_by'])
    .where('story_id', '=', id)
    .orderBy('number')
    .execute()
  expect(revisions).toEqual([
    { number: 1, kind: 'first', published_by: 'import test' },
    { number: 2, kind: 'silent', published_by: 'import test' },
  ])
  const shown = await house.db
    .selectFrom('published_stories')
    .select(['headline', 'published_at'])
    .executeTakeFirstOrThrow()
  expect(shown).toEqual({ headline: 'Story one, corrected', published_at: new Date('2020-01-02T03:04:05Z') })
})

test('what the desk changed since is left alone, and said', async () => {
  await bring([story(), story({ foreignId: '2' }), story({ foreignId: '3' })])
  clock.advance(60)
  const first = await one('1')
  await saveDraft(house, first.id, { ...first.draft, headline: 'The desk knows better' })
  await withdrawStory(house, { storyId: (await one('2')).id, by: 'desk', note: 'gone' })
  await house.db
    .deleteFrom('stories')
    .where('id', '=', (await one('3')).id)
    .execute()
  const before = await allRows(house.db)
  const report = await bring([1, 2, 3].map(n => story({ foreignId: String(n), title: 'Changed over there' })))
  expect(await allRows(house.db)).toEqual(before)
  expect(report.skipped.map(each => each.what)).toEqual([
    'changed at the old site, but the desk has changed it here since; it was left as it is',
    'changed at the old site, but the desk has changed it here since; it was left as it is',
    'changed at the old site, but it was removed here since; it stays removed',
  ])
})

test('a story that became private at the old site is taken down', async () => {
  await bring([story()])
  await bring([story({ state: 'private' })])
  expect(await one()).toMatchObject({ state: 'draft', audience: 'nobody' })
  expect(await house.db.selectFrom('published_stories').selectAll().execute()).toEqual([])
  expect(await house.db.selectFrom('published_story_topics').selectAll().execute()).toEqual([])
})

test('a draft that was published at the old site is published', async () => {
  await bring([story({ state: 'draft', publishedAt: undefined })])
  await bring([story()])
  expect(await one()).toMatchObject({ state: 'published' })
  const revision = await house.db.selectFrom('revisions').selectAll().executeTakeFirstOrThrow()
  expect(revision).toMatchObject({ number: 1, kind: 'first', published_at: new Date('2020-01-02T03:04:05Z') })
})

test('addresses of stories that were here stay theirs', async () => {
  const content = { headline: 'Here first', slug: 'story-1', language: 'en' }
  const storyId = await createStory(house, { content })
  await publishStory(house, { storyId, by: 'desk' })
  const report = await bring([story(), story({ foreignId: '2', slug: 'story-1', state: 'draft' })])
  expect((await one('1')).draft.slug).toBe('story-1-2')
  expect((await one('2')).draft.slug).toBe('story-1-3')
  expect(report.changed[0]!.what).toBe('its address “/story-1” is taken; it is “/story-1-2”')
})

test('two archives of one kind with the same numbers are two archives', async () => {
  await bring([story()])
  const source: ImportSource = {
    origin: 'test',
    async *items() {
      yield { type: 'publication', addresses: ['https://another.example'] }
      yield story({ slug: 'from-the-other' })
    },
  }
  await runImport({ house, source, file: await scratch('x'), fetchMedia: false, say: () => {} })
  expect(await house.db.selectFrom('stories').select('id').execute()).toHaveLength(2)
})

test('authors and topics that are here already are the same ones; two of one name in an archive are two people', async () => {
  const now = clock.now()
  const row = {
    slug: 'ada-marsh',
    name: 'Ada Marsh',
    email: null,
    links: '[]',
    photograph_id: null,
    created_at: now,
    updated_at: now,
  }
  await house.db.insertInto('authors').values(row).execute()
  const author = (foreignId: string, name: string, slug: string) => ({
    type: 'author' as const,
    foreignId,
    name,
    slug,
  })
  await bring([
    author('a', 'Ada Marsh', 'ada-marsh'),
    author('b', 'Bo Svensson', 'bo-svensson'),
    author('c', 'Bo Svensson', 'bo-svensson'),
    { type: 'topic', foreignId: 't1', name: 'City', slug: 'city' },
    { type: 'topic', foreignId: 't2', name: 'city', slug: 'city-2' },
    story({ authors: ['b', 'a', 'nobody'], topics: ['t2', 't1'] }),
  ])
  const authors = await house.db.selectFrom('authors').select('slug').orderBy('slug').execute()
  expect(authors.map(each => each.slug)).toEqual(['ada-marsh', 'bo-svensson', 'bo-svensson-2'])
  expect(await house.db.selectFrom('topics').select('slug').execute()).toEqual([{ slug: 'city' }])
  const shown = await house.db
    .selectFrom('published_stories')
    .select(['author_ids', 'topic_ids'])
    .executeTakeFirstOrThrow()
  expect(shown.author_ids).toHaveLength(2)
  expect(shown.topic_ids).toHaveLength(1)
})

test('links and cards lead to stories that come later in the file', async () => {
  await bring([
    story({
      body: {
        form: 'blocks',
        blocks: [
          { type: 'related-story', storyId: { $story: '2' } },
          { type: 'related-story', storyId: { $address: 'http://www.old.example/2020/2' } },
          { type: 'related-story', storyId: { $address: 'https://old.example/gone/' }, headline: 'Gone' },
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'x',
                marks: [{ type: 'link', href: 'https://old.example/2020/2/?utm_source=x#part' }],
              },
            ],
          },
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'y',
                marks: [{ type: 'link', href: 'https://elsewhere.example/2020/2/' }],
              },
            ],
          },
        ],
      },
    }),
    story({ foreignId: '2' }),
  ])
  const second = (await one('2')).id
  const { blocks } = (await one('1')).draft
  expect(blocks).toMatchObject([
    { type: 'related-story', storyId: second },
    { type: 'related-story', storyId: second },
    { type: 'paragraph', content: [{ text: 'Gone' }] },
    { content: [{ marks: [{ href: '/story-2#part' }] }] },
    { content: [{ marks: [{ href: 'https://elsewhere.example/2020/2/' }] }] },
  ])
})

test('an item told twice is taken once; one that cannot be kept is skipped with its title', async () => {
  const report = await bring([
    story({ title: 'The first' }),
    story({ title: 'The second of that number' }),
    story({
      foreignId: '3',
      title: 'Far too long',
      body: { form: 'html', html: 'x'.repeat(20_000_001), dialect: 'plain' },
    }),
    {
      type: 'media',
      kind: 'photograph',
      foreignId: 'm',
      url: 'ftp://old.example/a.jpg',
      name: 'Unreachable',
    },
  ])
  expect(report.counts['story published']!.added).toBe(1)
  expect(report.skipped.map(each => each.title).sort()).toEqual([
    'Far too long',
    'The second of that number',
    'Unreachable',
  ])
})

test('when the source fails at its last item, nothing of the archive stays', async () => {
  const before = await allRows(house.db)
  const source: ImportSource = {
    origin: 'test',
    async *items() {
      yield site
      for (let n = 0; n < 700; n++) yield story({ foreignId: String(n) })
      throw new Error('the disk is gone')
    },
  }
  await expect(
    runImport({ house, source, file: await scratch('x'), fetchMedia: false, say: () => {} }),
  ).rejects.toThrow('the disk is gone')
  expect(await allRows(house.db)).toEqual(before)
})

test('one event, last, and only when something came', async () => {
  await bring([story()])
  await bring([story()])
  const events = await house.db.selectFrom('events').select(['kind', 'keys']).execute()
  expect(events).toEqual([{ kind: 'archive-imported', keys: ['*'] }])
})
