import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeSupportSettings } from '../../src/features/members/change-support-settings.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aTier } from '../builders/a-tier.ts'
import { testHouse } from '../builders/test-house.ts'

// The processor's page leads back to the site's own address, so that has to be where the house is served.
const port = await freePort()
const base = `http://127.0.0.1:${port}`
const testing = await testHouse({ config: { port, siteUrl: base } })
let browser: Browser

beforeAll(async () => {
  await aTier(testing.house, { description: 'For one reader', benefits: ['The meeting'] })
  await aTier(testing.house, { name: `Household${'andallofthem'.repeat(4)}`, seats: 4, trialDays: 14 })
  await changeSupportSettings(testing.house, {
    by: 'program',
    change: settings => ({
      ...settings,
      currencies: ['eur', 'gbp'],
      fees: { offered: true, percent: 1.5, fixed: { eur: 25 } },
      keepOffer: { percent: 50, months: 3 },
    }),
  })
  await testing.serve()
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser?.close())

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

async function payWith(page: Page, card: string, email: string): Promise<void> {
  if (await page.getByLabel('E-mail').isVisible()) await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Name on the card').fill('Ada Sorrel')
  await page.getByLabel('Country').selectOption('IE')
  await page.locator('[name=number]').fill(card)
  await page.locator('[name=expires]').fill('12/34')
  await page.locator('[name=cvc]').fill('123')
  await page.getByRole('button', { name: /^Pay/ }).click()
}

test.each([true, false])(
  'a reader joins and sees it in the account (scripts: %s)',
  { timeout: 60_000 },
  async scripts => {
    const page = await open('/join', { javaScriptEnabled: scripts })
    await page.getByRole('button', { name: /^€10 a month\s+Friend$/ }).click()
    await payWith(page, '4242424242424242', `joins-${scripts}@example.org`)
    await page.waitForURL(/\/join\/thanks/)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you')
    await page.getByRole('link', { name: 'See your membership' }).click()
    expect(await page.locator('#membership ~ .member').textContent()).toContain('€10 a month')
    expect(await page.getByRole('link', { name: /^Receipt .* \(PDF\)$/ }).count()).toBe(1)
    await page.context().close()
  },
)

test('a refused card says so, and another one joins; its bank asks first', { timeout: 60_000 }, async () => {
  const page = await open('/join')
  await page.getByRole('button', { name: /^€10 a month\s+Friend$/ }).click()
  await payWith(page, '4000000000000002', 'refused@example.org')
  expect(page.url()).toContain('/practice/checkout/')
  expect(await page.getByRole('alert').first().textContent()).not.toMatch(/generic_decline/)
  await payWith(page, '4000002500003155', 'refused@example.org')
  await page.waitForURL(/\/practice\/approve\//)
  await page
    .getByRole('button')
    .filter({ hasText: /approve|confirm/i })
    .first()
    .click()
  await page.waitForURL(/\/join\/thanks/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you')
  await page.context().close()
})

test('the buttons say what is chosen, without a script', { timeout: 60_000 }, async () => {
  const page = await open('/join', { javaScriptEnabled: false })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  expect(await button(/^€10 a month\s+Friend$/).isVisible()).toBe(true)
  await page.getByRole('radio', { name: 'Yearly' }).check()
  expect(await button(/^€10 a month\s+Friend$/).count()).toBe(0)
  expect(await button(/^€100 a year\s+Friend$/).isVisible()).toBe(true)
  await page.getByRole('checkbox', { name: /Add what the card payment costs/ }).check()
  expect(await button(/^€101\.78 a year\s+Friend$/).isVisible()).toBe(true)
  await page.getByRole('radio', { name: 'Once' }).check()
  expect(await button('Give once').isVisible()).toBe(true)
  await page.getByLabel(/Another amount/).fill('1')
  await button('Give once').click()
  expect(await page.getByLabel(/Another amount/).inputValue()).toBe('1')
  expect(await page.getByRole('alert').textContent()).toContain('At least €3.')
  await page.context().close()
})

test('by keyboard alone', { timeout: 60_000 }, async () => {
  const page = await open('/join?frequency=once')
  await page.getByRole('radio', { name: 'Once' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: /^€10 a month\s+Friend$/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/practice\/checkout\//)
  await page.context().close()
})

test('every page of it is sound, and fits the narrowest phone', { timeout: 120_000 }, async () => {
  const page = await open('/join')
  await page.getByRole('button', { name: /^€10 a month\s+Friend$/ }).click()
  await payWith(page, '4242424242424242', 'looks@example.org')
  await page.waitForURL(/\/join\/thanks/)
  const guest = await open('/join')
  const own = ['', '/membership/card', '/membership/change', '/membership/pause', '/membership/cancel']
  const paths: [Page, string][] = [
    [guest, '/join'],
    [guest, '/join?frequency=once&coupon=NONSUCH'],
    [guest, '/join/seat?token=unknown'],
    [page, page.url().slice(base.length)],
    [page, '/join'],
    ...own.map((path): [Page, string] => [page, `/account${path}`]),
  ]
  for (const [where, path] of paths) {
    await where.setViewportSize({ width: 1280, height: 900 })
    await where.goto(base + path)
    await expectValidHtml(await where.content())
    await expectNoAxeViolations(where)
    await where.emulateMedia({ colorScheme: 'dark' })
    await expectNoAxeViolations(where)
    await where.emulateMedia({ colorScheme: 'light' })
    await where.setViewportSize({ width: 320, height: 700 })
    const overflow = await where.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(overflow, `${path}: pixels beyond the edge at 320`).toBeLessThanOrEqual(0)
  }
  await page.context().close()
  await guest.context().close()
})

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo
      server.close(() => resolve(free))
    })
  })
}
