import { createServer } from 'node:net'
import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWelcomeLink } from '../../src/features/staff/staff.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { codeFor } from '../builders/sign-in.ts'
import { testHouse } from '../builders/test-house.ts'

// Passkeys are bound to the address of the site, so this house has to know its own before it opens.
const port = await freePort()
const site = `http://localhost:${port}`
const opened = await testHouse({ working: true, config: { port, siteUrl: site } })
const { house } = opened
const email = 'maeve@paper.example'

let browser: Browser
let context: BrowserContext
let page: Page
let secret = ''

beforeAll(async () => {
  await opened.serve()
  browser = await launchBrowser()
  context = await browser.newContext()
  page = await context.newPage()
}, 60_000)
afterAll(() => browser?.close())

async function isSound(): Promise<void> {
  await expectNoAxeViolations(page)
  await expectValidHtml(await page.content())
}

async function signOut(): Promise<void> {
  await page.goto(`${site}/newsroom/account`)
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/newsroom/sign-in')
}

async function enterCodeFromLetter(): Promise<void> {
  await page.getByLabel('Your e-mail address').fill(email)
  const before = await arrived()
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.waitForURL('**/newsroom/sign-in/code')
  await expect.poll(arrived, { timeout: 20_000 }).toBeGreaterThan(before)
  await page.getByLabel('Code from the letter').fill(await codeFor(house, email))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** How many letters have gone their whole way: jobs, SMTP, mailbox. */
async function arrived(): Promise<number> {
  const letters = await house.db.selectFrom('letters').select('id').where('state', '=', 'accepted').execute()
  return letters.length
}

/** An authenticator as a laptop has it, which says yes at once (WebDriver, WebAuthn Level 3, 11). */
async function withAuthenticator(): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id: authenticatorId }
}

test('the first link makes the owner', async () => {
  await page.goto((await makeWelcomeLink(house))!)
  await isSound()
  await page.getByLabel('Your name').fill('Maeve Carrigan')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Make me the owner' }).click()
  await page.waitForURL('**/newsroom/account')
  await isSound()
  await page.goto(`${site}/newsroom/staff`)
  await page.getByText('Only you so far').waitFor()
  await isSound()
}, 60_000)

test('a code from a letter signs in', async () => {
  await signOut()
  await isSound()
  await enterCodeFromLetter()
  await page.waitForURL(url => !url.pathname.startsWith('/newsroom/sign-in'))
  await page.goto(`${site}/newsroom/audit?act=sign-in`)
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'signed in' }).count()).toBe(2)
  await isSound()
}, 60_000)

test('a passkey is added, and signs in by itself', async () => {
  const { cdp, id } = await withAuthenticator()
  await page.goto(`${site}/newsroom/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey is yours now.').waitFor()
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])
  await isSound()
  await signOut()
  // The browser may offer the passkey in the field before the button is pressed.
  await page
    .getByRole('button', { name: 'Sign in with a passkey' })
    .click({ timeout: 2000 })
    .catch(() => {})
  await page.waitForURL(url => !url.pathname.startsWith('/newsroom/sign-in'))
  await page.goto(`${site}/newsroom/account`)
  expect(await page.getByRole('heading', { name: 'Your account' }).count()).toBe(1)
  // A passkey counts as two factors.
  const session = await house.db
    .selectFrom('staff_sessions')
    .select('second_factor')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(session.second_factor).toBe(true)
  await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: id })
  await cdp.detach()
}, 60_000)

test('an app is set up, and asked for after the code', async () => {
  await page.goto(`${site}/newsroom/account`)
  await page.getByRole('link', { name: 'Set up an app' }).click()
  await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor()
  await isSound()
  secret = ((await page.locator('.typed-secret').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Password from your app').fill(password(-1))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  expect(await page.locator('.recovery-codes li').count()).toBe(10)
  await isSound()
  const recovery = await page.locator('.recovery-codes li').first().textContent()
  await page.getByRole('link', { name: 'I have kept them' }).click()

  await signOut()
  await enterCodeFromLetter()
  await page.waitForURL('**/newsroom/sign-in/second-factor')
  await isSound()
  await page.getByLabel('Password from your app').fill(password(0))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/newsroom/sign-in'))

  await signOut()
  await enterCodeFromLetter()
  await page.getByLabel('Password from your app').fill(recovery!)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/newsroom/sign-in'))
}, 60_000)

test('somebody is invited, joins, and is signed out the moment they leave', async () => {
  await page.goto(`${site}/newsroom/staff`)
  await page.getByLabel('E-mail address').fill('tomas@paper.example')
  await page.getByLabel('Role').selectOption('reporter')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByText('The invitation to tomas@paper.example is on its way.').waitFor()
  await isSound()
  const mailbox = await context.newPage()
  await expect
    .poll(async () => {
      await mailbox.goto(`${site}/practice/mail?to=tomas@paper.example`)
      return mailbox.getByRole('link', { name: /invitation/i }).count()
    })
    .toBeGreaterThan(0)
  await mailbox
    .getByRole('link', { name: /invitation/i })
    .first()
    .click()
  const link = await mailbox
    .getByRole('link', { name: /newsroom\/invitation\?token=/ })
    .first()
    .getAttribute('href')
  await mailbox.close()

  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(link!)
  await theirs.getByLabel('Your name').fill('Tomas Vell')
  await theirs.getByRole('button', { name: 'Join' }).click()
  await theirs.goto(`${site}/newsroom/account`)
  await theirs.getByText('Reporter').first().waitFor()

  await page.goto(`${site}/newsroom/staff`)
  await page.getByRole('link', { name: 'Tomas Vell' }).click()
  await isSound()
  await page.getByText('End their access', { exact: true }).click()
  await page.getByRole('button', { name: 'Yes, end their access now' }).click()
  await page.getByText('Their access has ended').waitFor()
  await theirs.reload()
  await theirs.getByRole('heading', { name: 'Sign in to the newsroom' }).waitFor()
}, 60_000)

/** What the app shows, or showed a step ago: a password is taken once, and a step lasts half a minute. */
function password(step: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 })
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number }
      server.close(() => resolve(free))
    })
  })
}
