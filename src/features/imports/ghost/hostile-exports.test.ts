import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, readExport, storiesOf } from '../../../../test/builders/ghost-export.ts'
import { readBlock } from '../../stories/story.ts'
import { BadArchive, type ImportedBlock } from '../import.ts'
import { createAddresses } from './addresses.ts'
import { bodyBlocks } from './body.ts'

const fixture = new URL('../../../../test/fixtures/ghost/ghost-6.json', import.meta.url)

function post(fields: object) {
  return { data: { posts: [{ id: 'p', title: 'T', slug: 't', status: 'published', ...fields }] } }
}

function read(bodies: object) {
  const building = {
    addresses: createAddresses('https://old.example'),
    site: 'https://old.example',
    storyId: 'p',
    media: [],
    notes: new Map<string, number>(),
  }
  return { blocks: bodyBlocks(bodies, building), notes: [...building.notes.keys()].join('\n') }
}

/** What the engine does to references before a block is checked. */
function placed(block: ImportedBlock): unknown {
  return JSON.parse(
    JSON.stringify({ ...block, id: 'b1' }, (key, value) =>
      /^(photograph|file|story)Id$/.test(key) ? 1 : value,
    ),
  )
}

test('an export that is cut off anywhere is refused and the sentence says so', async () => {
  const whole = (await readFile(fixture)).subarray(0, 400_000)
  for (const length of [1, 2, 7, 40, 513, 4096, 65_537, 200_001, 399_999]) {
    await expect(readExport(whole.subarray(0, length)), `${length} bytes`).rejects.toThrow(BadArchive)
    await expect(readExport(whole.subarray(0, length))).rejects.toThrow(/not whole|byte/)
  }
})

test('what is no Ghost export is refused with a sentence that says what it is', async () => {
  const cases: [string | Buffer, RegExp][] = [
    ['', /empty/],
    ['{}', /no table “posts”/],
    ['[]', /no table “posts”/],
    ['{"data":{"tags":[]}}', /no table “posts”/],
    ['"text"', /does not begin like JSON/],
    ['<?xml version="1.0"?>', /does not begin like JSON/],
    [Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
    [Buffer.from('PK\u0003\u0004'), /zip/],
    [Buffer.from([0xff, 0xfe, 0x7b, 0]), /UTF-16/],
    ['{"data":{"posts":[]}} {"data":1}', /after its end/],
    ['{"data":{"posts":[{"id":"1",}]}}', /not well-formed.*in row 1 of “posts”/],
    ['{"data":{"posts":[{"id":"1"} {"id":"2"}]}}', /not well-formed/],
    ['{"data":{"posts":[{"id":1 "b":2}]}}', /not well-formed/],
    ['{"data":{"posts":[nul]}}', /not well-formed/],
    ['{"data":{"posts":]}', /not well-formed/],
    [`{"data":{"posts":[${'['.repeat(100_000)}`, /nested more than 64 deep/],
    [`{"a":${'{"a":'.repeat(100)}`, /nested more than 64 deep/],
  ]
  for (const [content, sentence] of cases) await expect(readExport(content)).rejects.toThrow(sentence)
})

test('a byte order mark, white space around and odd keys do no harm', async () => {
  const posts =
    '[{"__proto__":{"x":1},"constructor":5,"id":"p","title":"T \\ud800","slug":"t","html":"<p>A</p>","id":"q"}, 7, null, [1]]'
  const items = await readExport(
    `\ufeff \n {"data": {"posts": ${posts}, "posts": [{"id":"r","title":"R","html":"<p>B</p>"}]}} \n`,
  )
  expect(storiesOf(items).map(story => [story.foreignId, JSON.stringify(blocksOf(story))])).toEqual([
    ['q', expect.stringContaining('"A"')],
    ['r', expect.stringContaining('"B"')],
  ])
})

test('a field of the wrong type is left out and named; the rest of the post stays', async () => {
  const fields = [
    'title',
    'slug',
    'html',
    'status',
    'visibility',
    'published_at',
    'feature_image',
    'custom_excerpt',
    'uuid',
    'locale',
    'featured',
    'canonical_url',
    'meta_title',
    'lexical',
    'mobiledoc',
  ]
  for (const field of fields) {
    const [story] = storiesOf(await readExport(post({ plaintext: 'Words stay', [field]: [{ deep: ['x'] }] })))
    expect(story!.notes.join('\n'), field).toContain(`its field “${field}” is not what it should be`)
    expect(JSON.stringify(story)).toContain('Words stay')
    const state = field === 'visibility' ? 'private' : field === 'status' ? 'draft' : 'published'
    expect(story!.state, field).toBe(state)
  }
})

test('a body that nests without end or cannot be read falls back to its HTML', () => {
  const deep = `{"root":{"children":[${'{"type":"list","children":['.repeat(50_000)}`
  for (const lexical of [deep, '{"root":', '[]', '5', '{"root":{"children":7}}', '{"root":null}']) {
    const { blocks, notes } = read({ lexical, html: '<p>kept</p>' })
    expect(JSON.stringify(blocks)).toContain('kept')
    expect(notes).toContain('its HTML was taken')
  }
  expect(
    JSON.stringify(read({ mobiledoc: '{"version":"0.2.0","sections":[]}', html: '<p>kept</p>' }).blocks),
  ).toContain('kept')
})

test('hostile Markdown and HTML take bounded time and keep their words', () => {
  const sources = [
    '>'.repeat(20_000),
    '['.repeat(20_000),
    `${'- '.repeat(5_000)}x`,
    '*a '.repeat(20_000),
    '<div>'.repeat(5_000),
    '#'.repeat(300_000),
  ]
  const started = performance.now()
  for (const markdown of sources)
    read({ lexical: { root: { children: [{ type: 'markdown', markdown: `words\n\n${markdown}` }] } } })
  expect(performance.now() - started).toBeLessThan(15_000)
})

const textNode = fc.record({
  type: fc.constantFrom('text', 'extended-text', 'tk'),
  text: fc.string({ unit: 'grapheme' }),
  format: fc.integer({ min: 0, max: 255 }),
})
const anything = fc.anything({ maxDepth: 2, withNullPrototype: false })
const cardFields = fc.dictionary(
  fc.constantFrom(
    'src',
    'url',
    'html',
    'markdown',
    'caption',
    'images',
    'code',
    'heading',
    'content',
    'calloutText',
    'buttonText',
    'buttonUrl',
    'metadata',
    'visibility',
    'productTitle',
    'header',
    'text',
    'format',
  ),
  fc.oneof(fc.string(), fc.webUrl(), anything),
)
const tree = fc.letrec(tie => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    textNode,
    fc.record({ type: fc.constantFrom('linebreak', 'tab', 'horizontalrule', 'zwnj') }),
    fc.record({
      type: fc.constantFrom(
        'link',
        'at-link',
        'paragraph',
        'extended-heading',
        'quote',
        'aside',
        'list',
        'listitem',
        'root',
        'odd',
        'table',
      ),
      tag: fc.constantFrom('h1', 'h3', 'h6', 'ol', 'ul', ''),
      start: fc.integer(),
      url: fc.oneof(fc.webUrl(), fc.string()),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
    fc
      .tuple(
        fc.constantFrom(
          'image',
          'gallery',
          'html',
          'embed',
          'bookmark',
          'callout',
          'toggle',
          'video',
          'audio',
          'file',
          'product',
          'header',
          'signup',
          'paywall',
          'email',
          'button',
          'codeblock',
          'call-to-action',
          'before-after',
          'toString',
        ),
        cardFields,
      )
      .map(([type, fields]) => ({ ...fields, type })),
  ),
}))

test('any Lexical tree becomes blocks that fit, and no text of its text nodes is lost', () => {
  fc.assert(
    fc.property(fc.array(tree.node, { maxLength: 6 }), children => {
      const { blocks } = read({ lexical: { root: { type: 'root', children } } })
      for (const block of blocks) {
        const known = readBlock(placed(block))
        if (known.type === 'unknown') expect(block.type).toMatch(/^(ghost |imported )/)
      }
      const written = JSON.stringify(blocks)
      for (const text of textsIn(children)) {
        for (const word of text.split(/[\s\u200b\ufeff]+/).filter(each => /[\p{L}\p{N}]/u.test(each)))
          expect(written).toContain(JSON.stringify(word).slice(1, -1))
      }
    }),
    { numRuns: 400 },
  )
})

test('any value in a Mobiledoc body is read without an error', () => {
  const marker = fc.oneof(
    fc.tuple(
      fc.constantFrom(0, 1, 2),
      fc.array(fc.integer({ min: -1, max: 3 })),
      fc.integer({ min: 0, max: 3 }),
      fc.oneof(fc.string(), fc.integer({ min: 0, max: 3 })),
    ),
    anything,
  )
  const section = fc.oneof(
    fc.tuple(
      fc.constantFrom(1, 2, 3, 10, 11),
      fc.oneof(fc.constantFrom('p', 'h2', 'ul', 'aside'), fc.integer({ min: 0, max: 4 })),
      fc.array(fc.oneof(marker, fc.array(marker))),
    ),
    anything,
  )
  fc.assert(
    fc.property(fc.array(section), fc.array(anything), fc.array(anything), (sections, cards, markups) => {
      const mobiledoc = {
        version: '0.3.1',
        sections,
        cards,
        markups,
        atoms: [
          ['soft-return', '', {}],
          ['x', 'y', {}],
        ],
      }
      for (const block of read({ mobiledoc }).blocks) expect(typeof block.type).toBe('string')
    }),
    { numRuns: 300 },
  )
})

function textsIn(nodes: readonly unknown[]): string[] {
  return (nodes as { type?: unknown; text?: unknown; children?: unknown[] }[]).flatMap(node => {
    if (/^(text|extended-text|tk)$/.test(String(node.type)))
      return typeof node.text === 'string' ? [node.text] : []
    return Array.isArray(node.children) ? textsIn(node.children) : []
  })
}
