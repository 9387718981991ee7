import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/app/routes.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { type SmallNewsroom, sampleAddress, smallNewsroom } from '../builders/small-newsroom.ts'
import { testHouse } from '../builders/test-house.ts'

// Every page of the newsroom that its owner may open, as the route table has them: one that is added is looked at, too.

/** A page that shows what readers would see is as the paper is, and has none of the newsroom's forms. */
const ofThePaper = /\/preview$|\/blocks\//
const inTheNewsroom = /^\/(newsroom(?!\/assets)|practice)(\/|$)/
const pages = routes
  .filter(({ method, path, socket }) => method === 'GET' && !socket && inTheNewsroom.test(path))
  .map(({ path }) => path)

const opened = await testHouse({ working: true })
let newsroom: SmallNewsroom
let browser: Browser
let page: Page
let base: string
let complaints: string[] = []

beforeAll(async () => {
  newsroom = await smallNewsroom(opened.house)
  base = await opened.serve()
  browser = await launchBrowser()
  const context = await browser.newContext()
  await context.addCookies([{ ...newsroom.owner.session, url: base }])
  page = await context.newPage()
  page.on('console', message => {
    // That a page was not found is what the browser says of a sample that is not there.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
}, 60_000)
afterAll(() => browser?.close())

test.each(pages)(
  '%s is valid, sound for everyone, and fits the narrowest phone',
  { timeout: 60_000 },
  async path => {
    const address = base + sampleAddress(path, newsroom)
    const { cookie } = newsroom.owner
    const plain = await fetch(address, { headers: { cookie }, redirect: 'manual' })
    const html = await plain.text()
    expect(plain.status).toBeLessThan(500)
    // Signed in, the door leads on; scripts ask for JSON and for parts of pages.
    if (!/^<!doctype html>/i.test(html)) return
    await expectValidHtml(html)

    complaints = []
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(address)
    await expectNoAxeViolations(page)
    if (!ofThePaper.test(path)) await expectItsForms(page, path)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 800 })
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 320, height: 700 })
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(overflow, 'pixels beyond the edge at 320').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
  },
)

async function expectItsForms(page: Page, path: string): Promise<void> {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    withoutToken: [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')]
      .filter(form => !form.querySelector<HTMLInputElement>('input[name="csrf"]')?.value)
      .map(({ action }) => action),
    // A button without a type sends its form.
    withoutType: [...document.querySelectorAll('button:not([type])')].map(({ outerHTML }) => outerHTML),
  }))
  expect(found).toEqual({
    lang: expect.stringMatching(path.startsWith('/newsroom') ? 'en' : 'ar'),
    headings: 1,
    withoutToken: [],
    withoutType: [],
  })
}

test('words of another script stand in their own direction in a newsroom in English', async () => {
  const { topic, author, photograph, stories } = newsroom
  const places: [string, string][] = [
    ['/newsroom/stories', `#open-${stories[0]}`],
    ['/newsroom/publication/topics', `a[href$="/topics/${topic}"]`],
    [`/newsroom/publication/topics/${topic}`, 'h1'],
    [`/newsroom/publication/topics/${topic}`, 'input[name="name"]'],
    [`/newsroom/publication/authors/${author}`, 'h1'],
    ['/newsroom/photographs', `a[href$="/photographs/${photograph}"] .contact-sheet__caption`],
    ['/newsroom/fronts/home', '.slot .table__headline'],
    [`/newsroom/stories/${stories[0]}/publish`, 'h1'],
    [`/newsroom/staff/${newsroom.reporter.staff.id}`, 'h1'],
  ]
  for (const [path, selector] of places) {
    await page.goto(base + path)
    const direction = await page
      .locator(selector)
      .first()
      .evaluate(element => getComputedStyle(element).direction)
    expect(direction, `${path} ${selector}`).toBe('rtl')
  }
}, 60_000)
