import { saveAuthor } from '../../src/features/authors/author.ts'
import { publishFront } from '../../src/features/fronts/front.ts'
import { postBrief } from '../../src/features/live/brief.ts'
import { storePhotograph } from '../../src/features/media/photograph.ts'
import { savePublication } from '../../src/features/publication/publication.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import type { House } from '../../src/platform/house.ts'
import { aDraft, aStory, paragraph } from './a-story.ts'
import { type SignedIn, signedIn } from './staff.ts'
import { jpegPicture } from './test-pictures.ts'

export interface SmallNewsroom {
  owner: SignedIn
  reporter: SignedIn
  topic: number
  author: number
  photograph: number
  /** A draft with everything that publishing asks for. */
  draft: number
  /** Published, and on the front in this order. */
  stories: number[]
}

/** A newsroom with a little of everything, some of it written from right to left, and some of it very long. */
export async function smallNewsroom(house: House): Promise<SmallNewsroom> {
  await savePublication(house, { name: 'صحيفة الميناء', language: 'ar', timeZone: 'Asia/Beirut' })
  const owner = await signedIn(house, 'owner', { name: 'Maeve Carrigan' })
  const reporter = await signedIn(house, 'reporter', { name: 'سلمى حداد' })
  const topic = await saveTopic(house, { slug: 'الميناء', name: 'الميناء' })
  await saveTopic(house, { slug: 'schools', name: `Schools ${'and everything about them '.repeat(6)}` })
  const author = await saveAuthor(house, { slug: 'salma-haddad', name: 'سلمى حداد', role: 'مراسلة' })
  const { id: photograph } = await storePhotograph(house, {
    bytes: await jpegPicture(),
    name: 'quay.jpg',
    alt: 'رصيف الميناء',
    caption: 'الرصيف (2026).',
    credit: 'P. Quill/Lantern',
  })
  const words = {
    authors: [author],
    topics: [topic],
    photograph: { id: photograph },
    blocks: [paragraph('وصل القارب في السادسة.')],
  }
  const stories = [
    await aStory(house, {
      ...words,
      headline: 'مدارس المدينة تفتح أبوابها (1).',
      slug: 'one',
      language: 'ar',
    }),
    await aStory(house, { ...words, headline: 'The ferry stays public, by two votes', slug: 'two' }),
    await aStory(house, { headline: `Unbroken${'wordsofoneheadline'.repeat(12)}`, slug: 'three' }),
  ]
  const draft = await aDraft(house, { ...words, headline: 'Oyster beds reopen', slug: 'oysters' })
  await publishFront(house, {
    slug: 'home',
    title: 'Front page',
    by: 'test',
    content: {
      containers: [
        { id: 'lead', layout: 'lead', size: 3, slots: stories.map(storyId => ({ storyId })), fill: null },
        { id: 'river', layout: 'river', title: 'الأخبار', size: 5, slots: [], fill: {} },
      ],
    },
  })
  await postBrief(house, { headline: 'Rain at four' }, { by: 'test' })
  return { owner, reporter, topic, author, photograph, draft, stories }
}

/** The address of a route with its parameters filled in from the newsroom; '1' stands for what it has no sample of. */
export function sampleAddress(
  path: string,
  { topic, author, photograph, draft, stories }: SmallNewsroom,
): string {
  const samples: [string, string | number][] = [
    ['/newsroom/fronts/:slug', '/newsroom/fronts/home'],
    [':container/:story', `lead/${stories[0]}`],
    ['/stories/:id', `/stories/${draft}`],
    ['/photographs/:id', `/photographs/${photograph}`],
    ['/topics/:id', `/topics/${topic}`],
    ['/authors/:id', `/authors/${author}`],
    [':what', 'topics'],
  ]
  const filled = samples.reduce((address, [name, value]) => address.replace(name, String(value)), path)
  return filled.replace(/:(\w+)(\([^)]*\))?/g, '1')
}
