import { beforeAll, expect, test } from 'vitest'
import { aDraft, aStory, paragraph } from '../../test/builders/a-story.ts'
import { signedIn } from '../../test/builders/staff.ts'
import { testClock, testHouse } from '../../test/builders/test-house.ts'
import { saveAuthor } from '../features/authors/author.ts'
import { publishFront } from '../features/fronts/front.ts'
import { postBrief } from '../features/live/brief.ts'
import { savePublication } from '../features/publication/publication.ts'
import { indexStoriesJob } from '../features/search/search-jobs.ts'
import { publishScheduledJob, publishStory, scheduleStory } from '../features/stories/story.ts'
import { saveTopic } from '../features/topics/topic.ts'
import { routes } from './routes.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const { house, serve } = await testHouse({ clock, working: true })
const { db } = house
const url = await serve()

/** Words of the embargoed stories that stand nowhere else. */
const secret = /quixotry|zephyrine|kestrelmoor/i
const words = {
  headline: 'Quixotry at the harbour',
  standfirst: 'Zephyrine words',
  slug: 'kestrelmoor',
  searchHeadline: 'Quixotry found',
}
const until = new Date('2026-11-23T06:00:00Z')
let storyId: number
let briefId: number
let link: string

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })
  const author = await saveAuthor(house, { slug: 'petra', name: 'Petra Quill' })
  const topic = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
  const shared = { authors: [author], topics: [topic] }
  const html = { id: 'raw', type: 'html', html: '<p>Zephyrine frame</p>' }
  storyId = await aDraft(house, { ...shared, ...words, blocks: [paragraph('Zephyrine text.'), html] })
  await db.updateTable('stories').set({ embargo_until: until }).where('id', '=', storyId).execute()
  // What is out, and points at what is not: a card, a link, a translation, a brief, two fronts.
  const outId = await aStory(house, {
    ...shared,
    slug: 'about-the-harbour',
    blocks: [paragraph('It is quiet.'), { id: 'r', type: 'related-story', storyId }],
  })
  await db.updateTable('stories').set({ translation_of: outId }).where('id', '=', storyId).execute()
  const { id } = await postBrief(house, { headline: 'More to come', storyId }, { by: 'desk' })
  briefId = id
  for (const slug of ['home', 'editors-picks'])
    await publishFront(house, {
      slug,
      title: slug,
      by: 'desk',
      content: {
        containers: [
          {
            id: 'top',
            layout: 'lead',
            size: 4,
            slots: [{ storyId }, { storyId: outId }],
            fill: { topicId: topic },
          },
        ],
      },
    })
  // A second one that waits for its time.
  const scheduled = await aDraft(house, {
    ...shared,
    ...words,
    slug: 'kestrelmoor-2',
    blocks: [paragraph('Zephyrine, too.')],
  })
  await scheduleStory(house, { storyId: scheduled, at: until })
  await db.updateTable('stories').set({ embargo_until: until }).where('id', '=', scheduled).execute()
  await indexStoriesJob.run({}, house)
  const editor = await signedIn(house, 'editor')
  const page = await editor.post(`${url}/newsroom/stories/${storyId}/previews`, { label: '', days: '1' })
  link = /localhost:4000(\/preview\/[\w-]{43})/.exec(await page.text())?.[1] ?? ''
})

/** Every address of a route that is open to readers, with what could be asked there about the embargoed stories. */
function askable(): Record<string, string[]> {
  const feeds = (folder: string) =>
    Object.fromEntries(
      ['rss.xml', 'atom.xml', 'feed.json'].map(file => [`${folder}/${file}`, [`${folder}/${file}`]]),
    )
  const lists = (folder: string, slug: string) =>
    Object.fromEntries(
      ['', '/rss.xml', '/atom.xml', '/feed.json'].map(file => [
        `${folder}/:slug${file}`,
        [`${folder}/${slug}${file}`],
      ]),
    )
  const asked = encodeURIComponent('http://localhost:4000/kestrelmoor')
  return {
    '/': ['/', `/?p=${storyId}`],
    ...lists('/topics', 'harbour'),
    ...lists('/authors', 'petra'),
    ...feeds(''),
    ...feeds('/news'),
    ...feeds('/corrections'),
    '/archive': ['/archive'],
    '/archive/:year/:month': ['/archive/2026/11'],
    '/search': [
      '/search?q=harbour',
      '/search?q=quiet',
      '/search?q=quiett',
      '/search?q=text',
      '/search?topic=harbour',
    ],
    '/corrections': ['/corrections'],
    '/news': ['/news'],
    '/news/:id': [`/news/${briefId}`],
    '/sitemap.xml': ['/sitemap.xml'],
    '/sitemaps/:name': ['/sitemaps/stories-2026-11.xml', '/sitemaps/pages.xml', '/sitemaps/topics.xml'],
    '/news-sitemap.xml': ['/news-sitemap.xml'],
    '/robots.txt': ['/robots.txt'],
    '/manifest.webmanifest': ['/manifest.webmanifest'],
    '/oembed': [`/oembed?url=${asked}`, `/oembed?url=${asked}&format=xml`],
    '/blocks/:story/:block': [`/blocks/${storyId}/raw`],
    '/:slug': ['/about-the-harbour', '/kestrelmoor', '/kestrelmoor-2'],
    '/preview/:token': [`/preview/${'x'.repeat(43)}`],
    '/preview/:token/blocks/:block': [`/preview/${'x'.repeat(43)}/blocks/raw`],
    '/healthz': ['/healthz'],
    '/readyz': ['/readyz'],
    '/metrics': ['/metrics'],
  }
}

/** Routes of which no answer is made from stories. */
const withoutStories =
  /^\/(favicon\.ico|apple-touch-icon\.png|icon-.*|media\/\*|assets\/:name|newsroom\/assets\/:name|news\/stream|practice\/.*|(join|gift|account)(\/.*)?|newsroom\/(sign-in|welcome|invitation|link).*)/

test('every route that readers can ask is looked at here', () => {
  const open = routes
    .filter(({ method, who }) => method === 'GET' && who === 'anyone')
    .map(({ path }) => path)
  const known = askable()
  expect(open.filter(path => !withoutStories.test(path) && !(path in known))).toEqual([])
})

test('an embargoed story is on no page, in no feed, and in no answer whatever', async () => {
  for (const address of Object.values(askable()).flat()) {
    const answer = await fetch(url + address, { redirect: 'manual' })
    const head = [...answer.headers].join('\n').replaceAll(encodeURIComponent(words.slug), '')
    // What somebody asked for is said back to them, and to them only.
    const body = (await answer.text()).replaceAll(/kestrelmoor(?:-2| 2)?/g, word =>
      address.includes('kestrelmoor') ? '' : word,
    )
    expect(`${address}\n${head}\n${body}`.replace(address, '')).not.toMatch(secret)
    expect(answer.status, address).toBeLessThan(500)
  }
  for (const slug of ['kestrelmoor', 'kestrelmoor-2'])
    expect((await fetch(`${url}/${slug}`)).status, slug).toBe(404)
})

test('a story that is not there and an embargoed one answer alike', async () => {
  const plain = async (slug: string) => {
    const answer = await fetch(`${url}/${slug}`)
    const body = (await answer.text()).replaceAll(slug, '').replaceAll(slug.replaceAll('-', ' '), '')
    return [answer.status, body]
  }
  expect(await plain('kestrelmoor')).toEqual(await plain('buzzardmoor'))
})

test('only a preview link shows it, and says until when nothing may go out', async () => {
  const answer = await fetch(url + link)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const page = await answer.text()
  expect(page).toMatch(secret)
  expect(page).toContain('Embargoed until 23 November 2026, 06:00')
  expect(await (await fetch(`${url}${link}/blocks/raw`)).text()).toContain('Zephyrine frame')
})

test('nobody publishes it early, and it goes out when the embargo ends', async () => {
  await expect(publishStory(house, { storyId, by: 'command line' })).rejects.toThrow('embargo')
  clock.set(new Date(until.getTime() - 1))
  await publishScheduledJob.run({}, house)
  expect((await fetch(`${url}/kestrelmoor-2`)).status).toBe(404)
  clock.set(until)
  await publishScheduledJob.run({}, house)
  expect(await (await fetch(`${url}/kestrelmoor-2`)).text()).toMatch(secret)
  await publishStory(house, { storyId, by: 'command line' })
  await expect.poll(async () => (await fetch(`${url}/about-the-harbour`)).text()).toMatch(secret)
})
