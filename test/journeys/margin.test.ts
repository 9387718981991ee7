import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { savePublication } from '../../src/features/publication/publication.ts'
import { liveDrafts } from '../../src/features/stories/live-draft/live-drafts.ts'
import { drawn } from '../browser/drawn.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, aStory, paragraph } from '../builders/a-story.ts'
import { readLettersTo } from '../builders/practice-letters.ts'
import { type SignedIn, signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

// Notes, suggestions and the timeline as two people use them in two browsers.

vi.setConfig({ testTimeout: 60_000 })
const open = await testHouse()
const { house } = open
const contexts: BrowserContext[] = []
let browser: Browser
let url: string
let anna: SignedIn
let ben: SignedIn

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Dublin', language: 'en' })
  url = await open.serve()
  browser = await launchBrowser()
  anna = await signedIn(house, 'editor', { name: 'Anna Quill' })
  ben = await signedIn(house, 'editor', { name: 'Ben Marsh', email: 'ben@paper.example' })
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})
afterAll(() => browser?.close())

async function pageFor(person: SignedIn, path: string, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  await context.addCookies([{ ...person.session, url }])
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(url + path)
  return page
}

async function writing(storyId: number, person: SignedIn, options: object = {}): Promise<Page> {
  const page = await pageFor(person, `/newsroom/stories/${storyId}`, options)
  await body(page).waitFor()
  return page
}

const body = (page: Page) => page.getByRole('textbox', { name: 'Text of the story' })
const saved = (page: Page) => page.locator('[data-keeping=saved]').waitFor()
const beside = (page: Page) => page.getByRole('complementary', { name: 'Notes and suggestions' })
const thread = (page: Page, words: string) => beside(page).locator('.note').filter({ hasText: words })
const words = async (storyId: number) =>
  (await liveDrafts.read(house, storyId)).blocks
    .map(({ content }) => (content as { text: string }[]).map(({ text }) => text).join(''))
    .join('¶')

/** Selects words of the text as somebody with a mouse does, whatever marks they carry, until the editor has seen it. */
async function select(page: Page, found: string): Promise<void> {
  await body(page).click()
  const mark = () =>
    body(page).evaluate((element, text) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(text) ?? -1
        if (at < 0) continue
        getSelection()?.setBaseAndExtent(node, at, node, at + text.length)
        return
      }
      throw new Error(`"${text}" is not in the text`)
    }, found)
  // The editor passes over what is selected in the moment it gets the focus.
  await expect
    .poll(() => mark().then(() => page.getByRole('toolbar').isVisible()), { timeout: 10_000 })
    .toBe(true)
}

/** The caret to the end of the text, and until the browser has told the editor: nobody's fingers are faster. */
async function toEnd(page: Page): Promise<void> {
  await body(page).press('Control+End')
  await drawn(page)
}

test('a note is written beside its words, names somebody, is answered and resolved, and both see it', async () => {
  const storyId = await aDraft(house, {
    headline: 'Harbour dues',
    blocks: [paragraph('The boat came in at six.', 'a'), paragraph('It left at nine.', 'b')],
  })
  const [a, b] = [await writing(storyId, anna), await writing(storyId, ben)]
  await b.getByRole('button', { name: 'Notes', exact: true }).first().click()
  await beside(b).getByText('No open notes').waitFor()
  await select(a, 'at nine')
  await a.keyboard.press('Control+Alt+m')
  const field = beside(a).getByRole('textbox', { name: 'Note' })
  await expect.poll(() => field.evaluate(element => element === document.activeElement)).toBe(true)
  await a.keyboard.type('Who says so, @be')
  await a.getByRole('option', { name: 'Ben Marsh' }).waitFor()
  await a.keyboard.press('Enter')
  await a.keyboard.type('?')
  await expectNoAxeViolations(a)
  await beside(a).getByRole('button', { name: 'Save the note' }).click()
  await thread(a, 'Who says so, @Ben Marsh ?').waitFor()
  await thread(b, 'Who says so').waitFor()
  await body(b).locator('.noted', { hasText: 'at nine' }).waitFor()
  expect(await thread(a, 'Who says so').locator('.note__gone').isVisible()).toBe(false)
  const [letter] = await readLettersTo(house, 'ben@paper.example')
  expect(letter?.text).toContain('at nine')
  // The thread stands beside its words.
  const [note, mark] = await Promise.all([
    thread(a, 'Who says so').boundingBox(),
    body(a).locator('.noted').boundingBox(),
  ])
  expect(Math.abs(note!.y - mark!.y)).toBeLessThan(40)

  await thread(b, 'Who says so').getByText('Answer', { exact: true }).click()
  await thread(b, 'Who says so').getByRole('textbox').fill('The harbour master.')
  await a.keyboard.press('Control+Home')
  await thread(b, 'Who says so').getByRole('button', { name: 'Send the answer' }).click()
  await thread(a, 'The harbour master.').waitFor()
  await thread(a, 'Who says so').getByRole('button', { name: 'Resolve' }).click()
  await thread(b, 'Who says so').waitFor({ state: 'detached' })
  await body(b).locator('.noted').waitFor({ state: 'detached' })
  await expectNoAxeViolations(b)
  expect(await words(storyId)).toBe('The boat came in at six.¶It left at nine.')
})

test('what is being typed stays while others write, and a note outlives its words', async () => {
  const storyId = await aDraft(house, { blocks: [paragraph('The boat came in at six.', 'a')] })
  const [a, b] = [await writing(storyId, anna), await writing(storyId, ben)]
  await select(a, 'at six')
  await a.keyboard.press('Control+Alt+m')
  await a.keyboard.type('Really?')
  await a.getByRole('button', { name: 'Save the note' }).click()
  await thread(a, 'Really?').getByText('Answer', { exact: true }).click()
  await thread(a, 'Really?').getByRole('textbox').fill('Half an ans')
  await b.getByRole('button', { name: 'Notes', exact: true }).first().click()
  await beside(b).getByText('New note').click()
  await beside(b).getByRole('textbox', { name: 'Note' }).fill('On all of it')
  await beside(b).getByRole('button', { name: 'Save the note' }).click()
  await thread(a, 'On all of it').waitFor()
  expect(await thread(a, 'Really?').getByRole('textbox').inputValue()).toBe('Half an ans')
  await select(b, 'at six')
  await b.keyboard.press('Delete')
  await thread(a, 'Really?').getByText('The text is gone').waitFor()
  // A note that is given up leaves no mark.
  await select(b, 'boat')
  await b.keyboard.press('Control+Alt+m')
  await body(b).locator('.noted').waitFor()
  await b.keyboard.press('Escape')
  await body(b).locator('.noted').waitFor({ state: 'detached' })
  await saved(b)
  await b.goto(`${url}/newsroom/stories/${storyId}/notes`)
  await b.getByText('The text is gone').waitFor()
  await expectNoAxeViolations(b)
  await expectValidHtml(await b.content())
})

test('what is suggested waits until it is accepted or rejected, by mouse or by keyboard', async () => {
  const storyId = await aDraft(house, {
    blocks: [paragraph('The boat came in at six.', 'a'), paragraph('It left at nine.', 'b')],
  })
  const [a, b] = [await writing(storyId, anna), await writing(storyId, ben)]
  await a.getByRole('button', { name: 'Suggesting', exact: true }).click()
  await select(a, 'boat')
  await a.keyboard.type('ferry')
  await select(a, 'nine')
  await a.keyboard.press('Backspace')
  await a.keyboard.type('ten')
  await toEnd(a)
  await a.keyboard.press('Enter')
  await a.keyboard.type('Nobody was hurt.')
  await body(b).getByText('Nobody was hurt.').waitFor()
  await saved(a)
  expect(await words(storyId)).toBe('The boat came in at six.¶It left at nine.')
  // What cannot be suggested is said and not done.
  await select(a, 'came')
  await a.keyboard.press('Control+b')
  await a.getByRole('status').filter({ hasText: 'Only words can be suggested' }).waitFor()
  await b.getByRole('button', { name: 'Notes', exact: true }).first().click()
  await beside(b).getByRole('button', { name: 'Suggestions', exact: true }).click()
  const items = beside(b).locator('.suggestion')
  await expect.poll(() => items.count()).toBe(3)
  expect(await items.nth(0).innerText()).toMatch(/Anna Quill[\s\S]*Delete boat Insert ferry/)
  await expectNoAxeViolations(b)
  await beside(b).getByRole('button', { name: 'Accept: ferry' }).click()
  await expect.poll(() => items.count()).toBe(2)
  await select(b, 'ten')
  await b.keyboard.press('Control+Alt+r')
  await expect.poll(() => items.count()).toBe(1)
  await b.keyboard.press('Control+Alt+a')
  await beside(b).getByText('No suggestions').waitFor()
  await body(a).locator('ins').waitFor({ state: 'detached' })
  await saved(b)
  await expect.poll(() => words(storyId)).toBe('The ferry came in at six.¶It left at nine.¶Nobody was hurt.')
  // Off again: what is typed is the text.
  await a.getByRole('button', { name: 'Suggesting', exact: true }).click()
  await toEnd(a)
  await a.keyboard.type(' Thanks.')
  await saved(a)
  await expect.poll(() => words(storyId)).toContain('hurt. Thanks.')
})

test('an earlier text is found in the timeline, compared in words, and put back before open eyes', async () => {
  const storyId = await aStory(house, { blocks: [paragraph('The boat came in at six.', 'a')] })
  const a = await writing(storyId, anna)
  await select(a, 'at six')
  await a.keyboard.type('late')
  await saved(a)
  const b = await pageFor(ben, `/newsroom/stories/${storyId}/timeline`)
  const difference = b.getByRole('region', { name: 'What is different' })
  await b.getByRole('radio', { name: /^Compare from: Revision 1/ }).check()
  await b.getByRole('button', { name: 'Compare' }).click()
  await difference.locator('del', { hasText: 'at six' }).waitFor()
  await difference.locator('ins', { hasText: 'late' }).waitFor()
  await expectNoAxeViolations(b)
  await expectValidHtml(await b.content())
  await b.getByRole('button', { name: /^Restore: Revision 1/ }).click()
  await body(a).getByText('The boat came in at six.').waitFor()
  await b.getByRole('button', { name: 'Put back what stood there' }).click()
  await body(a).getByText('The boat came in late.').waitFor()
})

test('on a phone the notes come as a sheet over the text', async () => {
  const storyId = await aDraft(house, { blocks: [paragraph('The boat came in at six.', 'a')] })
  const page = await writing(storyId, anna, { viewport: { width: 390, height: 844 } })
  await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Notes' }).click()
  await beside(page).getByText('New note').click()
  await beside(page).getByRole('textbox', { name: 'Note' }).fill('From the train')
  await beside(page).getByRole('button', { name: 'Save the note' }).click()
  await thread(page, 'From the train').waitFor()
  await expectNoAxeViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('without scripts, notes are written, answered and resolved all the same', async () => {
  const storyId = await aDraft(house)
  const page = await pageFor(anna, `/newsroom/stories/${storyId}/notes`, { javaScriptEnabled: false })
  await page.getByText('New note').click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Plain words for @Ben Marsh')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await page.getByText('Written to: Ben Marsh').waitFor()
  await page.getByText('Answer', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Answer to Anna Quill' }).fill('And an answer')
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText('And an answer').waitFor()
  await page.getByRole('button', { name: 'Resolve' }).click()
  await page.getByText('No open notes').waitFor()
})
