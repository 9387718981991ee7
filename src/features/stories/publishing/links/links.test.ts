import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aStory } from '../../../../../test/builders/a-story.ts'
import { testClock, testHouse } from '../../../../../test/builders/test-house.ts'
import { publishStory, saveDraft, storyContent, withdrawStory } from '../../story.ts'
import { askAboutLinks, checkLinks, probe } from './check-links.ts'
import { findLinks } from './find-links.ts'
import { linksIn } from './link-facts.ts'
import { findLinkChecks } from './link-queries.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const { db } = house

const server = createServer((request, response) => {
  const path = request.url ?? '/'
  if (path === '/gone') response.writeHead(410).end()
  else if (path === '/missing') response.writeHead(404).end()
  else if (path === '/forbidden') response.writeHead(403).end()
  else if (path === '/broken') response.writeHead(503).end()
  else if (path === '/moved') response.writeHead(301, { location: '/new-home' }).end()
  else if (path === '/slash') response.writeHead(301, { location: '/slash/' }).end()
  else if (path === '/circle') response.writeHead(302, { location: '/circle' }).end()
  else if (path === '/inwards') response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
  else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Here.</p>')
})
let outside: string
let fetching: { allowAddresses: string[]; allowPorts: number[] }

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  outside = `http://127.0.0.1:${port}`
  fetching = { allowAddresses: ['127.0.0.1'], allowPorts: [port] }
})
afterAll(() => server.close())

describe('an address outside', () => {
  test.each([
    ['/', 'good', ''],
    ['/slash', 'good', ''],
    ['/missing', 'dead', '404'],
    ['/gone', 'dead', '410'],
    ['/circle', 'dead', 'circle'],
    ['/inwards', 'dead', 'private network'],
    ['/moved', 'moved', '/new-home'],
    ['/forbidden', 'unknown', '403'],
    ['/broken', 'unknown', '503'],
  ])('%s is %s', async (path, state, detail) => {
    const found = await probe(outside + path, fetching)
    expect(found.state).toBe(state)
    expect(found.detail).toContain(detail)
  })

  test('inside a private network is never asked', async () => {
    for (const url of ['http://127.0.0.1/', 'http://10.1.2.3/x', 'http://[::1]/', 'http://169.254.169.254/'])
      expect(await probe(url)).toMatchObject({
        state: 'dead',
        detail: expect.stringContaining('private network'),
      })
  })
})

test('links are found wherever a text has them, with their block', () => {
  const link = (href: string) => ({
    type: 'text',
    text: 'x',
    marks: [{ type: 'link', href }, { type: 'bold' }],
  })
  const blocks = [
    { id: 'a', type: 'paragraph', content: [link('https://one.example/'), link('https://one.example/')] },
    { id: 'b', type: 'list', items: [{ content: [], list: { items: [{ content: [link('/two')] }] } }] },
    { id: 'c', type: 'quotation', paragraphs: [], url: 'https://three.example/' },
    { id: 'd', type: 'embed', url: 'https://four.example/' },
    { id: 'e', type: 'unknown', original: { href: 'https://not-shown.example/' } },
  ]
  expect(linksIn(blocks)).toEqual([
    { href: 'https://one.example/', block: 'a' },
    { href: '/two', block: 'b' },
    { href: 'https://three.example/', block: 'c' },
    { href: 'https://four.example/', block: 'd' },
  ])
})

test('links within the publication are known without asking', async () => {
  await aStory(house, { slug: 'stands' })
  const moved = await aStory(house, { slug: 'was-here' })
  await saveDraft(
    house,
    moved,
    storyContent.parse({
      headline: 'M',
      slug: 'is-here',
      language: 'en',
      blocks: [{ id: 'p', type: 'paragraph', content: [{ type: 'text', text: 'x' }] }],
    }),
  )
  await publishStory(house, { storyId: moved, by: 'test' })
  const gone = await aStory(house, { slug: 'taken-back' })
  await withdrawStory(house, { storyId: gone, by: 'test' })
  await aDraft(house, { slug: 'not-yet' })
  await db
    .insertInto('redirects')
    .values({ path: '/2019/old', target: '/stands', created_at: clock.now() })
    .execute()
  const hrefs = [
    '/stands',
    'http://localhost:4000/stands#place',
    '/was-here',
    '/taken-back',
    '/not-yet',
    '/2019/old',
    '/topics/harbour',
    '/itself',
    '#further-down',
    'mailto:a@b.example',
    'tel:+353123',
  ]
  const blocks = hrefs.map((href, i) => ({ id: `b${i}`, href }))
  const links = await findLinks(db, { blocks, siteUrl: 'http://localhost:4000', ownSlug: 'itself' })
  expect(links.map(({ href, state, detail }) => [href, state, detail])).toEqual([
    ['/stands', 'good', ''],
    ['http://localhost:4000/stands#place', 'good', ''],
    ['/was-here', 'moved', '/is-here'],
    ['/taken-back', 'dead', 'That story has been withdrawn.'],
    ['/not-yet', 'dead', 'Nothing is published at this address of ours, or not yet.'],
    ['/2019/old', 'moved', '/stands'],
    ['/topics/harbour', 'good', ''],
    ['/itself', 'good', ''],
  ])
})

test('each address is asked once a day, and again when an answer never came', async () => {
  const urls = [`${outside}/`, `${outside}/missing`]
  const ask = () => db.transaction().execute(tx => askAboutLinks(tx, house, urls))
  const jobs = async () => {
    const found = await findLinkChecks(db, urls)
    return urls.map(url => found.get(url)?.state)
  }
  await ask()
  expect(await jobs()).toEqual(['waiting', 'waiting'])
  await checkLinks(house, urls, fetching)
  expect(await jobs()).toEqual(['good', 'dead'])
  clock.advance(3600)
  await ask()
  expect(await jobs()).toEqual(['good', 'dead'])
  clock.advance(86_400)
  await ask()
  expect(await jobs()).toEqual(['waiting', 'waiting'])
})
