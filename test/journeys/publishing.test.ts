import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAuthor } from '../../src/features/authors/author.ts'
import { savePublication } from '../../src/features/publication/publication.ts'
import { planStory } from '../../src/features/stories/publishing/plan-story.ts'
import { liveDrafts } from '../../src/features/stories/story.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { expectValidHtml } from '../browser/expect-valid-html.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft } from '../builders/a-story.ts'
import { type SignedIn, signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

// A story from nothing to published and corrected, by an editor who touches no mouse.

const one = await testHouse({ working: true })
const { house } = one
const { db } = house
let base: string
let browser: Browser
let page: Page
let editor: SignedIn
let names: { authors: number[]; topics: number[] }
let storyId: number

beforeAll(async () => {
  base = await one.serve()
  await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })
  names = {
    authors: [await saveAuthor(house, { slug: 'petra', name: 'Petra Quill' })],
    topics: [await saveTopic(house, { slug: 'harbour', name: 'Harbour' })],
  }
  editor = await signedIn(house, 'editor', { name: 'Maeve Tierney' })
  browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ ...editor.session, url: base }])
  page = await context.newPage()
}, 60_000)
afterAll(() => browser?.close())

/** Tab, until the control with this name has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate<string>(`(() => {
      const e = document.activeElement
      const labels = e.labels ? [...e.labels].map(l => l.textContent) : []
      return [e.getAttribute('aria-label'), ...labels, e.tagName === 'TEXTAREA' ? '' : e.textContent]
        .filter(Boolean).map(t => t.trim().replace(/\\s+/g, ' ')).join('|')
    })()`)
    if (here.split('|').includes(name)) return
  }
  throw new Error(`“${name}” cannot be reached by Tab on ${page.url()}`)
}

async function isSound(): Promise<void> {
  await expectNoAxeViolations(page)
  await expectValidHtml(await page.content())
}

async function draftOf(id: number) {
  return liveDrafts.read(house, id)
}

/** Types into a field that finds while one types, and takes the first that is found. */
async function find(words: string, name: string): Promise<void> {
  await page.keyboard.type(words)
  await page.getByRole('option', { name, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Leave out ${name}` }).waitFor()
}

test('the story is begun from the list and written', { timeout: 60_000 }, async () => {
  await page.goto(`${base}/newsroom/stories`)
  await page.keyboard.press('n')
  // The field has the focus by itself, once the page is drawn.
  await page.locator('#new-headline:focus').waitFor()
  await page.keyboard.type('The ferry stays')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/newsroom\/stories\/\d+$/)
  storyId = Number(page.url().split('/').at(-1))
  await page.getByRole('textbox', { name: 'Text of the story' }).waitFor()
  await tabTo('Text of the story')
  await page.keyboard.type('The council voted at ten past one.')
  await expect
    .poll(async () => JSON.stringify(await draftOf(storyId)), { timeout: 15_000 })
    .toMatch(/"slug":"the-ferry-stays".*ten past one/)
})

test('the checks say what is missing, and lead to where it is put right', { timeout: 60_000 }, async () => {
  await page.keyboard.press('Control+Shift+P')
  await page.waitForURL(/\/publish$/)
  await isSound()
  const checks = page.locator('#checks')
  for (const sentence of ['no standfirst', 'no topic', 'no author', 'whether AI helped'])
    await expect.poll(() => checks.textContent()).toContain(sentence)
  await tabTo('Nothing')
  await page.keyboard.press('Space')
  await tabTo('Save the answer')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=ai-help/)
  expect(await page.locator('#checks').textContent()).not.toContain('whether AI helped')

  await tabTo('Go there: The story has no topic.')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#field-topics$/)
  // The field has the focus, in the panel that was opened for it.
  await page.locator('#field-topics input:focus').waitFor()
  await find('harb', 'Harbour')
  await page.keyboard.press('Control+Shift+P')
  await page.waitForURL(/\/publish$/)
  await tabTo('Go there: The story has no author.')
  await page.keyboard.press('Enter')
  await page.locator('#field-authors input:focus').waitFor()
  await find('petra', 'Petra Quill')
  await tabTo('Standfirst')
  await page.keyboard.type('By two votes, after midnight.')
  await expect
    .poll(() => draftOf(storyId), { timeout: 15_000 })
    .toMatchObject({ ...names, standfirst: 'By two votes, after midnight.' })
  await page.keyboard.press('Control+Shift+P')
  await page.waitForURL(/\/publish$/)
  await expect
    .poll(() => page.locator('#checks').textContent())
    .toContain('Everything that can be checked is in order.')
})

test('it is published, and readers have it within a second', { timeout: 60_000 }, async () => {
  await fetch(`${base}/`)
  await tabTo('Publish')
  const pressed = performance.now()
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=published/)
  await expect
    .poll(async () => (await fetch(`${base}/`)).text(), { interval: 20 })
    .toContain('The ferry stays')
  expect(performance.now() - pressed).toBeLessThan(2000)
  expect(await page.locator('#notice').textContent()).toContain('The story is published.')
})

test('a change is published as a correction that readers can see everywhere', {
  timeout: 60_000,
}, async () => {
  await tabTo('Back to the text')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Standfirst' }).waitFor()
  await tabTo('Standfirst')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('By three votes, after midnight.')
  await expect
    .poll(() => draftOf(storyId), { timeout: 15_000 })
    .toMatchObject({ standfirst: 'By three votes, after midnight.' })
  await page.keyboard.press('Control+Shift+P')
  await page.waitForURL(/\/publish$/)
  expect(await page.getByText('Changed since it was last published: standfirst.').count()).toBe(1)
  await tabTo('Update')
  await page.keyboard.press('ArrowDown')
  await tabTo('The correction')
  await page.keyboard.type('We wrote that it was two votes. It was three.')
  await isSound()
  await tabTo('Publish the change')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=corrected/)
  for (const path of ['/the-ferry-stays', '/corrections', '/corrections/rss.xml'])
    await expect.poll(async () => (await fetch(base + path)).text()).toContain('It was three.')
  const story = await (await fetch(`${base}/the-ferry-stays`)).text()
  expect(story).toContain('CorrectionComment')
  expect(story).toContain('By three votes')
})

test('the week shows it, and is sound in light and dark and on a phone', { timeout: 60_000 }, async () => {
  await page.goto(`${base}/newsroom/planning`)
  expect(await page.locator('.week__day--today').textContent()).toContain('The ferry stays')
  await isSound()
  await tabTo('The week after →')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.week__day--today').count()).toBe(0)
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of ['/newsroom/planning', `/newsroom/stories/${storyId}/publish`]) {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(base + path)
    await expectNoAxeViolations(page)
    const beyond = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(beyond, `${path}: pixels beyond the edge`).toBeLessThanOrEqual(0)
  }
})

test('what others plan and publish appears in the week by itself, and disturbs nobody who changes a plan', {
  timeout: 60_000,
}, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ ...editor.session, url: base }])
  const week = await context.newPage()
  await week.goto(`${base}/newsroom/planning`)
  const today = week.locator('.week__day--today')
  const others = await signedIn(house, 'editor')
  const plan = async (headline: string) => {
    const id = await aDraft(house, { headline })
    await planStory(house, { storyId: id, by: others.staff, plan: { dueAt: new Date() } })
  }
  await plan('Seals on the pier')
  await expect.poll(() => today.textContent(), { timeout: 15_000 }).toContain('Seals on the pier')
  const form = week.locator('details.week__change', { has: week.locator('form') }).first()
  await form.locator('summary').click()
  await form.getByLabel('Due').fill('2031-01-02T03:04')
  const asked = week.waitForResponse(answer => answer.url().endsWith('/newsroom/planning'), { timeout: 6000 })
  await plan('Otters, too')
  // As long as the form is open, the page does not even ask.
  await expect(asked).rejects.toThrow()
  expect(await form.getByLabel('Due').inputValue()).toBe('2031-01-02T03:04')
  await form.locator('summary').click()
  await expect.poll(() => today.textContent(), { timeout: 15_000 }).toContain('Otters, too')
  await context.close()
})

test('every act of it is in the audit log', async () => {
  const acts = await db
    .selectFrom('audit_log')
    .select(['act', 'staff_name'])
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', String(storyId))
    .orderBy('id')
    .execute()
  expect(acts).toEqual(
    ['begin-story', 'answer-ai-help', 'publish-story', 'correct-story', 'publish-story'].map(act => ({
      act,
      staff_name: 'Maeve Tierney',
    })),
  )
})
