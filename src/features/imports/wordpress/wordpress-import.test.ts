import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { allRows } from '../../../../test/builders/all-rows.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { readBlock } from '../../stories/story.ts'
import { type ImportReport, runImport } from '../import.ts'
import { printReport } from '../report.ts'
import { wordpressSource } from './wordpress-source.ts'

const fixture = fileURLToPath(
  new URL('../../../../test/fixtures/wordpress/themeunittestdata.wordpress.xml', import.meta.url),
)
const { house } = await testHouse({ clock: testClock() })
const bring = (dryRun = false) =>
  runImport({ house, source: wordpressSource(), file: fixture, fetchMedia: false, dryRun, say: () => {} })
let empty: Record<string, string[]>
let report: ImportReport

beforeAll(async () => {
  empty = await allRows(house.db)
  await bring(true)
  expect(await allRows(house.db)).toEqual(empty)
  report = await bring()
}, 60_000)

test('brings everything of the theme test data, and counts it', () => {
  const added = Object.fromEntries(Object.entries(report.counts).map(([kind, count]) => [kind, count.added]))
  expect(added).toMatchObject({
    'story published': 55,
    'story scheduled': 1,
    'story draft': 1,
    'story draft (password)': 1,
    'page published': 21,
    author: 2,
    photograph: 35,
    file: 5,
  })
  expect(report.skipped).toEqual([])
  expect(Object.fromEntries(report.leftBehind.map(({ what, count }) => [what, count]))).toMatchObject({
    comments: 33,
    'nav_menu_item items': 70,
  })
  // 67 categories without "Uncategorized" and 110 tags; some have one name and become one topic.
  expect(report.counts.topic!.added + report.counts.topic!.unchanged).toBe(181)
  expect(report.mediaElsewhere).toHaveLength(40)
})

test('nothing that was not public becomes public', async () => {
  const hidden = await house.db.selectFrom('stories').selectAll().where('audience', '=', 'nobody').execute()
  expect(hidden.map(each => [each.state, headline(each.draft)])).toEqual([
    ['draft', 'Template: Password Protected (the password is "enter")'],
  ])
  const open = await house.db.selectFrom('published_stories').select(['headline', 'slug']).execute()
  expect(open).toHaveLength(76)
  for (const word of ['Password', 'Scheduled', 'Draft']) {
    expect(open.filter(each => each.headline.startsWith(word) || each.slug.includes('password'))).toEqual([])
  }
  const { rows: leaks } = await sql`
    select path from redirects where path like '%password-prot%' or path like '%scheduled%' or path = '/?p=1168'`.execute(
    house.db,
  )
  expect(leaks).toEqual([])
})

test('keeps a future story for its time', async () => {
  const scheduled = await house.db
    .selectFrom('stories')
    .selectAll()
    .where('state', '=', 'scheduled')
    .executeTakeFirstOrThrow()
  expect(headline(scheduled.draft)).toBe('Scheduled')
  expect(scheduled.scheduled_for).toEqual(new Date('2030-01-01T19:00:18Z'))
})

test('the odd titles', async () => {
  const bySlug = await published()
  expect(bySlug['edge-case-no-title']!.headline).toBe(
    'This post has no title, but it still must link to the single post view somehow.',
  )
  expect(bySlug['markup-title-with-markup']!.headline).toBe('Markup: Title With Markup')
  expect(bySlug['title-with-special-characters']!.headline).toContain('~`!@#$%^&*()-_=+{}[]/\\;:\'"?,.>')
  expect(bySlug['title-should-not-overflow-the-content-area']!.headline).toMatch(/^Taumata\S{70,}$/)
  expect(bySlug['επίπεδο-2']!.headline).toBe('Επίπεδο 2 -Second Greek level')
  expect(bySlug['edge-case-no-content']!.words).toBe(0)
  expect(report.changed).toContainEqual(
    expect.objectContaining({ foreignId: '1169', what: expect.stringContaining('no title') }),
  )
})

test('times, standfirsts, authors, topics and lead pictures are those of the file', async () => {
  const bySlug = await published()
  const excerpt = bySlug['template-excerpt-defined']!
  expect(excerpt.standfirst).toMatch(/^This is a user-defined post excerpt\. It should be displayed/)
  expect(excerpt.published_at).toEqual(new Date('2012-03-15T21:38:08Z'))
  expect(bySlug['template-excerpt-generated']!.standfirst).toBe('')
  expect(bySlug['wp-6-1-font-size-scale']!.updated_at).toEqual(new Date('2023-01-16T07:16:52Z'))
  expect(bySlug['edge-case-many-tags']!.topic_ids.length).toBeGreaterThan(40)
  // The file says ">themereviewteam" here.
  const authors = await house.db
    .selectFrom('authors')
    .select(['id', 'name', 'slug', 'email'])
    .orderBy('id')
    .execute()
  expect(authors.map(each => each.name)).toEqual(['Theme Buster', 'Theme Reviewer'])
  expect(authors.map(each => each.email)).toEqual([null, null])
  expect(bySlug['block-category-common']!.author_ids).toEqual([authors[1]!.id])
  const lead = await house.db
    .selectFrom('photographs')
    .selectAll()
    .where('id', '=', bySlug['template-featured-image-vertical']!.photograph_id!)
    .executeTakeFirstOrThrow()
  expect(lead).toMatchObject({ state: 'elsewhere', alt: 'Horizontal Featured Image' })
  expect(lead.source_url).toMatch(/featured-image-vertical\.jpg$/)
})

test('galleries hold the pictures that were attached, and pictures of like names stay apart', async () => {
  const gallery = (await blocksOf('post-format-gallery')).filter(block => block.type === 'gallery')
  expect(gallery).toHaveLength(10)
  expect((gallery[0]!.photographs as unknown[]).length).toBeGreaterThan(15)
  const tiled = (await blocksOf('post-format-gallery-tiled')).find(block => block.type === 'gallery')!
  expect(tiled.photographs).toHaveLength(5)
  expect(report.changed).toContainEqual(
    expect.objectContaining({
      foreignId: '1031',
      what: 'a picture that the file does not hold (number 763) was left out',
    }),
  )
  const aligned = (await blocksOf('markup-image-alignment')).filter(block => block.type === 'photograph')
  const { rows } = await sql<{ source_url: string }>`
    select distinct source_url from photographs where id = any(${aligned.map(block => block.photographId as number)}::bigint[])
    order by 1`.execute(house.db)
  expect(rows.map(row => row.source_url.split('/').at(-1)).sort()).toEqual([
    'image-alignment-1200x4002.jpg',
    'image-alignment-150x150.jpg',
    'image-alignment-300x200.jpg',
    'image-alignment-580x300.jpg',
    'manhattansummer.jpg',
  ])
})

test('embeds, shortcodes and what the old site drew itself', async () => {
  const embeds = (await blocksOf('blocks-embeds')).filter(block => block.type === 'embed')
  expect(embeds.map(block => block.provider)).toEqual(['x', 'youtube', 'facebook', 'instagram', 'wordpress'])
  expect((await blocksOf('post-format-video-youtube'))[0]).toMatchObject({
    type: 'embed',
    provider: 'youtube',
  })
  expect((await blocksOf('post-format-image-linked'))[0]).toMatchObject({
    type: 'photograph',
    caption: [{ type: 'text', text: expect.stringMatching(/^Chunk of resinous blackboy husk/) }],
  })
  expect((await blocksOf('post-format-audio')).map(block => block.type)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'file',
  ])
  const widgets = await blocksOf('blocks-widgets')
  expect(widgets).toContainEqual(expect.objectContaining({ type: 'wordpress core/archives' }))
  expect(readBlock(widgets.find(block => block.type === 'wordpress core/rss')).type).toBe('unknown')
})

test('every block fits its kind', async () => {
  const { rows } = await sql<{ block: { type: string } }>`
    select b as block from stories, jsonb_array_elements(draft->'blocks') b`.execute(house.db)
  expect(rows.length).toBeGreaterThan(800)
  const misfits = rows.filter(
    ({ block }) => readBlock(block).type === 'unknown' && !block.type.startsWith('wordpress '),
  )
  expect(misfits).toEqual([])
})

test('old addresses lead to the stories, and links between stories were set right', async () => {
  const { rows } = await sql<{ path: string; target: string }>`select path, target from redirects`.execute(
    house.db,
  )
  const target = Object.fromEntries(rows.map(row => [row.path, row.target]))
  expect(target['/2012/01/07/template-sticky']).toBe('/template-sticky')
  expect(target['/?p=1241']).toBe('/template-sticky')
  // Two posts carry "?p=568"; it is the address of the one with that number.
  expect(target['/?p=568']).toBe('/post-format-image-linked')
  expect(target['/level-1/level-2/level-3']).toBe('/level-3')
  expect(target['/category/parent/child-1/child-2']).toBe('/topics/child-2')
  expect(target['/author/themedemos']).toBe('/authors/theme-buster')
  const greek = `/greek/${encodeURIComponent('επίπεδο-2')}`
  expect(target[greek]).toBe(`/${encodeURIComponent('επίπεδο-2')}`)
  expect(target[greek.replace(/%../g, found => found.toLowerCase())]).toBe(target[greek])
  expect(target['/about']).toBeUndefined()
  expect(JSON.stringify(await blocksOf('blocks-layout-elements'))).toContain('"href":"/block-button"')
})

test('a second run changes nothing', async () => {
  const before = await allRows(house.db)
  const again = await bring()
  expect(await allRows(house.db)).toEqual(before)
  for (const count of Object.values(again.counts)) expect(count).toMatchObject({ added: 0, updated: 0 })
})

test('the printed report is short and says what matters', () => {
  const text = printReport(report, { fullReport: 'data/imports/x.json' })
  expect(text.split('\n').length).toBeLessThan(60)
  expect(text).toMatch(/story published\s+55/)
  expect(text).toMatch(/33 comments: Masthead has no comments/)
  expect(text).toContain('--fetch-media')
})

async function published() {
  const rows = await house.db.selectFrom('published_stories').selectAll().execute()
  return Object.fromEntries(rows.map(row => [row.slug, row]))
}

async function blocksOf(slug: string): Promise<({ type: string } & Record<string, unknown>)[]> {
  const { rows } = await sql<{ blocks: ({ type: string } & Record<string, unknown>)[] }>`
    select r.content->'blocks' as blocks from published_stories p join revisions r on r.id = p.revision_id
    where p.slug = ${slug}`.execute(house.db)
  return rows[0]!.blocks
}

function headline(draft: unknown): string {
  return (draft as { headline: string }).headline
}
