import { createServer } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { savePublication } from '../../src/features/publication/publication.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aTier, boughtGifts, giftFor } from '../builders/a-gift.ts'
import { readLettersTo } from '../builders/practice-letters.ts'
import { signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

// The processor's page leads back to the site's own address, so this house has to know it before it opens.
const port = await freePort()
const site = `http://localhost:${port}`
const opened = await testHouse({ working: true, config: { port, siteUrl: site } })
const { house } = opened
let browser: Browser

beforeAll(async () => {
  await savePublication(house, { name: 'The Wrenmouth Lantern' })
  await aTier(house)
  await opened.serve()
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser?.close())

test.each([true, false])(
  'a gift is bought, claimed, looked after and taken back (scripts: %s)',
  { timeout: 120_000 },
  async javaScriptEnabled => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const sound = () => (javaScriptEnabled ? isSound(page) : Promise.resolve())
    const kind = javaScriptEnabled ? 'scripts' : 'plain'
    const recipient = `ines-${kind}@reader.example`
    const buyer = `nell-${kind}@buyer.example`

    await page.goto(`${site}/gift`)
    await sound()
    await page.getByLabel('How many gifts?').selectOption('2')
    await page.getByRole('button', { name: 'one year: €100 each' }).click()
    await page.getByRole('heading', { name: 'Whom is it for?' }).waitFor()
    const first = page.getByRole('group', { name: 'Gift 1', exact: true })
    const second = page.getByRole('group', { name: 'Gift 2', exact: true })
    await first.getByLabel('Name of the recipient').fill('Ines')
    await first.getByLabel('E-mail address of the recipient').fill(recipient)
    await first.getByLabel('Your message').fill('For all the mornings.\nYours, N.')
    await second.getByLabel('Name of the recipient').fill('Tom')
    await second.getByLabel('I print the card').check()
    expect(await second.getByLabel('E-mail address of the recipient').isVisible()).toBe(false)
    await page.getByLabel('Your name, as it stands on the gift').fill('Nell')
    await page.getByLabel('Your e-mail address').fill(buyer)
    await sound()
    await page.getByRole('button', { name: 'Look at it before paying' }).click()
    await page.getByRole('heading', { name: 'This is your gift' }).waitFor()
    await sound()

    await page.getByRole('button', { name: 'Pay €200' }).click()
    await pay(page)
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await sound()
    await page.getByRole('link', { name: 'Your gifts' }).click()
    await page.getByText('The letter went on').waitFor()
    await sound()
    await page.getByRole('link', { name: 'Card and link' }).click()
    await page.getByText('To accept it, open').waitFor()
    await sound()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.getByText('To accept it, open').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: 'Back to your gifts' }).click()

    await claims(await browser.newContext({ javaScriptEnabled }), recipient, { sound: javaScriptEnabled })
    await page.reload()
    await page.getByText('Accepted on').waitFor()
    await page.getByRole('link', { name: 'Take it back: €100' }).click()
    await page.getByRole('heading', { name: 'Take this gift back?' }).waitFor()
    await sound()
    await page.getByRole('button', { name: 'Yes, give me €100 back' }).click()
    await page.getByText('The gift was taken back.').waitFor()
    await sound()
    await context.close()
  },
)

test('the gifts desk is sound with gifts on it', { timeout: 60_000 }, async () => {
  const { session } = await signedIn(house, 'audience')
  const [gift] = await boughtGifts(house, { gifts: [giftFor({ recipientName: `W${'o'.repeat(78)}w` })] })
  const context = await browser.newContext()
  await context.addCookies([{ ...session, url: site }])
  const page = await context.newPage()
  for (const path of ['/newsroom/gifts', `/newsroom/gifts/${gift!.id}`, '/newsroom/gifts?q=nobody'])
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.goto(site + path)
      await isSound(page)
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
    }
  await context.close()
})

async function pay(page: Page): Promise<void> {
  await page.getByLabel('Card number').fill('4242 4242 4242 4242')
  await page.getByLabel('Valid until').fill('12/34')
  await page.getByLabel('Security code').fill('123')
  await page.getByLabel('Name on the card').fill('Nell')
  await page.getByLabel('Country').selectOption('IE')
  await page.getByRole('button', { name: 'Pay €200' }).click()
}

async function claims(
  context: BrowserContext,
  address: string,
  { sound }: { sound: boolean },
): Promise<void> {
  const page = await context.newPage()
  await expect.poll(() => arrivedFor(address), { timeout: 20_000 }).toBeGreaterThan(0)
  const [letter] = await readLettersTo(house, address)
  await page.goto(/(http\S+\/gift\/claim\?token=\S+)/.exec(letter!.text)![1]!)
  if (sound) await isSound(page)
  await page.getByRole('button', { name: 'Accept the gift' }).click()
  await page.getByRole('heading', { name: 'The gift is yours' }).waitFor()
  if (sound) await isSound(page)
  await page.getByRole('link', { name: 'Your account' }).click()
  await page.getByRole('heading', { name: 'Gifts I gave and got' }).waitFor()
  if (sound) await isSound(page)
  await context.close()
}

/** How many letters to an address have gone their whole way: jobs, SMTP, mailbox. */
async function arrivedFor(address: string): Promise<number> {
  const letters = await house.db
    .selectFrom('letters')
    .select('id')
    .where('state', '=', 'accepted')
    .where('to_address', '=', address)
    .execute()
  return letters.length
}

async function isSound(page: Page): Promise<void> {
  await expectNoAxeViolations(page)
  await expectValidHtml(await page.content())
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
