import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { saveAuthor } from '../../src/features/authors/author.ts'
import { savePublication } from '../../src/features/publication/publication.ts'
import { liveDrafts } from '../../src/features/stories/live-draft/live-drafts.ts'
import { publishStory } from '../../src/features/stories/story.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, aStory } from '../builders/a-story.ts'
import { type SignedIn, signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

vi.setConfig({ testTimeout: 60_000 })
const open = await testHouse({ working: true })
const { house } = open
let browser: Browser
let url: string
let anna: SignedIn
let author: number
let topic: number

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Dublin', language: 'en' })
  url = await open.serve()
  browser = await launchBrowser()
  anna = await signedIn(house, 'editor', { name: 'Anna Quill' })
  author = await saveAuthor(house, { slug: 'maeve', name: 'Maeve' })
  topic = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
})
afterAll(() => browser?.close())

/** The story's panel, with one of its sections opened. */
async function about(storyId: number, section: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ ...anna.session, url }])
  return openSection(await context.newPage(), storyId, section)
}

async function openSection(page: Page, storyId: number, section: string): Promise<Page> {
  await page.goto(`${url}/newsroom/stories/${storyId}`)
  await page.getByRole('button', { name: 'About the story' }).click()
  await page.getByRole('complementary', { name: 'About the story' }).getByText(section, { exact: true }).click()
  return page
}

const saved = (page: Page) => page.locator('[data-keeping=saved]').waitFor()
const draft = (storyId: number) => liveDrafts.read(house, storyId)

describe('help by AI', () => {
  test('is told beside the text, is no question at publishing any more, and readers are told', async () => {
    const storyId = await aDraft(house, { authors: [author], topics: [topic], slug: 'tides-in-figures' })
    const publishing = async () => (await anna.get(`${url}/newsroom/stories/${storyId}/publish`)).text()
    expect(await publishing()).toContain('Nobody has said yet whether AI helped')
    const page = await about(storyId, 'Help by AI')
    await page.getByRole('checkbox', { name: 'Transcription' }).check()
    await page.getByRole('checkbox', { name: 'Data analysis' }).check()
    await page.getByText('AI helped with transcription and data analysis.').waitFor()
    await expectNoAxeViolations(page)
    await saved(page)
    await expect
      .poll(() => draft(storyId).then(({ aiHelp }) => aiHelp))
      .toEqual({ with: ['transcription', 'data'], line: '' })
    expect(await publishing()).not.toContain('Nobody has said yet whether AI helped')
    await publishStory(house, { storyId, by: 'test' })
    expect(await (await fetch(`${url}/tides-in-figures`)).text()).toContain(
      'AI helped with transcription and data analysis.',
    )

    const words = 'A program wrote down the recordings; we read all of it.'
    await page.getByRole('textbox', { name: 'What readers are told, in your own words' }).fill(words)
    await expect.poll(() => draft(storyId).then(({ aiHelp }) => aiHelp?.line)).toBe(words)
    await publishStory(house, { storyId, by: 'test', kind: 'update' })
    await expect.poll(async () => (await fetch(`${url}/tides-in-figures`)).text()).toContain(words)
  })

  test('can be none, which is an answer, and can be taken back', async () => {
    const storyId = await aDraft(house)
    const page = await about(storyId, 'Help by AI')
    const answer = () => draft(storyId).then(({ aiHelp }) => aiHelp)
    await page.getByRole('checkbox', { name: 'Nothing' }).check()
    await expect.poll(answer).toEqual({ with: [], line: '' })
    await page.getByRole('checkbox', { name: 'Research' }).check()
    await expect.poll(answer).toEqual({ with: ['research'], line: '' })
    expect(await page.getByRole('checkbox', { name: 'Nothing' }).isChecked()).toBe(false)
    await page.getByRole('checkbox', { name: 'Research' }).uncheck()
    await expect.poll(answer).toBeNull()
  })
})
