import { expect, test } from 'vitest'
import { aStory } from '../../test/builders/a-story.ts'
import { testHouse } from '../../test/builders/test-house.ts'
import { saveAuthor } from '../features/authors/author.ts'
import { postBrief } from '../features/live/brief.ts'
import { savePublication } from '../features/publication/publication.ts'
import {
  createStory,
  publishStory,
  saveDraft,
  scheduleStory,
  withdrawStory,
} from '../features/stories/story.ts'
import { saveTopic } from '../features/topics/topic.ts'
import { permissions } from '../platform/permissions.ts'
import { routes } from './routes.ts'

const one = await testHouse({ working: true, config: { trustedProxies: ['127.0.0.1'] } })
const { house } = one
await savePublication(house, { name: 'The Test', timeZone: 'Europe/Dublin', language: 'en' })
const base = await one.serve()
const harbour = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
const maeve = await saveAuthor(house, { slug: 'maeve', name: 'Maeve Carrigan' })
const words = { headline: 'Boat & <quay>', slug: 'boat', topics: [harbour], authors: [maeve], language: 'en' }
const boat = await aStory(house, words)

const ask = (path: string, init?: RequestInit) => fetch(base + path, { redirect: 'manual', ...init })
const text = async (path: string) => (await ask(path)).text()

test('publishing reaches the page, the front, the lists, the feeds and the sitemap', async () => {
  const storyId = await createStory(house, {
    content: { ...words, slug: 'second', headline: 'A second boat' },
  })
  const places = [
    '/',
    '/topics/harbour',
    '/authors/maeve',
    '/rss.xml',
    '/atom.xml',
    '/feed.json',
    '/topics/harbour/rss.xml',
    '/news-sitemap.xml',
    '/boat',
  ]
  for (const path of places) expect(await text(path), path).not.toContain('A second boat')
  expect((await ask('/second')).status).toBe(404)
  await publishStory(house, { storyId, by: 'maeve' })
  for (const path of places.filter(path => path !== '/'))
    await expect.poll(() => text(path), { message: path }).toContain('A second boat')
  expect((await ask('/second')).status).toBe(200)
  await expect.poll(() => text('/search?q=second')).toContain('/second')
})

test('a change of address redirects, a withdrawal answers 410 with its note and returns when published again', async () => {
  const storyId = await aStory(house, { ...words, slug: 'early' })
  expect((await ask('/early')).status).toBe(200)
  await saveDraft({ ...house, db: house.db }, storyId, { ...words, slug: 'late' })
  await publishStory(house, { storyId, by: 'maeve' })
  await expect.poll(async () => (await ask('/early')).headers.get('location')).toBe('/late')
  await withdrawStory(house, { storyId, by: 'maeve', note: 'Taken back on advice.' })
  await expect.poll(async () => (await ask('/late')).status).toBe(410)
  expect(await text('/late')).toContain('Taken back on advice.')
  expect((await ask('/early')).status).toBe(410)
  await publishStory(house, { storyId, by: 'maeve' })
  await expect.poll(async () => (await ask('/late')).status).toBe(200)
})

test('a scheduled story goes out by itself', async () => {
  const storyId = await createStory(house, { content: { ...words, slug: 'by-itself' } })
  await scheduleStory(house, { storyId, at: new Date(Date.now() + 400) })
  await expect
    .poll(async () => (await ask('/by-itself')).status, { timeout: 15_000, interval: 100 })
    .toBe(200)
})

test('other spellings of an address share one print, and unknown parts of a query do not count', async () => {
  const first = await ask('/boat')
  const printed = house.press.counts().printed
  for (const path of ['/boat?utm_source=x', '/boat/', '/boat?before=1']) {
    const again = await ask(path)
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  }
  expect(house.press.counts().printed).toBe(printed)
})

test('staff see the edit link, guests do not, and neither’s page is given to the other', async () => {
  const cookie = `standing=${one.standings.sign('staff', new Date(Date.now() + 60_000))}`
  const staff = await ask('/boat', { headers: { cookie } })
  expect(staff.headers.get('cache-control')).toBe('private, no-cache')
  expect(await staff.text()).toContain(`/newsroom/stories/${boat}`)
  expect(await text('/boat')).not.toContain('/newsroom')
})

test('every printed page carries its keys for caches, a strict policy and no inline script', async () => {
  const response = await ask('/boat')
  expect(response.headers.get('surrogate-key')).toContain(`story:${boat}`)
  const policy = response.headers.get('content-security-policy')!
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  const html = await response.text()
  for (const [, attributes] of html.matchAll(/<script([^>]*)>/g))
    expect(attributes).toMatch(/src=|application\/ld\+json/)
  expect(html).not.toMatch(/ on[a-z]+="| style="/)
})

test('hostile addresses and queries end in a page, never in a fault', async () => {
  const paths = [
    '/%00',
    '/%zz',
    '/%ff',
    '/..%2f..%2fetc%2fpasswd',
    '/topics/%00',
    '/authors/..',
    '/archive/0000/13',
    '/archive/2026/99',
    '/archive/99999999999/1',
    '/topics/harbour?before=%00',
    '/topics/harbour?before=zzzzzzzzzzz-zzzzzzzzzz',
    '/news?before=x',
    '/news/0',
    '/news/-1',
    '/news/99999999999999999999',
    '/news/1e3',
    '/search?q=%00',
    `/search?q=${'x'.repeat(5000)}`,
    '/search?q=a&from=2026-02-31&until=x&page=-1',
    '/search?q=%27%3B%20drop%20table%20stories',
    '/oembed?url=http://169.254.169.254/',
    '/oembed?url=%00',
    '/media/../../secrets.json',
    '/media/photographs/1/..%2f..%2fsecrets.json',
    '/assets/..%2f..%2fpackage.json',
    '/blocks/x/y',
    '/blocks/1/%00',
    '/sitemaps/2026-13.xml',
    '/sitemaps/%00',
    '/icon-7.png',
    `/${'a'.repeat(3000)}`,
    '/rss.xml?x=%00',
    '/?before=%00',
    '/corrections?before=--',
  ]
  for (const path of paths) {
    const response = await ask(path)
    expect(response.status, `${path} ${response.status}`).toBeLessThan(500)
    await response.arrayBuffer()
  }
  expect((await ask('/boat', { method: 'POST', body: 'x' })).status).toBe(405)
})

test('an error page helps: search with a guess, sections, what is new; and is not kept by caches', async () => {
  const response = await ask('/the-second-boat.html')
  expect(response.status).toBe(404)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const html = await response.text()
  expect(html).toContain('value="the second boat"')
  expect(html).toContain('noindex')
})

test('search and error pages go out compressed to who takes it; small answers as they are', async () => {
  const encoding = async (path: string, accepts: string) => {
    const response = await ask(path, { headers: { 'accept-encoding': accepts } })
    expect(await response.text()).toBe(await text(path))
    return response.headers.get('content-encoding')
  }
  for (const path of ['/search?q=boat', '/there-is-nothing-here']) {
    expect(await encoding(path, 'br, gzip'), path).toBe('gzip')
    expect(await encoding(path, 'gzip;q=0'), path).toBeNull()
    expect((await ask(path)).headers.get('vary')).toContain('Accept-Encoding')
  }
  expect(await encoding('/healthz', 'gzip')).toBeNull()
})

test('a brief reaches the rail of every page', async () => {
  await text('/boat')
  const brief = await postBrief(house, { headline: 'The tide is out' }, { by: 'maeve' })
  await expect.poll(() => text('/boat')).toContain('The tide is out')
  expect((await ask(`/news/${brief.id}`)).status).toBe(200)
})

test('the status pages: healthz touches nothing, readyz asks the database, metrics count by route', async () => {
  expect(await text('/healthz')).toBe('ok\n')
  expect(await text('/readyz')).toBe('ready\n')
  const metrics = await text('/metrics')
  expect(metrics).toContain('masthead_press_answered_total')
  expect(metrics).toContain('route="/:slug"')
  expect(metrics).not.toContain('second boat')
})

test.each([
  ['203.0.113.7', 403],
  ['2001:db8::7', 403],
  ['10.1.2.3, 203.0.113.7', 403],
  ['not an address', 403],
  ['192.168.1.20', 200],
  ['::1', 200],
  ['::ffff:10.0.0.9', 200],
])('metrics for somebody at %s: %i', async (address, status) => {
  expect((await ask('/metrics', { headers: { 'x-forwarded-for': address } })).status).toBe(status)
})

test('every route says who may call it, and answers in one way', () => {
  for (const route of routes) {
    expect(['anyone', 'reader', 'staff', 'processor', ...Object.keys(permissions)]).toContain(route.who)
    expect([route.answer, route.open, route.socket].filter(Boolean).length, route.path).toBe(1)
  }
  expect(new Set(routes.map(route => `${route.method} ${route.path}`)).size).toBe(routes.length)
})
