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
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
  })
  await context.addCookies([{ ...anna.session, url }])
  return openSection(await context.newPage(), storyId, section)
}

async function openSection(page: Page, storyId: number, section: string): Promise<Page> {
  await page.goto(`${url}/newsroom/stories/${storyId}`)
  await page.getByRole('button', { name: 'About the story' }).click()
  await page
    .getByRole('complementary', { name: 'About the story' })
    .getByText(section, { exact: true })
    .click()
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

describe('translations', () => {
  const linksOf = async (slug: string) => {
    const html = await (await fetch(`${url}/${slug}`)).text()
    return [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="[^"]*\/([^"/]+)"/g)].map(found =>
      found.slice(1).join(' '),
    )
  }

  test('are linked and unlinked in the panel; the public pages of both say so, and only of published ones', async () => {
    const english = await aStory(house, { slug: 'ferry-stays', headline: 'The ferry stays', language: 'en' })
    await aStory(house, { slug: 'die-faehre-bleibt', headline: 'Die Fähre bleibt', language: 'de' })
    const third = await aDraft(house, { slug: 'le-ferry', headline: 'Le ferry reste', language: 'fr' })
    expect(await linksOf('ferry-stays')).toEqual([])
    expect(await linksOf('die-faehre-bleibt')).toEqual([])

    const page = await about(english, 'Language and translations')
    for (const headline of ['Die Fähre bleibt', 'Le ferry reste']) {
      const finder = page.getByRole('combobox', { name: 'or link a story that is there' })
      await finder.fill(headline)
      await Promise.all([
        page.waitForEvent('load'),
        page.getByRole('option', { name: new RegExp(headline) }).click(),
      ])
      await page.getByRole('button', { name: 'About the story' }).click()
      await page.getByText('Language and translations', { exact: true }).click()
      await page.getByRole('link', { name: headline }).waitFor()
    }
    const linked = ['de die-faehre-bleibt', 'en ferry-stays', 'x-default ferry-stays']
    await expect.poll(() => linksOf('ferry-stays')).toEqual(linked)
    await expect.poll(() => linksOf('die-faehre-bleibt')).toEqual(linked)
    expect(await (await fetch(`${url}/die-faehre-bleibt`)).text()).toContain('href="/ferry-stays" lang="en"')

    await publishStory(house, { storyId: third, by: 'test' })
    await expect.poll(() => linksOf('die-faehre-bleibt')).toContain('fr le-ferry')
    await expect.poll(() => linksOf('le-ferry')).toContain('de die-faehre-bleibt')

    await Promise.all([
      page.waitForEvent('load'),
      page
        .getByRole('listitem')
        .filter({ hasText: 'Die Fähre bleibt' })
        .getByRole('button', { name: 'Take the link away' })
        .click(),
    ])
    await expect.poll(() => linksOf('die-faehre-bleibt')).toEqual([])
    await expect
      .poll(() => linksOf('ferry-stays'))
      .toEqual(['en ferry-stays', 'fr le-ferry', 'x-default ferry-stays'])
  })

  test('are begun from the text that is there, in their own language', async () => {
    const original = await aStory(house, { slug: 'oysters', headline: 'Oyster beds reopen' })
    const page = await about(original, 'Language and translations')
    await page.getByRole('combobox', { name: 'Begin a translation in' }).fill('uk')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.waitForURL(address => !address.pathname.endsWith(`/${original}`))
    await page.locator('.writing__body[lang], [lang=uk] .writing__body').first().waitFor()
    await page.getByText('The boat came in at six.').waitFor()
    await page.getByRole('button', { name: 'About the story' }).click()
    await page.getByText('Language and translations', { exact: true }).click()
    expect(await page.getByRole('combobox', { name: 'Language of the story' }).inputValue()).toBe('uk')
    await page.getByRole('link', { name: 'Oyster beds reopen' }).waitFor()
  })

  test('in a language that is there already are refused in a sentence, and nothing typed is lost', async () => {
    const one = await aDraft(house, { slug: 'low-tide', headline: 'Low tide', language: 'en' })
    await aDraft(house, { slug: 'high-tide', headline: 'High tide', language: 'en' })
    const page = await about(one, 'Language and translations')
    await page.getByRole('combobox', { name: 'or link a story that is there' }).fill('High tide')
    await page.getByRole('option', { name: /High tide/ }).click()
    await page.getByText('There is one in that language (en) already.').waitFor()
    expect(page.url()).toMatch(new RegExp(`/${one}$`))
  })
})
