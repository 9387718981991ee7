import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { savePublication } from '../../src/features/publication/publication.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aCampaign, anAppeal, someoneJoins } from '../builders/a-campaign.ts'
import { aStory, paragraph } from '../builders/a-story.ts'
import { signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

// What a reader meets of a campaign: the strip and its close button, the letter at the end, the number that moves.

let browser: Browser
let base: string
const { house, serve } = await testHouse({ working: true })
const blocks = Array.from({ length: 12 }, (_, i) => paragraph('The boat came in at six. '.repeat(8), `p${i}`))

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', language: 'en' })
  await aStory(house, { slug: 'ferry', blocks })
  const campaignId = await aCampaign(house)
  await anAppeal(house, 'strip', { campaignId })
  await anAppeal(house, 'closing', {
    campaignId,
    texts: {
      underway: { heading: 'A lamp', paragraphs: ['We lit one ten years ago.'] },
      signature: 'Maeve Carrigan',
    },
  })
  await anAppeal(house, 'front', { campaignId })
  base = await serve()
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser?.close())

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

const stripOf = (page: Page) => page.getByRole('region', { name: 'Campaign' })

test('a page with appeals is valid and sound for everyone, and fits the narrowest phone', {
  timeout: 120_000,
}, async () => {
  for (const path of ['/ferry', '/']) {
    await expectValidHtml(await (await fetch(base + path)).text())
    for (const options of [{}, { viewport: { width: 320, height: 700 } }, { colorScheme: 'dark' as const }]) {
      const page = await open(path, options)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await expectNoAxeViolations(page)
      expect(await page.getByRole('region', { name: 'Support', exact: true }).count()).toBe(1)
      expect(await stripOf(page).count()).toBe(1)
      await page.context().close()
    }
  }
})

test('the strip is closed without loading the page again, and stays closed', {
  timeout: 60_000,
}, async () => {
  const page = await open('/ferry')
  let loads = 0
  page.on('load', () => loads++)
  await stripOf(page).getByRole('button', { name: 'Dismiss this message' }).click()
  await stripOf(page).waitFor({ state: 'detached' })
  expect(loads).toBe(0)
  await page.goto(`${base}/`)
  expect(await stripOf(page).count()).toBe(0)
  await page.goto(`${base}/ferry`)
  expect(await stripOf(page).count()).toBe(0)
  // The letter is no strip: it goes on standing where it is.
  expect(await page.getByRole('region', { name: 'Support', exact: true }).count()).toBe(1)
})

test('without scripts the close button does the same and comes back to the page', {
  timeout: 60_000,
}, async () => {
  const page = await open('/ferry', { javaScriptEnabled: false })
  await stripOf(page).getByRole('button', { name: 'Dismiss this message' }).click()
  expect(new URL(page.url()).pathname).toBe('/ferry')
  expect(await stripOf(page).count()).toBe(0)
})

test('by keyboard alone the strip comes after the skip link, and closing it keeps one’s place', {
  timeout: 60_000,
}, async () => {
  const page = await open('/ferry')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to content')
  const close = stripOf(page).getByRole('button', { name: 'Dismiss this message' })
  for (let i = 0; i < 4 && !(await close.evaluate(one => one === document.activeElement)); i++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await stripOf(page).waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to content')
})

test('the number moves by itself when somebody joins, and nothing else does', {
  timeout: 60_000,
}, async () => {
  const page = await open('/ferry')
  await page.waitForLoadState('load')
  const numbers = page.locator('[data-progress]')
  const before = await numbers.first().textContent()
  const joined = Number(/\d+/.exec(before ?? '')?.[0] ?? 0) + 1
  // The stream is open once the server counts it.
  await expect
    .poll(async () => (await fetch(`${base}/metrics`)).text(), { timeout: 20_000 })
    .toMatch(/masthead_\w*streams\w*(?:\{[^}]*\})? [1-9]/)
  await someoneJoins(house)
  await numbers
    .filter({ hasText: `${joined} of 100` })
    .first()
    .waitFor()
  expect(await numbers.allTextContents()).toEqual(Array(2).fill(`${joined} of 100\u00a0new members`))
  expect(await page.locator('.strip progress').evaluate(one => (one as HTMLProgressElement).value)).toBe(
    joined,
  )
  const shifts = await page.evaluate(
    () =>
      new Promise<number>(done => {
        new PerformanceObserver(list =>
          done(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => done(0), 500)
      }),
  )
  expect(shifts).toBeLessThan(0.01)
})

test('at the desk a wording is seen as it is typed, in the language that is chosen, and nothing is saved', {
  timeout: 60_000,
}, async () => {
  const { appealId, wordingId } = await anAppeal(house, 'card', { rules: { topics: [999] } })
  const nell = await signedIn(house, 'audience')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ ...nell.session, url: base }])
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', line => line.type() === 'error' && errors.push(line.text()))
  const at = `${base}/newsroom/campaigns/appeals/${appealId}/wordings/${wordingId}`
  await page.goto(at)
  await expectNoAxeViolations(page)
  const shown = page.frameLocator('iframe')
  await shown.getByRole('heading', { name: 'Ten years, says the card.' }).waitFor()
  await page.getByLabel('Heading').first().fill('Eleven years')
  await shown.getByRole('heading', { name: 'Eleven years' }).waitFor()
  await page.getByLabel('Language').selectOption('ar')
  await shown.locator('html[dir="rtl"]').waitFor()
  expect(await shown.getByRole('region', { name: 'الدعم' }).count()).toBe(1)
  await page.reload()
  await shown.getByRole('heading', { name: 'Ten years, says the card.' }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})
