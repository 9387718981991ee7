import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { interfaceLanguages } from '../../src/design/messages.ts'
import { savePublication } from '../../src/features/publication/publication.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aReader, signedInReader, signInLinkFor } from '../builders/readers.ts'
import { testHouse } from '../builders/test-house.ts'

const opened = await testHouse({ working: true })
const { house } = opened
let browser: Browser
let base = ''

beforeAll(async () => {
  base = await opened.serve()
  browser = await launchBrowser()
  await savePublication(house, {
    name: 'The Wrenmouth Lantern',
    language: 'en',
    timeZone: 'Europe/Dublin',
    navigation: [{ label: 'Corrections', href: '/corrections' }],
  })
}, 60_000)
afterAll(() => browser?.close())

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options })
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

async function isSound(page: Page): Promise<void> {
  await expectNoAxeViolations(page)
  await expectValidHtml(await page.content())
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow, page.url()).toBeLessThanOrEqual(0)
}

/** Waits for the newest letter in the practice mailbox, as its owner would, and reads its code. */
async function codeInMailbox(page: Page, email: string): Promise<string> {
  const mailbox = await page.context().newPage()
  await expect
    .poll(
      async () => {
        await mailbox.goto(`${base}/practice/mail?to=${encodeURIComponent(email)}`)
        return await mailbox.getByRole('link', { name: /\d{4} \d{4}/ }).count()
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  const subject = await mailbox
    .getByRole('link', { name: /\d{4} \d{4}/ })
    .first()
    .textContent()
  await mailbox.close()
  return /\d{4} \d{4}/.exec(subject ?? '')![0]
}

test.each([
  ['with scripts', true],
  ['without scripts', false],
])(
  'a reader signs in with the code, changes what is theirs and signs out, %s',
  async (_, javaScriptEnabled) => {
    const { email } = await aReader(house, { name: 'Orla Finn' })
    const page = await open('/', { javaScriptEnabled })
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
    if (javaScriptEnabled) await isSound(page)
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Write me a letter' }).click()
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    const code = await codeInMailbox(page, email)
    await page.getByLabel('Code from the letter').fill('0000 0000')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This is not the code from the letter.').waitFor()
    if (javaScriptEnabled) await isSound(page)
    await page.getByLabel('Code from the letter').fill(code)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'My account', level: 1 }).waitFor()
    if (javaScriptEnabled) await isSound(page)
    await page.getByLabel('Name').fill('Orla O’Finn')
    await page.getByLabel('Country').selectOption('IE')
    await page.getByLabel('Time zone').selectOption('Europe/Dublin')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('status').getByText('Saved.').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Orla O’Finn')
    expect(await page.getByLabel('Country').inputValue()).toBe('IE')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download my data' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('localhost-account.json')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByText('You are signed out.').waitFor()
    await page.goto(`${base}/account`)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.context().close()
  },
  90_000,
)

test('the link of the letter signs in on another device, by a button, once', async () => {
  const { email } = await aReader(house)
  const laptop = await open('/account/sign-in?next=/corrections')
  await laptop.getByLabel('Your e-mail address').fill(email)
  await laptop.getByLabel('Your e-mail address').press('Enter')
  await laptop.waitForURL('**/account/sign-in/code**')
  await codeInMailbox(laptop, email)
  const link = await signInLinkFor(house, email)
  const phone = await open(link)
  await isSound(phone)
  await phone.getByText(`You are about to sign in as ${email}`).waitFor()
  await phone.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await phone.waitForURL(`${base}/corrections`)
  const other = await open(link)
  await other.getByText('This link has been used already').waitFor()
  await isSound(other)
  for (const page of [laptop, phone, other]) await page.context().close()
}, 60_000)

test('by keyboard alone, to a new address', async () => {
  const { session } = await signedInReader(house, { email: 'before@example.org' })
  const page = await open('/account', { viewport: { width: 1440, height: 900 } })
  await page.context().addCookies([{ ...session, url: base }])
  await page.goto(`${base}/account`)
  await page.getByRole('link', { name: 'Change the address' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('New e-mail address').waitFor()
  await isSound(page)
  await page.getByLabel('New e-mail address').focus()
  await page.keyboard.type('after@example.org')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Send the code')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account/address/code')
  await isSound(page)
  const code = await codeInMailbox(page, 'after@example.org')
  await page.getByLabel('Code from the letter').focus()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('Your account has its new address.').waitFor()
  await page.getByText('Letters and sign-in codes go to after@example.org.').waitFor()
  await page.context().close()
}, 60_000)

test('an account is deleted once its address has been typed', async () => {
  const { session, reader } = await signedInReader(house)
  const page = await open('/')
  await page.context().addCookies([{ ...session, url: base }])
  await page.goto(`${base}/account`)
  await page.getByRole('link', { name: 'Delete my account' }).click()
  await isSound(page)
  await page.getByLabel('Type your e-mail address').fill('something@example.org')
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await page.getByText('Nothing has been deleted.').waitFor()
  await isSound(page)
  await page.getByLabel('Type your e-mail address').fill(reader.email)
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await page.getByText('Your account has been deleted.').waitFor()
  await page.context().close()
}, 60_000)

test.each(interfaceLanguages)(
  'the account in %s is sound, with long words too',
  { timeout: 60_000 },
  async language => {
    const { session } = await signedInReader(house, {
      language,
      name: `${'Donaudampfschifffahrts'.repeat(4)} ${'x'.repeat(20)}`,
      email: `${'very.long.address.of.somebody'.slice(0, 20)}.${language}${'o'.repeat(36)}@${'sub.'.repeat(20)}example.org`,
    })
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('/', { viewport: { width: 320, height: 700 }, colorScheme })
      await page.context().addCookies([{ ...session, url: base }])
      for (const path of ['/account', '/account/address', '/account/delete']) {
        await page.goto(base + path)
        expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
        await isSound(page)
      }
      await page.context().close()
    }
  },
)
