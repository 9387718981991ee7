import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aStory, paragraph } from '../../../test/builders/a-story.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { withdrawStory } from '../stories/story.ts'
import { saveTopic } from '../topics/topic.ts'
import { distance, likeliest } from './search.ts'
import { indexStoriesJob } from './search-jobs.ts'
import { searchStories } from './search-queries.ts'

const { house } = await testHouse()
const schools = await saveTopic(house, { slug: 'schools', name: 'Schools' })
const ferry = await aStory(house, {
  headline: 'The ferry stays public',
  standfirst: 'Councillors voted late.',
  blocks: [paragraph('The Marram crosses five times a day, and the café on board sells tea.')],
})
const school = await aStory(house, {
  headline: 'A roof for St Brannoc’s',
  topics: [schools],
  blocks: [paragraph('Pupils were moved. The ferry brings nine of them from Holm.')],
})
const arabic = await aStory(house, {
  headline: 'نادي الواجبات المدرسية',
  language: 'ar',
  blocks: [paragraph('المكتبة مفتوحة مساءً')],
})
const german = await aStory(house, {
  headline: 'Die Häuser am Hafen',
  language: 'de',
  blocks: [paragraph('Alte Häuser werden verkauft.')],
})
await indexStoriesJob.run({}, house)

const found = async (q: string, more: object = {}) =>
  searchStories(house.db, { q, page: 1, publicationLanguage: 'en', ...more })
const foundIds = async (q: string, more: object = {}) => (await found(q, more)).hits.map(hit => hit.storyId)

test('headline counts for more than body', async () => {
  expect(await foundIds('ferry')).toEqual([ferry, school])
})

test('word forms, accents and both ways of writing them are found', async () => {
  expect(await foundIds('crossing')).toEqual([ferry])
  expect(await foundIds('cafe')).toEqual([ferry])
  expect(await foundIds('café')).toEqual([ferry])
})

test('a story in another language is found by its words as written, and by their forms when filtered by it', async () => {
  expect(await foundIds('Häuser')).toEqual([german])
  expect(await foundIds('Haus', { language: 'de' })).toEqual([german])
  expect(await foundIds('المكتبة')).toEqual([arabic])
})

test('quotation marks keep words together, a minus leaves a word out', async () => {
  expect(await foundIds('"five times"')).toEqual([ferry])
  expect(await foundIds('"times five"')).toEqual([])
  expect(await foundIds('ferry -roof')).toEqual([ferry])
})

test('filters narrow, and one that names nothing finds nothing', async () => {
  expect(await foundIds('ferry', { topicId: schools })).toEqual([school])
  expect(await foundIds('ferry', { topicId: -1 })).toEqual([])
  expect(await foundIds('ferry', { language: 'ar' })).toEqual([])
  expect(await foundIds('ferry', { until: new Date('2001-01-01') })).toEqual([])
})

test('what is found is marked, in the headline and in the best place of the text', async () => {
  const { hits } = await found('cafe')
  expect(hits[0]!.passages).toContainEqual({ text: 'café', found: true })
  expect((await found('ferry')).hits[0]!.headline).toContainEqual({ text: 'ferry', found: true })
})

test('a misspelt word finds what was meant, and says so', async () => {
  for (const typed of ['fery', 'ferrry', 'frery', 'Ferri'])
    expect(await found(typed)).toMatchObject({ hits: [{ storyId: ferry }, { storyId: school }] })
  expect((await found('fery')).correctedTo).toBe('ferry')
  expect((await found('councilors votde')).correctedTo).toBe('councillors voted')
  expect((await found('xyzzyplugh')).hits).toEqual([])
})

test('a withdrawn story is not found from that moment on', async () => {
  const storyId = await aStory(house, { headline: 'Zebracrossing' })
  await indexStoriesJob.run({ storyId }, house)
  expect(await foundIds('zebracrossing')).toEqual([storyId])
  await withdrawStory(house, { storyId, by: 'maeve' })
  expect(await foundIds('zebracrossing')).toEqual([])
})

test('no query, however odd, is an error', async () => {
  const odd = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^[\s"'()&|!:*<>\\-]{0,40}$/),
  )
  await fc.assert(
    fc.asyncProperty(odd, async q => {
      await found(q.replaceAll('\0', ''))
    }),
    { numRuns: 60 },
  )
})

test('distance counts changes, additions, losses and swaps of neighbours', () => {
  expect(distance('ferry', 'ferry')).toBe(0)
  expect(distance('fery', 'ferry')).toBe(1)
  expect(distance('frery', 'ferry')).toBe(1)
  expect(distance('', 'abc')).toBe(3)
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => distance(a, b) === distance(b, a)))
})

test('a short word is not bent into another; the beginning of a word means it', () => {
  expect(likeliest('cat', ['car', 'cut'])).toBeNull()
  expect(likeliest('counc', ['council', 'bounce'])).toBe('council')
})
