import { expect, test } from 'vitest'
import { storyWords } from '../../../../../test/builders/a-story.ts'
import { readBlocks } from '../../blocks/blocks.ts'
import { readDraft } from '../../live-draft/draft-content.ts'
import type { StoryFacts } from './check.ts'
import { runChecks } from './checks.ts'

/** Facts of a story that nothing is wrong with, but for what the test changes. */
function facts(words: Record<string, unknown> = {}, more: Partial<StoryFacts> = {}): StoryFacts {
  const content = readDraft({
    ...storyWords({ topics: [1], authors: [1], aiHelp: { with: [] } }),
    ...words,
  })
  return {
    storyId: 7,
    kind: 'story',
    isPrivate: false,
    content,
    blocks: readBlocks(content.blocks),
    pictures: new Map([[5, { alt: 'A boat', credit: 'P. Quill', width: 2400, usableUntil: null }]]),
    unknown: { topics: [], authors: [] },
    slugOwner: null,
    links: [],
    margin: { openNotes: [], suggestions: 0 },
    embargoUntil: null,
    at: new Date('2026-11-22T09:00:00Z'),
    timeZone: 'Europe/Dublin',
    ...more,
  }
}

function found(words: Record<string, unknown> = {}, more: Partial<StoryFacts> = {}): string[] {
  return runChecks(facts(words, more)).map(({ check, weight }) => `${weight}: ${check}`)
}

test('a story that is whole has no findings', () => expect(found()).toEqual([]))

test.each<[string, Record<string, unknown>, Partial<StoryFacts>, string[]]>([
  ['no headline', { headline: ' ' }, {}, ['stops: no-headline']],
  [
    'a headline beyond all measure',
    { headline: 'x'.repeat(501) },
    {},
    ['stops: no-headline', 'asks: headline-length'],
  ],
  ['a long headline', { headline: 'word '.repeat(20) }, {}, ['asks: headline-length']],
  [
    'a long headline with a short one for search',
    { headline: 'word '.repeat(20), searchHeadline: 'Short' },
    {},
    [],
  ],
  ['a long headline for search', { searchHeadline: 'word '.repeat(20) }, {}, ['asks: headline-length']],
  ['no address', { slug: '' }, {}, ['stops: slug']],
  ['a reserved address', { slug: 'newsroom' }, {}, ['stops: slug']],
  ['an address that is none', { slug: 'a/b' }, {}, ['stops: slug']],
  ['a taken address', {}, { slugOwner: { storyId: 8, headline: 'Other' } }, ['stops: slug-taken']],
  ['no standfirst', { standfirst: '' }, {}, ['asks: no-standfirst']],
  ['open notes', {}, { margin: { openNotes: [4, 9], suggestions: 0 } }, ['asks: unresolved-notes']],
  ['suggestions', {}, { margin: { openNotes: [], suggestions: 1 } }, ['asks: pending-suggestions']],
  ['no topic', { topics: [] }, {}, ['asks: no-topic']],
  ['no author', { authors: [] }, {}, ['asks: no-author']],
  ['a topic that is gone', {}, { unknown: { topics: [1], authors: [] } }, ['stops: unknown-topics']],
  ['no answer about AI', { aiHelp: null }, {}, ['asks: ai-help']],
  ['no text', { blocks: [] }, {}, ['asks: no-text']],
  ['an embargo', {}, { embargoUntil: new Date('2026-11-22T09:00:01Z') }, ['stops: embargo']],
  ['an embargo that is over', {}, { embargoUntil: new Date('2026-11-22T09:00:00Z') }, []],
  ['what was private', {}, { isPrivate: true }, ['stops: private']],
  [
    'links',
    {},
    {
      links: [
        { href: 'https://a.example', block: 'b1', state: 'waiting', detail: '' },
        { href: 'https://b.example', block: 'b1', state: 'dead', detail: 'The page is gone.' },
        { href: 'https://c.example', block: 'b2', state: 'moved', detail: 'https://d.example' },
        { href: 'https://e.example', block: 'b2', state: 'unknown', detail: '' },
        { href: 'https://f.example', block: 'b2', state: 'good', detail: '' },
      ],
    },
    ['asks: dead-link', 'asks: moved-link', 'waits: unchecked-link'],
  ],
])('%s', (_, words, more, expected) => expect(found(words, more)).toEqual(expected))

test.each<
  [string, object, Partial<{ alt: string; credit: string; width: number; usableUntil: string }>, string[]]
>([
  ['nothing wrong', {}, {}, []],
  ['no description', {}, { alt: '' }, ['asks: no-alt']],
  ['a description of its own here', { alt: 'The quay' }, { alt: '' }, []],
  ['a description taken away here', { alt: '' }, {}, ['asks: no-alt']],
  ['no credit', {}, { credit: ' ' }, ['asks: no-credit']],
  ['rights that end today', {}, { usableUntil: '2026-11-22' }, []],
  ['rights that have ended', {}, { usableUntil: '2026-11-21' }, ['asks: rights-ended']],
  ['too few pixels', {}, { width: 1199 }, ['asks: small-photograph']],
])('a lead photograph with %s', (_, use, picture, expected) => {
  const pictures = new Map([
    [5, { alt: 'A boat', credit: 'P. Quill', width: 2400, usableUntil: null, ...picture }],
  ])
  expect(found({ photograph: { id: 5, ...use } }, { pictures })).toEqual(expected)
})

test('photographs in the text are looked at too, and findings lead to their block', () => {
  const blocks = [
    { id: 'p1', type: 'photograph', photographId: 6 },
    { id: 'g1', type: 'gallery', photographs: [{ photographId: 5 }, { photographId: 6, alt: 'Here' }] },
    { id: 'p2', type: 'photograph', photographId: 99 },
  ]
  const pictures = new Map([
    [5, { alt: 'A boat', credit: 'P. Quill', width: 400, usableUntil: null }],
    [6, { alt: '', credit: 'P. Quill', width: 400, usableUntil: null }],
  ])
  expect(runChecks(facts({ blocks }, { pictures })).map(({ check, place }) => [check, place])).toEqual([
    ['no-alt', { block: 'p1' }],
    ['no-photograph', { block: 'p2' }],
  ])
})

test('a page needs neither topic nor author nor standfirst', () => {
  const words = { topics: [], authors: [], standfirst: '', aiHelp: null }
  expect(found(words, { kind: 'page' })).toEqual([])
})

test('what stops a story comes first, what is waited for last', () => {
  const weights = runChecks(
    facts({ headline: '', topics: [] }, { links: [{ href: 'x', block: 'b', state: 'waiting', detail: '' }] }),
  ).map(({ weight }) => weight)
  expect(weights).toEqual(['stops', 'asks', 'waits'])
})
