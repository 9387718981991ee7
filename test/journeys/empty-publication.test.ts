import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/app/routes.ts'
import { makeWelcomeLink } from '../../src/features/staff/staff.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { testHouse } from '../builders/test-house.ts'

// A publication on its first day: nothing is in it but the owner, who came by the link that the start printed.

const opened = await testHouse({ working: true })
const { house } = opened
let browser: Browser
let page: Page
let base: string
let complaints: string[] = []

beforeAll(async () => {
  base = await opened.serve()
  browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
}, 60_000)
afterAll(() => browser?.close())

test('the printed link makes the owner, who lands in the newsroom', { timeout: 60_000 }, async () => {
  const link = new URL((await makeWelcomeLink(house))!)
  await page.goto(base + link.pathname + link.search)
  await page.getByLabel('Your name').fill('Maeve Carrigan')
  await page.getByLabel('Your e-mail address').fill('maeve@paper.example')
  await page.getByRole('button', { name: 'Make me the owner' }).click()
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
})

/** Every page that is there without anything in it: no address of one story, one photograph, one person. */
const desks = routes
  .filter(
    ({ method, path, who, open, socket }) =>
      method === 'GET' && who !== 'anyone' && !open && !socket && !path.includes(':'),
  )
  .map(({ path }) => path)
  .filter(path => path.startsWith('/newsroom'))

test.each([...desks, '/newsroom/fronts/home'])(
  '%s stands without anything in it',
  { timeout: 60_000 },
  async path => {
    complaints = []
    const answer = await page.goto(base + path)
    expect(answer?.status()).toBe(200)
    if (!answer?.headers()['content-type']?.startsWith('text/html')) return
    const html = await answer.text()
    if (!/^<!doctype html>/i.test(html)) return
    await expectValidHtml(html)
    await expectNoAxeViolations(page)
    expect(complaints).toEqual([])
  },
)

/** What each desk teaches whoever finds nothing there. */
const teaches: [string, RegExp][] = [
  ['/newsroom/stories', /No stories yet.*begin to write/s],
  ['/newsroom/live', /Nothing has been posted yet.*press Enter/s],
  ['/newsroom/photographs', /No photographs yet.*Drop some here/s],
  ['/newsroom/publication/topics', /No topics yet/],
  ['/newsroom/publication/authors', /No authors yet/],
  ['/newsroom/publication/redirects', /No redirects/],
  ['/newsroom/publication/navigation', /There is no navigation yet/],
  ['/newsroom/publication/letters', /All letters have gone out/],
  ['/newsroom/staff', /Only you so far.*Invite the others/s],
  ['/newsroom/fronts', /Front page/],
  ['/newsroom/planning', /Without a date/],
]

test.each(teaches)('%s says what to do first', async (path, words) => {
  await page.goto(base + path)
  expect(await page.locator('main').innerText()).toMatch(words)
})

const forReaders = [
  '/',
  '/news',
  '/archive',
  '/corrections',
  '/search?q=ferry',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/rss.xml',
  '/atom.xml',
  '/feed.json',
  '/news/rss.xml',
  '/corrections/rss.xml',
  '/manifest.webmanifest',
  '/icon-192.png',
]

test.each(forReaders)('%s is sane for readers', { timeout: 60_000 }, async path => {
  const answer = await fetch(base + path)
  expect(answer.status).toBe(200)
  const type = answer.headers.get('content-type') ?? ''
  const body = await answer.text()
  expect(body).not.toMatch(/undefined|NaN|\[object Object\]|Invalid Date/)
  if (type.includes('json')) expect(() => JSON.parse(body)).not.toThrow()
  if (type.includes('xml')) {
    const wellFormed = await page.evaluate(
      text =>
        new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror')?.textContent ?? '',
      body,
    )
    expect(wellFormed).toBe('')
  }
  if (!type.startsWith('text/html')) return
  await expectValidHtml(body)
  complaints = []
  await page.goto(base + path)
  await expectNoAxeViolations(page)
  expect(complaints).toEqual([])
})

test('the first story goes from nothing to the front', { timeout: 60_000 }, async () => {
  await page.goto(`${base}/newsroom/stories/new`)
  await page.getByLabel('Headline').fill('The ferry sails again')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.locator('.ProseMirror').last().waitFor()
  const story = page.url()
  await page.goto(`${story}/publish`)
  const reason = page.locator('textarea[name="reason"], input[name="reason"]')
  if (await reason.count()) await reason.first().fill('It is our first.')
  await page.locator('.button--primary').first().click()
  await page.getByText('The story is published.').waitFor()
  expect(await (await fetch(base)).text()).toContain('The ferry sails again')
})
