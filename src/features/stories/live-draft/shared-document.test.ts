import { fileURLToPath } from 'node:url'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { stories as demoStories } from '../../../../demo/stories/stories.ts'
import { everyBlock, words } from '../../../../test/builders/every-block.ts'
import { testHouse } from '../../../../test/builders/test-house.ts'
import { ghostSource } from '../../imports/ghost/ghost-source.ts'
import { runImport } from '../../imports/import.ts'
import { wordpressSource } from '../../imports/wordpress/wordpress-source.ts'
import { readBlock, writeBlock } from '../blocks/blocks.ts'
import { bodySchema, lineSchema } from '../editor/schema/schema.ts'
import { treeOf } from './blocks-to-tree.ts'
import { type DraftContent, draftContent } from './draft-content.ts'
import { sameBlock, tidyBlock } from './same-block.ts'
import { readDocument, writeDocument } from './shared-document.ts'
import { blocksOf } from './tree-to-blocks.ts'

const tidy = (blocks: readonly unknown[]) => blocks.map(tidyBlock)

function draft(changes: Partial<DraftContent> = {}): DraftContent {
  return draftContent.parse({ headline: 'A headline', slug: 'a-headline', language: 'en', ...changes })
}

/** Through the document, the bytes in which it is kept, and an editor that opens it. */
function thereAndBack(content: DraftContent): DraftContent {
  const document = new Y.Doc()
  writeDocument(document, content)
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(document))
  // What does not fit the editor's schema would be deleted by this.
  yXmlFragmentToProseMirrorRootNode(again.getXmlFragment('body'), bodySchema)
  yXmlFragmentToProseMirrorRootNode(again.getXmlFragment('headline'), lineSchema)
  return readDocument(again)
}

describe('content → document → content', () => {
  test('one block of every kind is the same, and fits the schema', () => {
    const blocks = everyBlock().map(writeBlock)
    expect(blocksOf(treeOf(blocks))).toEqual(blocks)
    expect(thereAndBack(draft({ blocks: blocks as DraftContent['blocks'] })).blocks).toEqual(blocks)
    bodySchema.nodeFromJSON(treeOf(blocks)).check()
    const kinds = treeOf(blocks).content?.map(node => node.type)
    expect(kinds?.filter(kind => kind === 'unknown')).toHaveLength(1)
  })

  test.each(demoStories.map(story => [story.slug, story] as const))('the demo story %s', (_slug, story) => {
    const blocks = story.blocks.map((block, place) => ({ id: `b${place}`, ...block }))
    const tree = treeOf(blocks)
    expect(blocksOf(tree)).toEqual(tidy(blocks))
    expect(thereAndBack(draft({ blocks })).blocks).toEqual(tidy(blocks))
    bodySchema.nodeFromJSON(tree).check()
  })

  test('everything that imports bring', async () => {
    const { house } = await testHouse()
    const fixture = (name: string) =>
      fileURLToPath(new URL(`../../../../test/fixtures/${name}`, import.meta.url))
    const quiet = { house, fetchMedia: false, say: () => {} }
    await runImport({
      ...quiet,
      source: wordpressSource(),
      file: fixture('wordpress/themeunittestdata.wordpress.xml'),
    })
    await runImport({
      ...quiet,
      source: ghostSource({ siteUrl: house.config.siteUrl, address: 'https://ledger.example' }),
      file: fixture('ghost/ghost-6.json'),
    })
    const rows = await house.db.selectFrom('stories').select('draft').execute()
    expect(rows.length).toBeGreaterThan(120)
    for (const row of rows) {
      const content = row.draft as DraftContent
      const back = thereAndBack(content)
      expect({ ...back, blocks: [] }).toEqual({ ...draftContent.parse(content), blocks: [] })
      expect(back.blocks).toEqual(tidy(content.blocks))
      const tree = treeOf(content.blocks)
      if (content.blocks.length > 0) bodySchema.nodeFromJSON(tree).check()
      // Kinds the paper knows can be edited as what they are.
      const raw = tree.content!.filter(node => node.type === 'unknown').map(node => node.attrs?.original)
      expect(raw.filter(one => readBlock(one).type !== 'unknown')).toEqual([])
    }
  }, 60_000)

  test('any blocks at all', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), found => {
        const blocks = found.map((block, place) => ({ ...block, id: `b${place}` })) as DraftContent['blocks']
        expect(tidy(blocksOf(treeOf(blocks)))).toEqual(tidy(blocks))
        if (blocks.length === 1 && blocks[0]!.type === 'paragraph') return
        expect(tidy(thereAndBack(draft({ blocks })).blocks)).toEqual(tidy(blocks))
      }),
      { numRuns: 300 },
    )
  })

  test('any words beside the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, text, text, fc.array(fc.integer()), (headline, standfirst, slug, authors) => {
        const content = draft({ headline, standfirst, slug, authors })
        expect(thereAndBack(content)).toEqual(content)
      }),
    )
  })
})

describe('what is not the story’s stays out', () => {
  const inBody = (...content: object[]) =>
    blocksOf({ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p' }, content: content as never }] })

  test('notes go, suggested insertions are not there yet, suggested deletions still are', () => {
    const by = { id: 's1', staffId: 1, at: '2026-11-22T09:00:00Z' }
    const blocks = inBody(
      { type: 'text', text: 'The ', marks: [{ type: 'note', attrs: { id: 'n1' } }] },
      { type: 'text', text: 'old ', marks: [{ type: 'deletion', attrs: by }] },
      { type: 'text', text: 'new ', marks: [{ type: 'insertion', attrs: by }] },
      { type: 'text', text: 'ferry', marks: [{ type: 'bold' }, { type: 'note', attrs: { id: 'n1' } }] },
    )
    expect(blocks).toEqual([
      {
        id: 'p',
        type: 'paragraph',
        content: [...words('The old '), ...words('ferry', { type: 'bold' })],
      },
    ])
  })

  test('a paragraph that is only suggested is no paragraph', () => {
    const marks = [{ type: 'insertion', attrs: { id: 's1' } }]
    expect(inBody({ type: 'text', text: 'New.', marks })).toEqual([])
  })
})

describe('what two people’s edits left out of order', () => {
  test('lists too deep, two captions, two tables, a stray node, one id twice', () => {
    const deep = (levels: number): object => ({
      type: 'list',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: `${levels}` }] },
            ...(levels > 1 ? [deep(levels - 1)] : []),
          ],
        },
      ],
    })
    const caption = (text: string) => ({ type: 'caption', content: [{ type: 'text', text }] })
    const row = { type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'text', text: 'x' }] }] }
    const blocks = blocksOf({
      type: 'doc',
      content: [
        { ...deep(12), attrs: { id: 'a', ordered: false } },
        {
          type: 'photograph',
          attrs: { id: 'a', photographId: 7 },
          content: [caption('one'), caption('two')],
        },
        {
          type: 'tableBlock',
          attrs: { id: 'c' },
          content: [
            { type: 'table', content: [row] },
            { type: 'table', content: [row] },
          ],
        },
        { type: 'poll', attrs: { id: 'd', question: 'Why?' } },
        { type: 'text', text: 'stray' },
      ] as never,
    })
    expect(blocks).toMatchObject([
      { id: 'a', type: 'list' },
      {
        id: 'block-1',
        type: 'photograph',
        caption: [...words('one'), { type: 'break' }, ...words('two')],
      },
      { id: 'c', type: 'table', rows: [{}, {}] },
      { id: 'd', type: 'poll', attrs: { question: 'Why?' } },
      { id: 'block-4', type: 'paragraph', content: words('stray') },
    ])
    expect(JSON.stringify(blocks[0]).match(/"text":"\d+"/g)).toHaveLength(12)
    expect(treeOf(blocks).content![0]!.type).toBe('list')
  })
})

test('changing one word leaves everything else in the document alone', () => {
  const blocks = everyBlock().map(writeBlock) as DraftContent['blocks']
  const document = new Y.Doc()
  writeDocument(document, draft({ blocks }))
  const size = Y.encodeStateAsUpdate(document).byteLength
  const before = Y.encodeStateVector(document)
  writeDocument(document, draft({ blocks }))
  expect(Y.encodeStateVector(document)).toEqual(before)
  const changed = structuredClone(blocks)
  ;(changed[0] as unknown as { content: { text: string }[] }).content[0]!.text =
    'The ferry goes from the council, '
  writeDocument(document, draft({ blocks: changed }))
  expect(readDocument(document).blocks).toEqual(changed)
  expect(Y.encodeStateAsUpdate(document, before).byteLength).toBeLessThan(size / 4)
})

test('another text in its place keeps the notes and suggestions of what stays', () => {
  const document = new Y.Doc()
  const blocks = ['p1', 'p2'].map(id => ({ id, type: 'paragraph', content: words(`Text of ${id}.`) }))
  writeDocument(document, draft({ blocks }))
  const text = (document.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.format(0, 4, { 'note--AAAAAAAA': { id: 'n1' } })
  text.insert(4, ' new', { insertion: { id: 's1', staffId: 1, at: '2026-11-22' } })
  expect(readDocument(document).blocks).toEqual(blocks)
  const changed = [blocks[0]!, { ...blocks[1]!, content: words('Another text.') }]
  writeDocument(document, draft({ blocks: changed }))
  expect(readDocument(document).blocks).toEqual(changed)
  expect(text.toDelta()).toEqual([
    { insert: 'Text', attributes: { 'note--AAAAAAAA': { id: 'n1' } } },
    { insert: ' new', attributes: { insertion: { id: 's1', staffId: 1, at: '2026-11-22' } } },
    { insert: ' of p1.' },
  ])
})

// Blocks of every kind with odd fields, odd marks and odd parts.

const anyText = fc.string({ unit: 'grapheme', maxLength: 12 })
const anyMark = fc.oneof(
  fc
    .constantFrom('bold', 'italic', 'underline', 'strike', 'code', 'subscript', 'highlight')
    .map(type => ({ type })),
  fc.record({ type: fc.constant('link'), href: fc.webUrl() }),
  fc.record({ type: fc.constant('link'), href: fc.webUrl(), title: anyText }),
  fc.record({ type: fc.constant('language'), language: fc.constantFrom('uk', 'ar', 'fr') }),
  fc.record({ type: fc.constantFrom('small-caps', 'constructor'), size: fc.integer() }),
)
const anyInline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: anyText,
      marks: fc.array(anyMark, { maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('text'), text: anyText }) },
  { weight: 1, arbitrary: fc.constant({ type: 'break' }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('emoji', 'toString'), name: anyText }) },
)
const running = fc.array(anyInline, { maxLength: 4 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const { list } = fc.letrec(tie => ({
  list: fc.record({
    ordered: fc.boolean(),
    start: maybe(fc.integer({ min: -5, max: 99 })),
    items: fc.array(tie('item'), { maxLength: 3 }),
  }),
  item: fc.record({
    content: running,
    list: fc.option(tie('list'), { nil: undefined, depthSize: 'small', maxDepth: 6 }),
  }),
}))
const of = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...fields, later: maybe(fc.jsonValue({ maxDepth: 1 })) })
const picture = {
  photographId: fc.nat(),
  alt: maybe(anyText),
  caption: maybe(running),
  credit: fc.option(anyText),
}
const anyBlock: fc.Arbitrary<Record<string, unknown>> = fc
  .oneof(
    of('paragraph', { content: running }),
    of('heading', { level: fc.constantFrom(1, 2, 3, 4), content: running }),
    list.map(each => ({ type: 'list', ...(each as object) })),
    of('quotation', {
      paragraphs: fc.array(running, { maxLength: 3 }),
      cite: maybe(running),
      url: maybe(fc.webUrl()),
    }),
    of('pull-quote', { content: running, attribution: maybe(anyText) }),
    of('photograph', {
      ...picture,
      width: maybe(fc.constantFrom('text', 'wide', 'vast')),
      href: maybe(fc.webUrl()),
    }),
    of('gallery', { photographs: fc.array(fc.record(picture), { maxLength: 3 }), caption: maybe(running) }),
    of('related-story', { storyId: fc.nat(), headline: maybe(anyText) }),
    of('embed', { url: anyText, provider: maybe(anyText), title: maybe(anyText), caption: maybe(running) }),
    of('table', {
      caption: maybe(running),
      head: fc.boolean(),
      rows: fc.array(
        fc.record({
          cells: fc.array(
            fc.record({
              content: running,
              header: fc.option(fc.boolean()),
              colspan: maybe(fc.integer({ min: 1, max: 3 })),
              align: maybe(fc.constantFrom('start', 'end')),
            }),
            { maxLength: 3 },
          ),
        }),
        { maxLength: 3 },
      ),
    }),
    of('code', { text: anyText, language: maybe(anyText) }),
    of('file', { fileId: fc.nat(), title: maybe(anyText) }),
    of('divider', {}),
    of('call-out', {
      tone: fc.constantFrom('note', 'facts'),
      title: maybe(anyText),
      paragraphs: fc.array(running, { maxLength: 3 }),
    }),
    of('html', { html: anyText, height: maybe(fc.nat(900)) }),
    of('poll', { question: fc.jsonValue({ maxDepth: 2 }) }),
    of('unknown', { original: anyText }),
  )
  .map(block => JSON.parse(JSON.stringify(block)) as Record<string, unknown>)

test('a field of any name is compared, that of every object’s prototype too', () => {
  const block = (later: number) => JSON.parse(`{"type":"poll","question":{"__proto__":${later}}}`) as unknown
  expect(sameBlock(block(1), block(1))).toBe(true)
  expect(sameBlock(block(1), block(2))).toBe(false)
})
