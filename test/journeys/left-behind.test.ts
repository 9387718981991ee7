import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { liveDrafts } from '../../src/features/stories/live-draft/live-drafts.ts'
import { drawn } from '../browser/drawn.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, paragraph } from '../builders/a-story.ts'
import { type SignedIn, signedIn, signInAgain } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

vi.setConfig({ testTimeout: 60_000 })
const open = await testHouse({ working: true })
const { house } = open
let browser: Browser
let url: string

beforeAll(async () => {
  url = await open.serve()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function contextOf(person: SignedIn): Promise<BrowserContext> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  })
  await context.addCookies([{ ...person.session, url }])
  return context
}

async function writing(context: BrowserContext, storyId: number): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/newsroom/stories/${storyId}`)
  await page.locator('[data-keeping=saved]').waitFor()
  return page
}

const body = (page: Page) => page.getByRole('textbox', { name: 'Text of the story' })
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
const copies = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? '').filter(name => name.startsWith('masthead ')),
  )

async function typeAtEnd(page: Page, words: string): Promise<void> {
  await body(page).click()
  await page.keyboard.press('Control+End')
  await drawn(page)
  await page.keyboard.type(words)
}

test('who signs out leaves no story behind in the browser, not even in another window', async () => {
  const context = await contextOf(await signedIn(house, 'editor'))
  const [one, two] = [await aDraft(house), await aDraft(house)]
  const other = await writing(context, one)
  const page = await writing(context, two)
  await typeAtEnd(page, ' And left.')
  await page.locator('[data-keeping=saved]').waitFor()
  expect(await copies(page)).toHaveLength(2)
  await signOut(page)
  await page.waitForURL('**/newsroom/sign-in')
  await expect.poll(() => copies(page), { timeout: 10_000 }).toEqual([])
  // The other window knows at once that nobody is signed in any more.
  await other.getByText('You are signed out.').waitFor()
})

test('what has not reached the newsroom is told before, kept, and sent after signing in again', async () => {
  const anna = await signedIn(house, 'editor')
  const context = await contextOf(anna)
  const storyId = await aDraft(house, { headline: 'Oyster beds', blocks: [paragraph('One.')] })
  const writer = await writing(context, storyId)
  await writer.context().setOffline(true)
  await typeAtEnd(writer, ' Typed in a tunnel.')
  await writer.getByText('your text is kept here and will be merged').waitFor()
  await writer.close({ runBeforeUnload: false })
  await context.setOffline(false)

  const page = await context.newPage()
  await page.goto(`${url}/newsroom/account`)
  let asked = ''
  page.once('dialog', dialog => {
    asked = dialog.message()
    void dialog.dismiss()
  })
  await signOut(page)
  await expect.poll(() => asked).toContain('“Oyster beds”')
  expect(page.url()).toContain('/newsroom/account')
  page.once('dialog', dialog => void dialog.accept())
  await signOut(page)
  await page.waitForURL('**/newsroom/sign-in')
  await drawn(page)
  expect(await copies(page)).toHaveLength(1)

  await context.addCookies([{ ...(await signInAgain(house, anna.staff.id)).session, url }])
  const again = await writing(context, storyId)
  await body(again).getByText('Typed in a tunnel.').waitFor()
  await again.locator('[data-keeping=saved]').waitFor()
  expect(JSON.stringify(await liveDrafts.read(house, storyId))).toContain('Typed in a tunnel.')
  await signOut(again)
  await again.waitForURL('**/newsroom/sign-in')
  await expect.poll(() => copies(again), { timeout: 10_000 }).toEqual([])
})
