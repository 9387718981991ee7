import { expect, test } from 'vitest'
import { aStory } from '../../test/builders/a-story.ts'
import { testHouse } from '../../test/builders/test-house.ts'
import { saveAuthor } from '../features/authors/author.ts'
import { publishFront } from '../features/fronts/front.ts'
import { savePublication } from '../features/publication/publication.ts'
import { saveTopic } from '../features/topics/topic.ts'

const empty = await testHouse({ working: true })
const odd = await testHouse({ working: true })
const emptyBase = await empty.serve()
const base = await odd.serve()
const { house } = odd
await savePublication(house, { name: 'Odd', timeZone: 'Europe/Kyiv', language: 'uk' })

async function page(path: string, from = base): Promise<{ status: number; text: string; head: Headers }> {
  const answer = await fetch(from + path, { redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), head: answer.headers }
}

test('a publication with nothing in it answers well everywhere', async () => {
  for (const path of [
    '/',
    '/archive',
    '/search',
    '/search?q=boat&topic=x&author=y&language=zz',
    '/corrections',
    '/news',
    '/rss.xml',
    '/atom.xml',
    '/feed.json',
    '/news/rss.xml',
    '/news/atom.xml',
    '/news/feed.json',
    '/sitemap.xml',
    '/sitemaps/pages.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/manifest.webmanifest',
    '/favicon.ico',
    '/icon-512.png',
    '/readyz',
  ])
    expect((await page(path, emptyBase)).status, path).toBe(200)
  for (const path of [
    '/x',
    '/topics/x',
    '/authors/x',
    '/archive/2026/11',
    '/sitemaps/2026-11.xml',
    '/news/1',
  ])
    expect((await page(path, emptyBase)).status, path).toBe(404)
})

test('a story of every extreme has its page, and its lists and feeds', async () => {
  const topics: number[] = []
  for (let i = 0; i < 300; i++) topics.push(await saveTopic(house, { slug: `t-${i}`, name: `Тема ${i}` }))
  const authors: number[] = []
  for (let i = 0; i < 50; i++) authors.push(await saveAuthor(house, { slug: `a-${i}`, name: `Автор ${i}` }))
  await aStory(house, { slug: 'many', topics: [...topics, topics[0]!], authors: [...authors, authors[0]!] })
  await aStory(house, { slug: 'nothing', blocks: [], standfirst: '' })
  await aStory(house, { slug: 'long', headline: 'Ж'.repeat(500), language: 'ar' })
  await aStory(house, { slug: 'elsewhere', language: 'uk_UA', timeZone: 'Mars/Phobos' })
  for (const path of [
    '/many',
    '/nothing',
    '/long',
    '/elsewhere',
    '/topics/t-0',
    '/authors/a-49',
    '/',
    '/rss.xml',
    '/feed.json',
    '/atom.xml',
  ]) {
    const { status, head } = await page(path)
    expect(status, path).toBe(200)
    // A proxy in its first state takes 4 KB of head.
    const bytes = [...head].map(([name, value]) => name.length + value.length + 4).reduce((a, b) => a + b)
    expect(bytes, path).toBeLessThan(4000)
  }
  const { head } = await page('/many')
  expect(head.get('surrogate-key')).toBeNull()
  expect(head.get('surrogate-control')).toBe('no-store')
  expect((await page('/many')).text).toContain('Автор 49')
})

test('a story stands in the month that the publication’s clocks showed, in the last century too', async () => {
  // Kyiv: two minutes and four seconds past two hours ahead until 1924, two hours in winter, three in summer.
  const moments: [string, string][] = [
    ['1850-05-31T21:57:55Z', '/archive/1850/05'],
    ['1850-05-31T21:57:57Z', '/archive/1850/06'],
    ['2026-06-30T20:59:59Z', '/archive/2026/06'],
    ['2026-06-30T21:00:00Z', '/archive/2026/07'],
    ['2025-12-31T21:59:59Z', '/archive/2025/12'],
    ['2025-12-31T22:00:00Z', '/archive/2026/01'],
    ['1999-02-28T21:59:59Z', '/archive/1999/02'],
  ]
  for (const [i, [at]] of moments.entries())
    await aStory(house, { slug: `moment-${i}`, headline: `Мить ${i}.` }, { at: new Date(at) })
  await expect.poll(async () => (await page('/archive')).text).toContain('/archive/1999')
  for (const [i, [at, path]] of moments.entries()) {
    const { status, text } = await page(path)
    expect(status, `${at} ${path}`).toBe(200)
    expect(text, `${at} ${path}`).toContain(`Мить ${i}.`)
    expect(
      text.match(/Мить \d+\./g)?.every(each => each === `Мить ${i}.`),
      path,
    ).toBe(true)
    const map = await page(`/sitemaps/${path.slice(9).replace('/', '-')}.xml`)
    expect(map.text, path).toContain(`/moment-${i}<`)
  }
})

test('addresses in other letters are written in ASCII for machines', async () => {
  const topic = await saveTopic(house, { slug: 'порт', name: 'Порт' })
  const author = await saveAuthor(house, { slug: 'олена-коваль', name: 'Олена Коваль' })
  const words = { slug: 'مرفأ', headline: 'المرفأ', language: 'ar', topics: [topic], authors: [author] }
  await aStory(house, words)
  const path = `/${encodeURIComponent('مرفأ')}`
  const month = new Date().toISOString().slice(0, 7)
  for (const place of [
    path,
    `/topics/${encodeURIComponent('порт')}`,
    `/topics/${encodeURIComponent('порт')}/rss.xml`,
    '/rss.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemaps/pages.xml',
    `/sitemaps/${month}.xml`,
    '/news-sitemap.xml',
    `/oembed?url=${path}`,
  ]) {
    await expect.poll(async () => (await page(place)).status, { message: place }).toBe(200)
    const { text } = await page(place)
    for (const [, address] of text.matchAll(/http:\/\/localhost:4000(\/[^"'<>\s\\]*)/g))
      expect(address, place).toMatch(/^[\x20-\x7e]*$/)
  }
  const story = (await page(path)).text
  expect(story).toContain(`<link rel="canonical" href="http://localhost:4000${path}"`)
})

test('a front with one story in many places shows it once, and none that is not there', async () => {
  const storyId = await aStory(house, { slug: 'once', headline: 'Лише раз' })
  const slots = [{ storyId }, { storyId }, { storyId: 999_999 }]
  await publishFront(house, {
    slug: 'home',
    title: 'Home',
    by: 'test',
    content: {
      containers: [
        { id: 'a', layout: 'lead', size: 3, slots },
        { id: 'b', layout: 'list', size: 3, slots },
      ],
    },
  })
  await expect.poll(async () => (await page('/')).text.match(/Лише раз/g)?.length).toBe(1)
})
