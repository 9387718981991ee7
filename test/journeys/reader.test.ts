import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDemo } from '../../src/app/fill-demo.ts'
import { interfaceLanguages } from '../../src/design/messages.ts'
import { postBrief } from '../../src/features/live/brief.ts'
import { readPublication, savePublication } from '../../src/features/publication/publication.ts'
import { indexStoriesJob } from '../../src/features/search/search-jobs.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { testHouse } from '../builders/test-house.ts'

const lead = '/ferry-vote-holm-island'
const pages = [
  '/',
  lead,
  '/carding-mill-inquiry',
  '/dredger-stuck',
  '/northfield-homework-club-ar',
  '/fish-market-last-auctioneer',
  '/arle-bridge-at-90',
  '/town-clerk-emails',
  '/library-hours',
  '/about',
  '/topics/harbour',
  '/authors/maeve-carrigan',
  '/archive',
  '/corrections',
  '/news',
  '/search',
  '/search?q=fery',
  '/search?q=xyzzyplugh',
  '/search?q=bridge&topic=culture',
  '/there-is-no-such-page',
]

let browser: Browser
let base: string
const one = await testHouse({ working: true })

beforeAll(async () => {
  await fillDemo(one.house, () => {})
  await indexStoriesJob.run({}, one.house)
  base = await one.serve()
  browser = await launchBrowser()
}, 240_000)
afterAll(() => browser?.close())

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

test.each(pages)(
  '%s is valid, sound for everyone, and fits the narrowest phone',
  { timeout: 60_000 },
  async path => {
    const month = new Date().toISOString().slice(0, 7).replace('-', '/')
    const page = await open(path === '/archive' ? `/archive/${month}` : path)
    await expectValidHtml(await (await fetch(page.url())).text())
    await expectNoAxeViolations(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 320, height: 700 })
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(overflow, 'pixels beyond the edge at 320').toBeLessThanOrEqual(0)
    await page.context().close()
  },
)

test('a reader opens the paper, a story, its topic, and finds an older story', async () => {
  const page = await open('/')
  await page.getByRole('link', { name: 'The ferry stays public, by two votes' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(
    'Council keeps the Holm Island ferry',
  )
  for (const name of ['News Feed', 'Editors’ Picks'])
    expect(await page.getByRole('region', { name }).count(), name).toBe(1)
  await page.locator('.story__kicker').getByRole('link', { name: 'Harbour' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Harbour')
  await page.getByRole('link', { name: 'Search' }).first().click()
  await page.getByRole('searchbox').fill('oister beds')
  await page.getByRole('searchbox').press('Enter')
  await page
    .getByRole('link', { name: /Oyster beds/ })
    .first()
    .click()
  expect(page.url()).toBe(`${base}/oyster-beds-reopen`)
  await page.context().close()
})

test('the skip link is the first stop of the keyboard and leads to the content', async () => {
  const page = await open(lead)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('content')
  await page.context().close()
})

test('every stop of the keyboard shows where it is', { timeout: 60_000 }, async () => {
  const page = await open(lead)
  for (let i = 0; i < 45; i++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement
      const box = at.getBoundingClientRect()
      // The ring of a card's link stands around the card.
      const rings = [
        getComputedStyle(at),
        getComputedStyle(at, '::after'),
        getComputedStyle(at.closest('.card') ?? at),
      ]
      const ring = rings.some(
        style => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      )
      const shown = at.tagName === 'IFRAME' || ring
      return at === document.body || { shown, size: box.width * box.height, what: at.outerHTML.slice(0, 120) }
    })
    if (seen === true) break
    expect(seen, JSON.stringify(seen)).toMatchObject({ shown: true })
  }
  await page.context().close()
})

test('no page asks another host for anything, a story makes at most ten requests, nothing moves', {
  timeout: 60_000,
}, async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.addInitScript(() => {
    const seen = window as unknown as { shifts: number }
    seen.shifts = 0
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.shifts += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(base + lead, { waitUntil: 'load' })
  const own = asked.filter(url => !url.endsWith('/news/stream') && !url.includes('/news/stream?'))
  expect(own.length, own.join('\n')).toBeLessThanOrEqual(10)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.waitForLoadState('load')
  expect(asked.filter(url => !url.startsWith(base))).toEqual([])
  expect(await page.evaluate('window.shifts')).toBeLessThan(0.01)
  await context.close()
})

test('an embedded video sends nothing before the click, and asks only its own host after it', async () => {
  const page = await open(lead)
  const foreign: string[] = []
  await page.route(/^https:/, route => {
    foreign.push(new URL(route.request().url()).host)
    return route.abort()
  })
  const open1 = page.getByRole('button', { name: /YouTube|video|Play/i }).first()
  await open1.scrollIntoViewIfNeeded()
  expect(foreign).toEqual([])
  await open1.click()
  await expect.poll(() => foreign).toContain('www.youtube-nocookie.com')
  expect(new Set(foreign).size).toBe(1)
  await page.context().close()
})

test('without JavaScript everything can be read: story, older news, search, embed as a link', async () => {
  const page = await open(lead, { javaScriptEnabled: false })
  expect(await page.getByRole('link', { name: /YouTube/ }).count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'More news' }).click()
  const first = await page.locator('.brief__headline').allTextContents()
  expect(first.length).toBeGreaterThan(10)
  await page.goto(`${base}/search`)
  await page.getByRole('searchbox').fill('ferry')
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await page.locator('.hit mark').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('a new brief is offered on an open story within a second, and put in when asked for', async () => {
  const page = await open(lead)
  const region = page.getByRole('region', { name: 'News Feed' })
  await expect.poll(() => one.house.metrics.text()).toMatch(/masthead_feed_streams [1-9]/)
  const before = await region.locator('.brief').count()
  const offer = region.getByRole('button', { name: /\d new/ })
  const waits: number[] = []
  // The quickest of three counts: the others tell how busy the machine is.
  for (const [i, headline] of [
    'Rain at four',
    'The market is closed',
    'The last boat waits for the band',
  ].entries()) {
    const posted = performance.now()
    await postBrief(one.house, { headline }, { by: 'test' })
    await region.getByRole('button', { name: `${i + 1} new` }).waitFor()
    waits.push(performance.now() - posted)
  }
  expect(Math.min(...waits)).toBeLessThan(1000)
  expect(await region.getByText('The last boat waits for the band').count()).toBe(0)
  await offer.click()
  await region.getByRole('link', { name: 'The last boat waits for the band' }).waitFor()
  expect(await region.locator('.brief').count()).toBeGreaterThanOrEqual(before)
  await page.context().close()
})

test.each(interfaceLanguages)(
  'the interface in %s: front, story and search are sound',
  { timeout: 60_000 },
  async language => {
    const { logoFile: _, ...settings } = await one.house.db
      .selectFrom('publication')
      .select('settings')
      .executeTakeFirstOrThrow()
      .then(row => row.settings as Record<string, unknown>)
    await savePublication(one.house, { ...settings, name: 'The Wrenmouth Lantern', language })
    await expect.poll(async () => (await readPublication(one.house)).language).toBe(language)
    for (const path of ['/', lead, '/news', '/search?q=ferry', '/no-such-page']) {
      const page = await open(path, { viewport: { width: 390, height: 800 } })
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(overflow, path).toBeLessThanOrEqual(0)
      await page.context().close()
    }
    await savePublication(one.house, { ...settings, name: 'The Wrenmouth Lantern', language: 'en' })
  },
)
