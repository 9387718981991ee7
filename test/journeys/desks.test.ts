import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postBrief } from '../../src/features/live/brief.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, aStory } from '../builders/a-story.ts'
import { type SignedIn, signedIn, signInAgain } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

// The story list, the palette and the live desk as an editor uses them: by keyboard, in a real browser.

let browser: Browser
let base: string
let editor: SignedIn
let reporter: SignedIn
const one = await testHouse({ working: true })
const { house } = one

beforeAll(async () => {
  base = await one.serve()
  browser = await launchBrowser()
  editor = await signedIn(house, 'editor', { name: 'Ines Falk' })
  reporter = await signedIn(house, 'reporter', { name: 'Tom Brandt' })
  const harbour = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
  for (const headline of ['Quay wall cracks', 'Pilots strike again', 'Ferry vote today', 'Dredger stuck'])
    await aDraft(house, { headline, topics: [harbour] })
  await aStory(house, { headline: 'Council keeps the ferry', topics: [harbour] })
}, 120_000)
afterAll(() => browser?.close())

async function open(who: SignedIn, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  await context.addCookies([{ ...who.session, url: base }])
  const page = await context.newPage()
  await page.goto(base + path)
  // The field of the live desk has the focus by itself, once the page is drawn; what is typed before goes nowhere.
  if (path === '/newsroom/live') await page.locator('#compose-text:focus').waitFor()
  return page
}

const focusedText = 'document.activeElement?.textContent'

test.each(['/newsroom/stories', '/newsroom/live', '/newsroom/find?q=ferry', '/newsroom/shortcuts'])(
  '%s is valid, sound for everyone, and fits the narrowest phone',
  { timeout: 60_000 },
  async path => {
    await postBrief(house, { headline: 'A brief that is pinned', pinned: true }, { by: editor.staff })
    const html = await (await editor.get(base + path)).text()
    await expectValidHtml(html)
    const page = await open(editor, path)
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

test('the list by keyboard: walk, tick, move several, undo, search', { timeout: 60_000 }, async () => {
  const page = await open(editor, '/newsroom/stories')
  await page.keyboard.press('j')
  expect(await page.evaluate(focusedText)).toBe('Council keeps the ferry')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect.poll(() => page.locator('.bulk__count').textContent()).toBe('2 stories selected')
  await expectNoAxeViolations(page)
  await page.getByLabel('Move to').selectOption('in-review')
  await page.getByRole('button', { name: 'Move', exact: true }).press('Enter')
  await page.getByText('2 stories moved to “In review”.').first().waitFor()
  expect(await page.locator('tbody .story-list__wide .state--review').count()).toBe(2)
  await page
    .getByRole('button', { name: /^Undo: 2 stories moved/ })
    .first()
    .press('Enter')
  await page.getByText('2 stories moved back.').waitFor()
  expect(await page.locator('tbody .story-list__wide .state--review').count()).toBe(0)

  await page.keyboard.press('Escape')
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('/')
  await page.keyboard.type('pilot')
  await expect.poll(() => page.locator('tbody [data-row]').count()).toBe(1)
  expect(new URL(page.url()).searchParams.get('q')).toBe('pilot')
  expect(await page.inputValue('#filter-q')).toBe('pilot')
  await page.keyboard.type('zzz')
  await page.getByText('No story fits this filter').waitFor()
  await page.context().close()
})

test('Enter opens a story, and keys do nothing while somebody types', { timeout: 60_000 }, async () => {
  const page = await open(editor, '/newsroom/stories')
  await page.keyboard.press('/')
  await page.keyboard.type('njkx?gl ')
  expect(await page.inputValue('#filter-q')).toBe('njkx?gl ')
  expect(new URL(page.url()).pathname).toBe('/newsroom/stories')
  await page.goto(`${base}/newsroom/stories?q=dredger`)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/newsroom\/stories\/\d+$/)
  await page.context().close()
})

test('without scripts: filter, tick, change and undo with plain forms', { timeout: 60_000 }, async () => {
  const page = await open(editor, '/newsroom/stories', { javaScriptEnabled: false })
  await page.fill('#filter-q', 'ferry vote')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('checkbox', { name: 'Select “Ferry vote today”' }).check()
  await page.getByLabel('Move to').selectOption('ready')
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await page.getByText('1 story moved to “Ready”.').first().waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('ferry vote')
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await page.getByText('1 story moved back.').waitFor()
  await page.getByRole('checkbox', { name: 'Select “Ferry vote today”' }).check()
  await page.getByRole('button', { name: 'Withdraw …' }).click()
  await page.getByRole('heading', { name: 'Withdraw this story?' }).waitFor()
  await page.goto(`${base}/newsroom/live`)
  await page.fill('#compose-text', 'Posted without scripts\nWith a [link](https://x.example/).')
  await page.getByRole('button', { name: 'Preview' }).click()
  expect(await page.locator('#live-preview a[href="https://x.example/"]').count()).toBe(1)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.locator('.live-row__headline', { hasText: 'Posted without scripts' }).waitFor()
  await page.getByRole('link', { name: 'Edit: Posted without scripts' }).click()
  await page.locator('.live-edit textarea').fill('Changed without scripts')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.live-row__headline', { hasText: 'Changed without scripts' }).waitFor()
  await page.context().close()
})

test('the palette opens at once, finds commands and stories, and gives the focus back', {
  timeout: 60_000,
}, async () => {
  const page = await open(editor, '/newsroom/stories')
  await page.keyboard.press('j')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /Find a story/ })
  await field.waitFor()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  expect(await page.evaluate(focusedText)).toBe('Council keeps the ferry')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  const options = page.locator('dialog').getByRole('option')
  expect(await options.allTextContents()).toEqual(['Dark newsroom'])
  await page.keyboard.press('Enter')
  await page.waitForSelector('html[data-theme="dark"]')
  expect(new URL(page.url()).pathname).toBe('/newsroom/stories')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('dredger')
  await expect.poll(() => options.allTextContents()).toEqual(['Dredger stuckDraft'])
  expect(await field.getAttribute('aria-activedescendant')).toBe('palette-0')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/newsroom\/stories\/\d+$/)
  await page.context().close()
})

test('a reporter finds only what they may open, and no command that is not theirs', {
  timeout: 60_000,
}, async () => {
  const page = await open(reporter, '/newsroom/find?q=ferry')
  await page.getByText('Nothing has these words').waitFor()
  await page.goto(`${base}/newsroom/find`)
  expect(await page.getByRole('link', { name: 'New brief' }).count()).toBe(1)
  expect(await page.getByRole('link', { name: /Go to Fronts/ }).count()).toBe(0)
  await page.context().close()
})

test('the sheet of keys is true: each desk and command under its keys', { timeout: 60_000 }, async () => {
  const page = await open(editor, '/newsroom/stories')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await sheet.waitFor()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog').count()).toBe(0)
  for (const [keys, path] of [
    ['gl', '/newsroom/live'],
    ['gs', '/newsroom/stories'],
    ['n', '/newsroom/stories/new'],
  ] as const) {
    await page.evaluate('document.activeElement.blur()')
    for (const key of keys) await page.keyboard.press(key)
    await page.waitForURL(base + path)
  }
  await page.goto(`${base}/newsroom/stories`)
  await page.keyboard.press('b')
  await page.waitForURL(`${base}/newsroom/live`)
  expect(await page.evaluate('document.activeElement.id')).toBe('compose-text')
  await page.context().close()
})

test('five briefs by keyboard alone, each field empty and ready at once', { timeout: 60_000 }, async () => {
  const page = await open(editor, '/newsroom/live')
  const began = Date.now()
  for (let n = 1; n <= 5; n++) {
    await page.keyboard.type(`Result ${n} of the count`)
    if (n === 2) {
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('Turnout was **high**.')
      await expect.poll(() => page.locator('#live-preview strong').textContent()).toBe('high')
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await page.inputValue('#compose-text')).toBe('')
    expect(await page.evaluate('document.activeElement.id')).toBe('compose-text')
  }
  const rows = page.locator('#live-lists .live-row__headline', { hasText: 'of the count' })
  await expect.poll(() => rows.count()).toBe(5)
  expect(Date.now() - began).toBeLessThan(60_000)
  await expect.poll(() => page.locator('[data-outbox]').isHidden()).toBe(true)
  expect(await rows.allTextContents()).toEqual([5, 4, 3, 2, 1].map(n => `Result ${n} of the count`))
  const { n } = await house.db
    .selectFrom('briefs')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('headline', 'like', '%of the count')
    .executeTakeFirstOrThrow()
  expect(Number(n)).toBe(5)
  await page.context().close()
})

test('what cannot be posted is never lost: too long, offline, and over a reload', {
  timeout: 60_000,
}, async () => {
  const page = await open(editor, '/newsroom/live')
  const field = page.locator('#compose-text')
  const long = 'x'.repeat(501)
  await field.fill(long)
  await page.keyboard.press('Enter')
  await page.getByText('cannot have more than 500 characters').waitFor()
  expect(await field.inputValue()).toBe('')
  await page.keyboard.press('ArrowUp')
  expect(await field.inputValue()).toBe(long)
  await field.fill('Storm closes the pass')
  await page.context().setOffline(true)
  await page.keyboard.press('Enter')
  await page.keyboard.type('And the next one')
  await page.getByText('the newsroom cannot be reached').waitFor()
  await expectNoAxeViolations(page)
  await page.context().setOffline(false)
  await page.reload()
  expect(await field.inputValue()).toBe('And the next one')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('.live-row__headline', { hasText: 'Storm closes the pass' }).waitFor()
  await page.keyboard.press('b')
  await field.press('Enter')
  await page.locator('.live-row__headline', { hasText: 'And the next one' }).waitFor()
  expect(await page.locator('.live-row__headline', { hasText: 'Storm closes the pass' }).count()).toBe(1)
  await page.context().close()
})

test('a session that ended keeps the words; after signing in again they are posted', {
  timeout: 60_000,
}, async () => {
  const page = await open(editor, '/newsroom/live')
  await page.context().clearCookies()
  await page.keyboard.type('Typed as the session ended')
  await page.keyboard.press('Enter')
  await page.getByText('You have been signed out. Your words are kept here.').waitFor()
  const again = await signInAgain(house, editor.staff.id)
  await page.context().addCookies([{ ...again.session, url: base }])
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await page.locator('.live-row__headline', { hasText: 'Typed as the session ended' }).waitFor()
  await page.keyboard.press('b')
  await page.keyboard.type('And one more')
  await page.keyboard.press('Enter')
  await page.locator('.live-row__headline', { hasText: 'And one more' }).waitFor()
  await page.context().close()
})

test('other people’s briefs appear, and what is being changed stays as it is', {
  timeout: 60_000,
}, async () => {
  const brief = await postBrief(house, { headline: 'Fire at the mill' }, { by: editor.staff })
  const page = await open(editor, '/newsroom/live')
  await page.locator(`#brief-${brief.id}`).focus()
  await page.keyboard.press('e')
  const field = page.locator(`#text-${brief.id}`)
  await field.waitFor()
  await page.keyboard.type(', nobody hurt')
  await postBrief(house, { headline: 'From another desk' }, { by: reporter.staff })
  await page.locator('.live-row__headline', { hasText: 'From another desk' }).waitFor()
  expect(await field.inputValue()).toBe('Fire at the mill, nobody hurt')
  expect(await page.evaluate('document.activeElement.id')).toBe(`text-${brief.id}`)
  await page.keyboard.press('Enter')
  await page.locator('.live-row__headline', { hasText: 'Fire at the mill, nobody hurt' }).waitFor()
  await page.getByRole('button', { name: 'Pin: Fire at the mill, nobody hurt' }).press('Enter')
  await page.getByRole('button', { name: 'Unpin: Fire at the mill, nobody hurt' }).waitFor()
  await page.getByRole('button', { name: 'Withdraw: Fire at the mill, nobody hurt' }).press('Enter')
  await page.getByRole('button', { name: 'Put back', exact: true }).first().press('Enter')
  await page.getByRole('button', { name: 'Unpin: Fire at the mill, nobody hurt' }).waitFor()
  await page.context().close()
})
