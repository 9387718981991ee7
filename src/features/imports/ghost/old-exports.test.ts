import { expect, test } from 'vitest'
import { blocksOf, readExport, storiesOf } from '../../../../test/builders/ghost-export.ts'

const mobiledoc = (document: object) =>
  JSON.stringify({ version: '0.3.1', markups: [], atoms: [], cards: [], ...document })
const owner = {
  id: '1',
  name: 'Ada Quill',
  slug: 'ada',
  email: 'ada@old.example',
  bio: 'Writes.',
  twitter: '@ada',
  facebook: 'adaq',
  website: 'https://ada.example',
  profile_image: '/content/images/ada.png',
}

test('Ghost 2: one author on the post, `page` for pages, words for search on the post, tables in any order', async () => {
  const items = await readExport({
    meta: { exported_on: 1, version: '2.31.0' },
    data: {
      posts_tags: [
        { id: 'c', post_id: 'p1', tag_id: 't2', sort_order: 1 },
        { id: 'd', post_id: 'p1', tag_id: 't1', sort_order: 0 },
        { id: 'e', post_id: 'p1', tag_id: 't3', sort_order: 2 },
      ],
      posts: [
        {
          id: 'p1',
          uuid: '11111111-2222-3333-4444-555555555555',
          title: 'A < B &amp; <b>C</b>',
          slug: 'a-b',
          mobiledoc: mobiledoc({
            cards: [
              ['card-markdown', { markdown: '#Lazy\n\nHello *there*\nsecond line' }],
              ['hr', {}],
            ],
            sections: [
              [10, 0],
              [10, 1],
            ],
          }),
          html: '<p>ignored</p>',
          page: 0,
          status: 'published',
          visibility: 'public',
          author_id: '1',
          created_at: '2018-01-02T03:04:05.000Z',
          updated_at: '2018-02-02T03:04:05.000Z',
          published_at: 1514862245000,
          meta_title: 'Found',
          og_description: 'Shared',
          codeinjection_head: '<script>1</script>',
        },
        {
          id: 'p2',
          title: 'About',
          slug: 'about',
          page: true,
          html: '<p>We <a href="/a-b/">wrote</a>.</p>',
          status: 'published',
          author_id: '1',
          published_at: '2018-01-01 00:00:00',
        },
      ],
      tags: [
        {
          id: 't1',
          name: 'News',
          slug: 'news',
          visibility: 'public',
          feature_image: '/content/images/news.png',
        },
        { id: 't2', name: 'Sea', slug: 'sea', parent_id: null },
        { id: 't3', name: '#hidden', slug: 'hash-hidden', visibility: 'internal' },
      ],
      users: [owner, { id: '2', name: 'Nobody', slug: 'nobody' }],
      settings: [
        { key: 'title', value: 'Old Paper' },
        { key: 'default_locale', value: 'de' },
        { key: 'permalinks', value: '/:year/:month/:slug/' },
        { key: 'active_timezone', value: 'Pacific/Auckland' },
      ],
      subscribers: [{ id: 's1', email: 'x@y.example' }],
    },
  })
  const [story, page] = storiesOf(items)
  expect(items[0]).toMatchObject({ type: 'publication', name: 'Old Paper', language: 'de', addresses: [] })
  expect(story).toMatchObject({
    kind: 'story',
    state: 'published',
    title: 'A < B &amp; <b>C</b>',
    slug: 'a-b',
    authors: ['1'],
    topics: ['t1', 't2'],
    feedId: 'p1',
    searchHeadline: 'Found',
    searchDescription: 'Shared',
    language: 'de',
    publishedAt: new Date(1514862245000),
    updatedAt: new Date('2018-02-02T03:04:05Z'),
  })
  expect(story!.oldAddresses).toEqual([
    '/a-b/',
    '/2018/01/a-b/',
    '/a-b/amp/',
    '/p/11111111-2222-3333-4444-555555555555/',
  ])
  expect(story!.notes).toContain('code that was put into its page was left out')
  expect(blocksOf(story)).toMatchObject([
    { type: 'heading', level: 2, content: [{ text: 'Lazy' }] },
    {
      type: 'paragraph',
      content: [
        { text: 'Hello ' },
        { text: 'there', marks: [{ type: 'italic' }] },
        { type: 'break' },
        { text: 'second line' },
      ],
    },
    { type: 'divider' },
  ])
  expect(page).toMatchObject({ kind: 'page', state: 'published' })
  expect(JSON.stringify(blocksOf(page))).toContain('"href":"/a-b/"')
  const author = items.find(item => item.type === 'author')
  expect(author).toMatchObject({
    name: 'Ada Quill',
    bio: 'Writes.',
    oldAddresses: ['/author/ada/'],
    links: [
      { href: 'https://ada.example' },
      { label: 'X', href: 'https://x.com/ada' },
      { label: 'Facebook', href: 'https://www.facebook.com/adaq' },
    ],
    photograph: { url: 'https://old.example/content/images/ada.png' },
  })
  expect(author).not.toHaveProperty('email')
  expect(items.filter(item => item.type === 'left-behind').map(item => [item.what, item.count])).toEqual(
    expect.arrayContaining([
      ['users without stories', 1],
      ['rows of “subscribers”', 1],
    ]),
  )
})

test('Ghost 3: Mobiledoc with markups, atoms, lists, old image sections and cards; two authors in their order', async () => {
  const body = mobiledoc({
    atoms: [
      ['soft-return', '', {}],
      ['mention', '@sea', {}],
    ],
    markups: [
      ['strong'],
      ['a', ['rel', 'nofollow', 'href', 'https://e.org/x']],
      ['em'],
      ['a', ['href', 'javascript:alert(1)']],
      ['constructor'],
    ],
    cards: [
      [
        'image',
        {
          src: '/content/images/size/w600/2019/boat.jpg',
          alt: 'A boat',
          caption: 'At <b>sea</b>',
          cardWidth: 'full',
        },
      ],
      ['code', { code: 'let a = 1', language: 'js' }],
      [
        'gallery',
        {
          images: [
            { src: '__GHOST_URL__/content/images/1.png', width: 10, height: 20 },
            { src: '/content/images/2.png' },
          ],
          caption: 'Two',
        },
      ],
      ['bookmark', { url: 'https://old.example/other/', metadata: { title: 'Other' } }],
      ['embed', { url: 'https://vimeo.com/12345', html: '<iframe></iframe>', type: 'video' }],
      ['html', { html: '<div style="color:red">Raw</div>' }],
      ['poll', { question: 'Really?' }],
    ],
    sections: [
      [1, 'h2', [[0, [0], 1, 'Head']]],
      [
        1,
        'p',
        [
          [0, [], 0, 'One '],
          [0, [0, 1], 2, 'two'],
          [1, [], 0, 0],
          [0, [2], 0, 'three'],
          [1, [], 1, 1],
          [0, [3], 1, ' four'],
          [0, [4], 1, '!'],
        ],
      ],
      [3, 'ol', [[[0, [], 0, 'First']], [[0, [0], 1, 'Second']]]],
      [1, 'blockquote', [[0, [], 0, 'Said']]],
      [2, 'https://e.org/old.png'],
      ...[0, 1, 2, 3, 4, 5, 6].map(card => [10, card]),
      [99, 'odd'],
    ],
  })
  const items = await readExport({
    db: [
      {
        meta: { version: '3.42.5' },
        data: {
          posts: [
            {
              id: '5f00000000000000000000aa',
              title: 'M',
              slug: 'm',
              type: 'post',
              mobiledoc: body,
              status: 'published',
              visibility: 'public',
              published_at: '2020-01-01T00:00:00.000Z',
              feature_image: 'https://e.org/f.jpg',
            },
          ],
          posts_authors: [
            { post_id: '5f00000000000000000000aa', author_id: 'u2', sort_order: 1 },
            { post_id: '5f00000000000000000000aa', author_id: 'u1', sort_order: 0 },
          ],
          posts_meta: [
            {
              post_id: '5f00000000000000000000aa',
              meta_description: 'Of M',
              feature_image_caption: 'By <a href="#">A</a>',
            },
          ],
          users: [
            { id: 'u1', name: 'One', slug: 'one' },
            { id: 'u2', name: 'Two', slug: 'two' },
          ],
        },
      },
    ],
  })
  const [story] = storiesOf(items)
  expect(story).toMatchObject({
    authors: ['u1', 'u2'],
    searchDescription: 'Of M',
    featured: { url: 'https://e.org/f.jpg', caption: 'By A' },
  })
  const bold = { type: 'bold' }
  expect(blocksOf(story)).toMatchObject([
    { type: 'heading', level: 2, content: [{ text: 'Head', marks: [bold] }] },
    {
      type: 'paragraph',
      content: [
        { text: 'One ' },
        { text: 'two', marks: [{ type: 'link', href: 'https://e.org/x' }, bold] },
        { type: 'break' },
        { text: 'three@sea', marks: [{ type: 'italic' }] },
        { text: ' four!' },
      ],
    },
    {
      type: 'list',
      ordered: true,
      items: [{ content: [{ text: 'First' }] }, { content: [{ text: 'Second', marks: [bold] }] }],
    },
    { type: 'quotation', paragraphs: [[{ text: 'Said' }]] },
    { type: 'photograph', photographId: { url: 'https://e.org/old.png' } },
    {
      type: 'photograph',
      alt: 'A boat',
      width: 'full',
      photographId: { url: 'https://old.example/content/images/2019/boat.jpg' },
      caption: [{ text: 'At ' }, { text: 'sea' }],
    },
    { type: 'code', text: 'let a = 1', language: 'js' },
    {
      type: 'gallery',
      photographs: [{ photographId: { url: 'https://old.example/content/images/1.png' } }, {}],
      caption: [{ text: 'Two' }],
    },
    { type: 'related-story', storyId: { $address: '/other/' }, headline: 'Other' },
    { type: 'embed', provider: 'vimeo' },
    { type: 'html', html: '<div style="color:red">Raw</div>' },
    { type: 'ghost poll', data: { question: 'Really?' } },
  ])
  expect(story!.notes.join('\n')).toContain('a link that could do harm')
  expect(story!.notes.join('\n')).toContain('“poll”')
})

test('Ghost 4 and 5: letters, members, tiers and gated parts never become public', async () => {
  const lexical = (children: object[]) => JSON.stringify({ root: { type: 'root', children } })
  const gated = {
    type: 'html',
    html: '<p>secret</p>',
    visibility: { web: { nonMember: false, memberSegment: 'status:-free' } },
  }
  const items = await readExport({
    db: [
      {
        meta: { version: '5.80.0' },
        data: {
          posts: [
            {
              id: 'a',
              title: 'Letter',
              slug: 'letter',
              status: 'sent',
              visibility: 'public',
              lexical: lexical([]),
              published_at: '2023-01-01 00:00:00',
            },
            {
              id: 'b',
              title: 'Only mail',
              slug: 'only-mail',
              status: 'published',
              visibility: 'public',
              html: '<p>x</p>',
            },
            {
              id: 'c',
              title: 'Tier',
              slug: 'tier',
              status: 'published',
              visibility: 'tiers',
              html: '<p>x</p>',
            },
            {
              id: 'd',
              title: 'Label',
              slug: 'label',
              status: 'scheduled',
              visibility: 'label:vip',
              html: '<p>x</p>',
            },
            {
              id: 'e',
              title: 'Gated',
              slug: 'gated',
              status: 'published',
              visibility: 'public',
              lexical: lexical([
                gated,
                { type: 'email-cta', html: '<p>mail</p>' },
                { type: 'paragraph', children: [{ type: 'extended-text', text: 'open', format: 0 }] },
              ]),
            },
            {
              id: 'f',
              title: 'Gated HTML',
              slug: 'gated-html',
              status: 'published',
              visibility: 'public',
              html: '<p>open</p><!--kg-gated-block:begin nonMember:false memberSegment:"status:free" --><p>secret</p><!--kg-gated-block:end--><p>end</p>',
            },
            { id: 'g', title: 'Odd', slug: 'odd', status: 'rotting', html: '<p>x</p>' },
          ],
          posts_meta: [{ post_id: 'b', email_only: 1 }],
          members: [{ id: 'm1', email: 'm@x.example' }, { id: 'm2' }],
        },
      },
    ],
  })
  const stories = storiesOf(items)
  expect(Object.fromEntries(stories.map(story => [story.title, story.state]))).toEqual({
    Letter: 'draft',
    'Only mail': 'draft',
    Tier: 'private',
    Label: 'private',
    Gated: 'published',
    'Gated HTML': 'published',
    Odd: 'draft',
  })
  for (const title of ['Gated', 'Gated HTML']) {
    const blocks = blocksOf(stories.find(story => story.title === title))
    const open = blocks.filter(block => !block.type.startsWith('ghost '))
    expect(JSON.stringify(open)).toContain('open')
    expect(JSON.stringify(open)).not.toMatch(/secret|mail/)
    expect(JSON.stringify(blocks)).toContain('secret')
  }
  expect(items.find(item => item.type === 'left-behind' && item.what === 'rows of “members”')).toMatchObject({
    count: 2,
  })
})
