import { beforeAll, describe, expect, test } from 'vitest'
import { expectValidHtml } from '../../../test/browser/expect-valid-html.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { savePublication } from '../publication/publication.ts'
import { editBrief, postBrief, withdrawBrief } from './brief.ts'

const clock = testClock('2026-11-22T23:30:00Z')
const open = await testHouse({ clock, working: true })
const { house } = open
const by = 'Maeve'
const patiently = { timeout: 10_000 }
let url = ''

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Kyiv', language: 'en' })
  url = await open.serve()
})

const at = (time: string) => new Date(time)
const get = async (path: string) => {
  const response = await fetch(url + path)
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const jsonLd = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

describe('the News Feed', () => {
  test('without news says so, and is valid', async () => {
    const { status, html } = await get('/news')
    expect(status).toBe(200)
    expect(html).toContain('There is no news here yet.')
    expect(jsonLd(html)).toBeNull()
    await expectValidHtml(html)
  })

  test('has days of the publication’s zone as headings, newest first, and what is pinned on top', async () => {
    await postBrief(house, { headline: 'Before midnight' }, { by, publishedAt: at('2026-11-21T21:59:00Z') })
    await postBrief(house, { headline: 'After midnight' }, { by, publishedAt: at('2026-11-21T22:01:00Z') })
    await postBrief(
      house,
      { headline: 'Held up', pinned: true, breaking: true },
      { by, publishedAt: at('2026-11-20T10:00:00Z') },
    )
    const html = await eventually('/news', 'Held up')
    expect(textsIn(html, 'h[123]')).toEqual([
      'News Feed',
      'Pinned',
      'Held up',
      'Sunday 22 November 2026',
      'After midnight',
      'Saturday 21 November 2026',
      'Before midnight',
    ])
    expect(html).toMatch(/<time class="brief__time" datetime="2026-11-21T22:01:00.000Z">00:01<\/time>/)
    expect(html).toMatch(/brief__mark--breaking">Breaking</)
    await expectValidHtml(html)
    expect(jsonLd(html)).toMatchObject({
      '@type': 'LiveBlogPosting',
      coverageStartTime: '2026-11-20T10:00:00.000Z',
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'Held up' },
        { headline: 'After midnight', url: 'http://localhost:4000/news/2' },
        { headline: 'Before midnight' },
      ],
    })
  })

  test('leads on to earlier news, each brief once', async () => {
    for (let i = 0; i < 90; i++) {
      const time = new Date(at('2026-10-01T00:00:00Z').getTime() + i * 3_600_000)
      await postBrief(house, { headline: `Number ${i}.` }, { by, publishedAt: time })
    }
    let html = await eventually('/news', 'Number 89.')
    const seen = textsIn(html, 'h3')
    for (let pages = 0; html.includes('rel="next"') && pages < 9; pages++) {
      const next = /<a href="(\/news\?before=\d+)" rel="next"/.exec(html)?.[1] ?? ''
      html = (await get(next)).html
      expect(html).toContain('noindex, follow')
      expect(html).not.toContain('data-feed')
      await expectValidHtml(html)
      seen.push(...textsIn(html, 'h3'))
    }
    expect(seen).toHaveLength(93)
    expect(new Set(seen).size).toBe(93)
  })

  test.each([
    ['/news?before=x', 400, 'before'],
    ['/news?before=', 400, 'before'],
    ['/news?before=0', 400, 'before'],
    [`/news?before=${'9'.repeat(30)}`, 400, 'before'],
    ['/news?before=999999', 404, ''],
    ['/news/x', 404, ''],
    ['/news/0', 404, ''],
    ['/news/01', 404, ''],
    ['/news/-1', 404, ''],
    ['/news/1e3', 404, ''],
    [`/news/${'9'.repeat(300)}`, 404, ''],
    ['/news/999999', 404, ''],
    ['/news/%00', 404, ''],
  ])('%s answers %i', async (path, status, word) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.html).toContain(word)
  })
})

describe('a brief’s own page', () => {
  test('can be found by machines, and shows what came before and after', async () => {
    const brief = await postBrief(
      house,
      {
        headline: 'Ferry </script><b>sails</b>',
        content: [
          [
            { type: 'text', text: 'At ' },
            { type: 'text', text: 'noon', marks: [{ type: 'link', href: '/tides' }] },
          ],
        ],
      },
      { by, publishedAt: at('2026-11-21T22:00:00Z') },
    )
    const { status, html } = await get(`/news/${brief.id}`)
    expect(status).toBe(200)
    expect(html).toContain(`<link rel="canonical" href="http://localhost:4000/news/${brief.id}"`)
    expect(html).not.toContain('noindex')
    expect(html).toContain('22 November 2026, 00:00')
    expect(html).toContain('<a href="/tides">noon</a>')
    expect(html).toMatch(/Earlier.*Before midnight.*Later.*After midnight/s)
    expect(jsonLd(html)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Ferry </script><b>sails</b>',
      articleBody: 'At noon',
      datePublished: '2026-11-21T22:00:00.000Z',
      publisher: { name: 'The Lantern' },
    })
    await expectValidHtml(html)
  })

  test('an edit is there at once, and says when', async () => {
    const brief = await postBrief(house, { headline: 'Wrong word' }, { by, publishedAt: clock.now() })
    expect((await get(`/news/${brief.id}`)).html).not.toContain('Updated')
    await editBrief(house, brief.id, { headline: 'Right word' })
    const html = await eventually(`/news/${brief.id}`, 'Right word')
    expect(html).toContain('Updated 01:30')
  })

  test('withdrawn, it answers 410 with a plain note and leaves the feed', async () => {
    const brief = await postBrief(house, { headline: 'A hoax' }, { by })
    await eventually('/news', 'A hoax')
    await withdrawBrief(house, brief.id)
    await expect.poll(async () => (await get(`/news/${brief.id}`)).status, patiently).toBe(410)
    const { html } = await get(`/news/${brief.id}`)
    expect(html).toContain('This item has been withdrawn.')
    expect(html).not.toContain('A hoax')
    await expect.poll(async () => (await get('/news')).html, patiently).not.toContain('A hoax')
    await expectValidHtml(html)
  })
})

test.each(['uk', 'es', 'de', 'fr', 'ar'])('speaks %s', async language => {
  await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Kyiv', language })
  const html = await eventually('/news', `<html lang="${language}"`)
  await expectValidHtml(html)
  expect(html).not.toMatch(/Earlier news|Breaking|Pinned/)
})

test('on a page that runs from right to left a brief of no language finds its own direction', async () => {
  await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Kyiv', language: 'ar' })
  const plain = await postBrief(house, { headline: 'Reuters: talks go on' }, { by })
  const french = await postBrief(house, { headline: 'Le quai', language: 'fr' }, { by })
  const html = await eventually('/news', 'Le quai')
  expect(html).toContain(`dir="auto"><a href="/news/${plain.id}"`)
  expect(html).toContain(`lang="fr" dir="ltr"><a href="/news/${french.id}"`)
  await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Kyiv', language: 'en' })
  await expect.poll(async () => (await get('/news')).html, patiently).not.toContain('dir="auto"')
})

/** The page once the press has heard of the change. */
async function eventually(path: string, text: string): Promise<string> {
  await expect.poll(async () => (await get(path)).html, patiently).toContain(text)
  return (await get(path)).html
}

function textsIn(html: string, tag: string): string[] {
  const region = /<section class="feed.*?(?=<div class="rail">|<\/main>)/s.exec(html)?.[0] ?? ''
  return [...region.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</h`, 'gs'))].map(([, inner]) =>
    (inner ?? '').replace(/<[^>]+>/g, ''),
  )
}
