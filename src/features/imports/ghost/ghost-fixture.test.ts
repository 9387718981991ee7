import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { testHouse } from '../../../../test/builders/test-house.ts'
import type { StoryContent } from '../../stories/story.ts'
import type { ImportReport } from '../import.ts'
import { runImport } from '../run-import.ts'
import { ghostSource } from './ghost-source.ts'

const file = fileURLToPath(new URL('../../../../test/fixtures/ghost/ghost-6.json', import.meta.url))
const { house } = await testHouse()
let report: ImportReport

function importExport(): Promise<ImportReport> {
  const source = ghostSource({ siteUrl: house.config.siteUrl, address: 'https://ledger.example' })
  return runImport({ house, source, file, fetchMedia: false, say: () => {} })
}

async function storyAt(slug: string) {
  const rows = await house.db.selectFrom('stories').selectAll().execute()
  const story = rows.find(row => (row.draft as StoryContent).slug === slug)
  if (!story) throw new Error(`there is no story at /${slug}`)
  return { ...story, content: story.draft as StoryContent }
}

beforeAll(async () => {
  report = await importExport()
})

test('an export of Ghost 6 comes in whole, by state', () => {
  const added = Object.fromEntries(Object.entries(report.counts).map(([kind, { added }]) => [kind, added]))
  expect(added).toMatchObject({
    'story published': 46,
    'page published': 2,
    'story draft': 1,
    'story draft (private)': 2,
    'story scheduled': 1,
    author: 1,
    topic: 9,
  })
  expect(report.skipped).toEqual([])
})

test('what only members may read is not public, nor are drafts and scheduled stories', async () => {
  const shown = await house.db.selectFrom('published_stories').select('slug').execute()
  const slugs = shown.map(row => row.slug)
  expect(slugs).toHaveLength(48)
  for (const hidden of [
    'for-members-the-dredging-budget-line-by-line',
    'paid-only-minutes-of-the-closed-session',
    'unfinished-a-bridge-without-a-name',
    'on-friday-ferry-timetable',
  ])
    expect(slugs).not.toContain(hidden)
  expect((await storyAt('for-members-the-dredging-budget-line-by-line')).audience).toBe('nobody')
  expect((await storyAt('paid-only-minutes-of-the-closed-session')).audience).toBe('nobody')
  expect(await storyAt('on-friday-ferry-timetable')).toMatchObject({
    state: 'scheduled',
    scheduled_for: new Date('2030-01-04T09:00:00Z'),
  })
})

test('every kind of card is there as a block', async () => {
  const locks = await storyAt('the-lock-keepers-of-eastmoor-count-their-boats')
  expect(locks.content.blocks.map(block => block.type)).toEqual([
    'paragraph',
    'heading',
    'list',
    'photograph',
    'quotation',
    'quotation',
    'divider',
    'call-out',
    'paragraph',
    'paragraph',
    'code',
    'paragraph',
    'table',
    'imported script',
    'paragraph',
    'list',
  ])
  const kinds = await storyAt('page-of-kinds')
  expect(kinds.content.blocks.map(block => block.type)).toEqual([
    'gallery',
    'embed',
    'embed',
    'paragraph',
    'file',
    'file',
    'ghost signup',
    'ghost email',
    'call-out',
  ])
  const [, film, report, button] = kinds.content.blocks
  expect(film).toMatchObject({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ' })
  expect(report).toMatchObject({ url: 'https://example.org/report', title: 'The canal report' })
  expect(JSON.stringify(button)).toContain('https://example.org/tally')
})

test('a story keeps its words for search engines, its picture, its feed id and its primary topic', async () => {
  const locks = await storyAt('the-lock-keepers-of-eastmoor-count-their-boats')
  expect(locks.feed_id).toBe('6b02e0a37168791cb2a9f84a')
  expect(locks.first_published_at).toEqual(new Date('2026-11-22T12:31:31Z'))
  expect(locks.updated_at).toBeNull()
  expect(locks.content).toMatchObject({
    headline: 'The lock keepers of Eastmoor count their boats',
    standfirst: 'Three winters of hand-written tallies, and what they say about the canal.',
    searchHeadline: 'Lock keepers of Eastmoor',
    canonicalUrl: 'https://example.org/locks',
    photograph: { alt: 'A canal lock', caption: 'The upper lock. Photo: Iver Holt' },
  })
  const topics = await house.db.selectFrom('topics').selectAll().execute()
  expect(topics.map(topic => topic.name)).not.toContain('#longread')
  expect(topics.find(topic => topic.id === locks.content.topics[0])?.slug).toBe('waterways')
  expect(locks.content.topics).toHaveLength(2)
})

test('old addresses lead to where things are now', async () => {
  const rows = await house.db.selectFrom('redirects').select(['path', 'target']).execute()
  const targets = new Map(rows.map(row => [row.path, row.target]))
  expect(targets.get('/tag/waterways')).toBe('/topics/waterways')
  expect(targets.get('/author/bench')).toBe('/authors/bench')
  expect(targets.get('/p/10501250-2a16-456e-be03-98e43cbcc690')).toBe('/page-of-kinds')
  expect(targets.get('/rss')).toBe('/rss.xml')
  // The preview of what is not public leads nowhere.
  expect(targets.has('/p/8b6c24eb-07c9-44bc-a53a-a4cf8cd79dd4')).toBe(false)
})

test('the report says what was changed and what was left behind', () => {
  const said = report.changed.map(line => line.what).join('\n')
  expect(said).toContain('was for members only; it is kept in the newsroom and is not public')
  expect(said).toContain('was for paying members only')
  expect(said).toContain('a paywall is kept for staff only')
  expect(said).toContain('a sign-up form is kept for staff only')
  expect(said).toContain('a part that was only in the e-mail')
  const left = Object.fromEntries(report.leftBehind.map(each => [each.what, each.count]))
  expect(left).toMatchObject({
    'internal tags': 1,
    settings: 61,
    'rows of “newsletters”': 1,
    'rows of “products”': 2,
    'e-mail addresses and passwords of users': 1,
  })
})

test('a second run changes nothing', async () => {
  const again = await importExport()
  for (const { added, updated } of Object.values(again.counts)) expect([added, updated]).toEqual([0, 0])
  expect(again.counts['story published']!.unchanged).toBe(46)
  const { n } = await house.db
    .selectFrom('stories')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(Number(n)).toBe(52)
})
