import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { item, scratchFiles, wxr } from '../../../../test/builders/wxr.ts'
import { type ImportReport, runImport } from '../import.ts'
import { type WordpressOptions, wordpressSource } from './wordpress-source.ts'

const scratch = await scratchFiles()

test('an export of WordPress 2.3: no authors listed, categories twice, attachments without an address', async () => {
  const { stories, db } = await bring(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.0/"><channel><title>Old &amp; gone</title><link>http://www.old.example/blog</link>
<wp:wxr_version>1.0</wp:wxr_version>
<wp:base_site_url>http://www.old.example/blog</wp:base_site_url><wp:base_blog_url>http://www.old.example/blog</wp:base_blog_url>
<item><title>Fire &#8211; what we know&nbsp;now</title><link>http://www.old.example/blog/?p=3</link><dc:creator>jane</dc:creator>
<category><![CDATA[City Hall]]></category><category domain="category" nicename="city-hall"><![CDATA[City Hall]]></category>
<category domain="tag"><![CDATA[fire]]></category><category domain="tag" nicename="fire"><![CDATA[fire]]></category>
<guid isPermaLink="false">http://www.old.example/blog/?p=3</guid>
<content:encoded><![CDATA[First line
second line

Second paragraph. <img src="http://www.old.example/blog/wp-content/uploads/2007/fire.jpg" />]]></content:encoded>
<wp:post_id>3</wp:post_id><wp:post_date>2007-11-02 21:15:00</wp:post_date><wp:post_date_gmt>2007-11-02 20:15:00</wp:post_date_gmt>
<wp:post_name>fire</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>fire.jpg</title><link>http://www.old.example/blog/?attachment_id=4</link><guid>http://www.old.example/blog/wp-content/uploads/2007/fire.jpg</guid>
<wp:post_id>4</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
</channel></rss>`)
  expect(stories).toHaveLength(1)
  expect(stories[0]).toMatchObject({
    headline: 'Fire – what we know now',
    blocks: [
      { type: 'paragraph', content: [{ text: 'First line' }, { type: 'break' }, { text: 'second line' }] },
      { type: 'paragraph', content: [{ text: 'Second paragraph.' }] },
      { type: 'photograph' },
    ],
  })
  expect(await names(db)).toEqual({ authors: ['jane'], topics: ['City Hall', 'fire'] })
  expect(await db.selectFrom('photographs').select('id').execute()).toHaveLength(1)
  const redirects = await db.selectFrom('redirects').select(['path', 'target']).execute()
  expect(redirects).toContainEqual({ path: '/blog/?p=3', target: '/fire' })
})

test('private, pending, trashed and unknown states stay hidden', async () => {
  const { db, report } = await bring(
    wxr([
      { id: 1, status: 'private' },
      { id: 2, status: 'pending' },
      { id: 3, status: 'trash' },
      { id: 4, status: 'auto-draft' },
      { id: 5, status: 'pitch' },
      { id: 6, status: 'publish', password: 'secret-word' },
      { id: 7, status: 'future', date: '2020-01-01 00:00:00' },
      { id: 8, status: 'future', date: '2031-01-01 00:00:00' },
      { id: 9, status: 'publish', date: '2031-01-01 00:00:00' },
      { id: 10, type: 'revision', status: 'inherit' },
      { id: 11, status: 'future', date: '2031-01-01 00:00:00', password: 'x' },
      { id: 12, status: 'draft', date: '0000-00-00 00:00:00', slug: '' },
    ]),
  )
  expect(await db.selectFrom('published_stories').select('slug').execute()).toEqual([])
  const { rows } = await sql<{ state: string; audience: string; n: number }>`
    select state, audience, count(*) as n from stories group by 1, 2 order by 1, 2`.execute(db)
  expect(rows).toEqual([
    { state: 'draft', audience: 'everyone', n: 4 },
    { state: 'draft', audience: 'nobody', n: 3 },
    { state: 'scheduled', audience: 'everyone', n: 2 },
  ])
  expect(JSON.stringify(await everything(db))).not.toContain('secret-word')
  expect(report.changed.filter(each => /scheduled for a time that has passed/.test(each.what))).toHaveLength(
    1,
  )
  const redirects = await db.selectFrom('redirects').select('target').distinct().orderBy('target').execute()
  // Only number 9 could be seen at the old site.
  expect(redirects.map(each => each.target)).toEqual(['/authors/jane', '/story-9'])
})

test('co-authors and guest authors', async () => {
  const { stories, db } = await bring(
    wxr(
      [
        {
          id: 1,
          more: `<category domain="author" nicename="cap-ada"><![CDATA[ada]]></category><category domain="author" nicename="cap-guest-bo"><![CDATA[guest-bo]]></category>`,
        },
        item({ id: 2, type: 'guest-author', title: 'Bo', slug: 'cap-guest-bo' }).replace(
          '</item>',
          `<wp:postmeta><wp:meta_key>cap-display_name</wp:meta_key><wp:meta_value>Bo Svensson</wp:meta_value></wp:postmeta>
         <wp:postmeta><wp:meta_key>cap-user_login</wp:meta_key><wp:meta_value>guest-bo</wp:meta_value></wp:postmeta>
         <wp:postmeta><wp:meta_key>cap-description</wp:meta_key><wp:meta_value><![CDATA[Writes <b>now</b>.]]></wp:meta_value></wp:postmeta></item>`,
        ),
      ],
      author('ada', 'Ada Marsh'),
    ),
  )
  const authors = await db
    .selectFrom('authors')
    .select(['id', 'name', 'bio', 'slug'])
    .orderBy('name')
    .execute()
  expect(authors.map(({ name, bio, slug }) => ({ name, bio, slug }))).toEqual([
    { name: 'Ada Marsh', bio: '', slug: 'ada-marsh' },
    { name: 'Bo Svensson', bio: 'Writes now.', slug: 'bo-svensson' },
  ])
  expect(stories[0]!.authors).toEqual(authors.map(each => each.id))
})

test('the primary category of a plugin goes first, “Uncategorized” never', async () => {
  const { stories, db } = await bring(
    wxr(
      [
        {
          more: `<category domain="post_tag" nicename="vote"><![CDATA[Vote]]></category><category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
          <category domain="category" nicename="news-desk"><![CDATA[News desk]]></category><category domain="category" nicename="sport"><![CDATA[Sport]]></category>
          <wp:postmeta><wp:meta_key>_yoast_wpseo_primary_category</wp:meta_key><wp:meta_value>12</wp:meta_value></wp:postmeta>`,
        },
      ],
      category(1, 'uncategorized', 'Uncategorized') +
        category(11, 'news-desk', 'News desk') +
        category(12, 'sport', 'Sport'),
    ),
  )
  const topics = await db.selectFrom('topics').select(['id', 'name']).execute()
  const name = (id: number) => topics.find(each => each.id === id)!.name
  expect((stories[0]!.topics as number[]).map(name)).toEqual(['Sport', 'News desk', 'Vote'])
})

test('addresses that the publication keeps for itself, and two pages of one name', async () => {
  const { stories, db, report } = await bring(
    wxr([
      { id: 1, slug: 'search', title: 'On searching' },
      { id: 2, slug: 'contact', type: 'page' },
      { id: 3, slug: 'contact', type: 'page', link: 'https://old.example/berlin/contact/' },
    ]),
  )
  expect(stories.map(each => each.slug)).toEqual(['search-2', 'contact', 'contact-2'])
  expect(report.changed.map(each => each.what)).toEqual([
    'its address “/search” belongs to the publication itself; it is “/search-2”',
    'its address “/contact” is taken; it is “/contact-2”',
    'the publication had no name yet: it has that of the archive, and its largest topics as navigation',
  ])
  const redirects = await db
    .selectFrom('redirects')
    .select(['path', 'target'])
    .where('target', '=', '/contact-2')
    .execute()
  expect(redirects).toContainEqual({ path: '/berlin/contact', target: '/contact-2' })
})

test('types of a theme’s own are counted, and taken when asked for', async () => {
  const file = wxr([
    { id: 1, type: 'opinion', title: 'We think' },
    { id: 2, type: 'acf-field' },
  ])
  const first = await bring(file)
  expect(first.report.leftBehind).toContainEqual(
    expect.objectContaining({
      what: 'items of type “opinion”',
      examples: ['We think'],
      why: expect.stringContaining('--as-stories opinion'),
    }),
  )
  const second = await bring(file, { storyTypes: ['opinion'] })
  expect(second.stories.map(each => each.headline)).toEqual(['We think'])
})

test('a library picture at another size, through a proxy and by number is one photograph; its credit is read', async () => {
  const library = `<item><title>Harbour</title><guid>https://old.example/wp-content/uploads/2020/harbour-scaled.jpg</guid><excerpt:encoded><![CDATA[The <i>harbour</i>]]></excerpt:encoded>
    <wp:post_id>50</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/wp-content/uploads/2020/harbour-scaled.jpg</wp:attachment_url>
    <wp:postmeta><wp:meta_key>_wp_attachment_metadata</wp:meta_key><wp:meta_value><![CDATA[a:3:{s:5:"width";i:2560;s:6:"height";i:1707;s:10:"image_meta";a:2:{s:6:"credit";s:10:"Ada Märsh";s:7:"caption";s:0:"";}}]]></wp:meta_value></wp:postmeta></item>`
  const { stories, db } = await bring(
    wxr([
      {
        body: `<img src="http://www.old.example/wp-content/uploads/2020/harbour-300x200.jpg">

<img src="https://i0.wp.com/old.example/wp-content/uploads/2020/harbour.jpg?resize=640%2C480">

<img class="wp-image-50" src="https://cdn.example/x/harbour-1024x683.jpg">

<img src="https://old.example/other-100x100.png"> <img src="https://old.example/other-900x900.png" width="900" height="900">

[gallery ids="50"]`,
        more: '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>50</wp:meta_value></wp:postmeta>',
      },
      library,
    ]),
  )
  const photographs = await db.selectFrom('photographs').selectAll().orderBy('id').execute()
  expect(photographs.map(each => each.source_url)).toEqual([
    'https://old.example/wp-content/uploads/2020/harbour-scaled.jpg',
    'https://old.example/other-900x900.png',
  ])
  expect(photographs[0]).toMatchObject({
    width: 2560,
    height: 1707,
    credit: 'Ada Märsh',
    caption: 'The harbour',
  })
  const shown = (stories[0]!.blocks as { photographId?: number }[]).map(each => each.photographId)
  expect(shown.slice(0, 3)).toEqual([photographs[0]!.id, photographs[0]!.id, photographs[0]!.id])
  expect(stories[0]!.photograph).toEqual({ id: photographs[0]!.id })
})

test('other encodings, and what a broken server printed before the file', async () => {
  const text = wxr([{ title: 'Grüße aus Łódź' }])
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le'),
  ])
  expect((await bring(utf16)).stories[0]!.headline).toBe('Grüße aus Łódź')
  const latin2 = Buffer.from(wxr([{ title: 'Gr\u00fc\u00dfe' }]).replace('UTF-8', 'ISO-8859-1'), 'latin1')
  expect((await bring(latin2)).stories[0]!.headline).toBe('Grüße')
  const noisy = `\n<br />\n<b>Warning</b>: something in export.php on line 3<br />\n${text}`
  expect((await bring(noisy)).stories[0]!.headline).toBe('Grüße aus Łódź')
})

async function bring(content: string | Uint8Array, options: WordpressOptions = {}) {
  const { house } = await testHouse({ clock: testClock() })
  const report: ImportReport = await runImport({
    house,
    source: wordpressSource(options),
    file: await scratch(content),
    fetchMedia: false,
    say: () => {},
  })
  const rows = await house.db.selectFrom('stories').select('draft').orderBy('id').execute()
  return { report, db: house.db, stories: rows.map(row => row.draft as Record<string, unknown>) }
}

type Db = Awaited<ReturnType<typeof bring>>['db']

async function names(db: Db) {
  const authors = await db.selectFrom('authors').select('name').orderBy('name').execute()
  const topics = await db.selectFrom('topics').select('name').orderBy('name').execute()
  return { authors: authors.map(each => each.name), topics: topics.map(each => each.name) }
}

async function everything(db: Db) {
  return [
    await db.selectFrom('stories').selectAll().execute(),
    await db.selectFrom('revisions').selectAll().execute(),
  ]
}

function author(login: string, name: string): string {
  return `<wp:author><wp:author_login>${login}</wp:author_login><wp:author_email>${login}@old.example</wp:author_email><wp:author_display_name><![CDATA[${name}]]></wp:author_display_name></wp:author>`
}

function category(id: number, nicename: string, name: string): string {
  return `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${nicename}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[${name}]]></wp:cat_name></wp:category>`
}
