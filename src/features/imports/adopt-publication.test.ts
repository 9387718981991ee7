import { expect, test } from 'vitest'
import { testHouse } from '../../../test/builders/test-house.ts'
import { scratchFiles } from '../../../test/builders/wxr.ts'
import { readPublication, savePublication } from '../publication/publication.ts'
import { type ImportItem, type ImportSource, runImport } from './import.ts'

const scratch = await scratchFiles()

const items: ImportItem[] = [
  {
    type: 'publication',
    name: 'The Old Paper',
    tagline: 'Since 1911',
    language: 'uk',
    timeZone: 'Mars/Olympus',
    addresses: ['https://old.example'],
  },
  { type: 'topic', foreignId: 'h', name: 'Harbour', slug: 'harbour' },
  {
    type: 'story',
    foreignId: '1',
    kind: 'story',
    state: 'published',
    title: 'A story',
    slug: 'a-story',
    publishedAt: new Date('2020-01-02'),
    standfirst: '',
    authors: [],
    topics: ['h'],
    body: { form: 'html', html: '<p>Words</p>', dialect: 'plain' },
    oldAddresses: [],
    notes: [],
  },
]
const source: ImportSource = {
  origin: 'test',
  async *items({ bytes }) {
    for await (const _ of bytes);
    yield* items
  },
}

test('a publication without settings takes the name, language and topics of its first archive, as far as they can be used', async () => {
  const { house } = await testHouse()
  const report = await runImport({
    house,
    source,
    file: await scratch('x'),
    fetchMedia: false,
    say: () => {},
  })
  expect(await readPublication(house)).toMatchObject({
    name: 'The Old Paper',
    tagline: 'Since 1911',
    language: 'uk',
    timeZone: 'UTC',
    navigation: [{ label: 'Harbour', href: '/topics/harbour' }],
  })
  expect(report.changed.map(line => line.title)).toContain('The Old Paper')
})

test('one that has settings keeps them', async () => {
  const { house } = await testHouse()
  await savePublication(house, { name: 'Ours' })
  await runImport({ house, source, file: await scratch('x'), fetchMedia: false, say: () => {} })
  expect(await readPublication(house)).toMatchObject({ name: 'Ours', language: 'en' })
})
