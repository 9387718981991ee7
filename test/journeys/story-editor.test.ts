import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { savePublication } from '../../src/features/publication/publication.ts'
import { liveDrafts } from '../../src/features/stories/live-draft/live-drafts.ts'
import { drawn } from '../browser/drawn.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, aStory, paragraph } from '../builders/a-story.ts'
import { type SignedIn, signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

vi.setConfig({ testTimeout: 60_000 })
const open = await testHouse({ working: true })
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
  ben = await signedIn(house, 'editor', { name: 'Ben Marsh' })
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})
afterAll(() => browser?.close())

async function contextOf(person: SignedIn, options: object = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  await context.addCookies([{ ...person.session, url }])
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  contexts.push(context)
  return context
}

async function writing(storyId: number, person = anna, options: object = {}): Promise<Page> {
  return openStory(await (await contextOf(person, options)).newPage(), storyId)
}

async function openStory(page: Page, storyId: number): Promise<Page> {
  await page.goto(`${url}/newsroom/stories/${storyId}`)
  await body(page).waitFor()
  return page
}

const body = (page: Page) => page.getByRole('textbox', { name: 'Text of the story' })
const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline', exact: true })
const saved = (page: Page) => page.locator('[data-keeping=saved]').waitFor()
const draft = (storyId: number) => liveDrafts.read(house, storyId)
const kinds = async (storyId: number) => (await draft(storyId)).blocks.map(block => block.type)

async function atEnd(page: Page): Promise<void> {
  await body(page).click()
  await page.keyboard.press('Control+End')
  await drawn(page)
}

/** Pastes as the browser does, with what another program put on the clipboard. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await body(page).evaluate((element, kinds) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(kinds)) clipboardData.setData(type, text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

describe('a story that is begun', () => {
  test('has its headline, standfirst and text typed in their places, and its address made from the headline', async () => {
    const page = await (await contextOf(anna)).newPage()
    await page.goto(`${url}/newsroom/stories/new`)
    await page.getByRole('button', { name: 'Begin' }).click()
    await headline(page).waitFor()
    await page.keyboard.type('The ferry stays')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Fourteen to twelve.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The council has voted.')
    await saved(page)
    const storyId = Number(page.url().split('/').at(-1))
    await expect
      .poll(() => draft(storyId))
      .toMatchObject({
        headline: 'The ferry stays',
        standfirst: 'Fourteen to twelve.',
        slug: 'the-ferry-stays',
        language: 'en',
        blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'The council has voted.' }] }],
      })
  })

  test('is nobody else’s to open, unless they are an editor', async () => {
    const storyId = await aDraft(house)
    const reporter = await signedIn(house, 'reporter')
    expect((await reporter.get(`${url}/newsroom/stories/${storyId}`)).status).toBe(403)
    expect((await anna.get(`${url}/newsroom/stories/${storyId}`)).status).toBe(200)
  })
})

describe('two people in one story', () => {
  test('see one another’s words and names, and take back only their own', async () => {
    const storyId = await aDraft(house, { blocks: [paragraph('The boat came in.')] })
    const [a, b] = [await writing(storyId, anna), await writing(storyId, ben)]
    await a.getByRole('listitem').getByText('Ben Marsh').waitFor()
    await atEnd(a)
    await a.keyboard.type(' Anna was there.')
    await body(b).getByText('Anna was there.').waitFor()
    await body(b).locator('.caret__name', { hasText: 'Anna Quill' }).waitFor({ state: 'attached' })
    await atEnd(b)
    await b.keyboard.press('Enter')
    await b.keyboard.type('So was Ben.')
    await body(a).getByText('So was Ben.').waitFor()
    await a.keyboard.press('Control+z')
    const words = async () => JSON.stringify((await draft(storyId)).blocks)
    await expect.poll(words).not.toContain('Anna was there.')
    expect(await words()).toContain('So was Ben.')
    await a.keyboard.press('Control+Shift+z')
    await expect.poll(words).toContain('Anna was there.')
    expect(await words()).toContain('So was Ben.')
  })

  test('go on writing without a connection, and everything is merged when it is back', async () => {
    const storyId = await aDraft(house, { blocks: [paragraph('One.', 'p1'), paragraph('Two.', 'p2')] })
    const [a, b] = [await writing(storyId, anna), await writing(storyId, ben)]
    await saved(a)
    await a.context().setOffline(true)
    await a.getByText('Not connected').waitFor()
    await body(a).getByText('One.').click()
    await a.keyboard.press('End')
    await a.keyboard.type(' Written on a train.')
    await a.getByText('your text is kept here and will be merged').waitFor()
    await atEnd(b)
    await b.keyboard.type(' Written at the desk.')
    await saved(b)
    await a.context().setOffline(false)
    await body(a).getByText('Written at the desk.').waitFor()
    await body(b).getByText('Written on a train.').waitFor()
    await saved(a)
  })

  test('lose nothing when a tab is closed while there is no connection', async () => {
    const storyId = await aDraft(house, { blocks: [paragraph('One.')] })
    const page = await writing(storyId)
    await saved(page)
    await page.context().setOffline(true)
    await page.getByText('Not connected').waitFor()
    await atEnd(page)
    await page.keyboard.type(' Typed in a tunnel.')
    await page.getByText('your text is kept here and will be merged').waitFor()
    await page.close({ runBeforeUnload: false })
    const [context] = contexts
    await context!.setOffline(false)
    const again = await openStory(await context!.newPage(), storyId)
    await body(again).getByText('Typed in a tunnel.').waitFor()
    await saved(again)
    expect(JSON.stringify(await draft(storyId))).toContain('Typed in a tunnel.')
  })
})

describe('blocks', () => {
  test('come from the slash menu, from Markdown, and move by the keyboard alone', async () => {
    const storyId = await aDraft(house, { blocks: [paragraph('First.')] })
    const page = await writing(storyId)
    await atEnd(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('/smaller')
    await page.getByRole('option', { name: 'Smaller heading' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('How it fell')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- a point')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('below it')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Some **bold** and [minutes](/minutes) too')
    await saved(page)
    await expect
      .poll(() => draft(storyId).then(({ blocks }) => blocks.map(({ id: _id, ...rest }) => rest)))
      .toEqual([
        { type: 'paragraph', content: [{ type: 'text', text: 'First.' }] },
        { type: 'heading', level: 3, content: [{ type: 'text', text: 'How it fell' }] },
        {
          type: 'list',
          ordered: false,
          items: [
            {
              content: [{ type: 'text', text: 'a point' }],
              list: { ordered: false, items: [{ content: [{ type: 'text', text: 'below it' }] }] },
            },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Some ' },
            { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' and ' },
            { type: 'text', text: 'minutes', marks: [{ type: 'link', href: '/minutes' }] },
            { type: 'text', text: ' too' },
          ],
        },
      ])
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => kinds(storyId)).toEqual(['paragraph', 'heading', 'paragraph', 'list'])
  })

  test('a related story is found by typing, and shown as the page shows it', async () => {
    await aStory(house, { headline: 'Eels are back above the weir' })
    const storyId = await aDraft(house, { blocks: [] })
    const page = await writing(storyId)
    await atEnd(page)
    await page.keyboard.type('/related')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Find a story by its headline' }).fill('eels')
    await page.getByRole('option', { name: /Eels are back/ }).waitFor()
    await page.keyboard.press('Enter')
    await body(page)
      .locator('.related-story__headline', { hasText: 'Eels are back above the weir' })
      .waitFor()
    await expect.poll(() => kinds(storyId)).toContain('related-story')
  })

  test('an address that is pasted alone is shown, any other is linked', async () => {
    const storyId = await aDraft(house, { blocks: [] })
    const page = await writing(storyId)
    await atEnd(page)
    await paste(page, { 'text/plain': 'https://youtu.be/dQw4w9WgXcQ' })
    await body(page).locator('.embed__place', { hasText: 'YouTube' }).waitFor()
    await atEnd(page)
    await paste(page, { 'text/plain': 'https://council.example.org/minutes' })
    await body(page).getByRole('link', { name: 'https://council.example.org/minutes' }).waitFor()
    await expect.poll(() => kinds(storyId)).toEqual(['embed', 'paragraph'])
  })

  test('what is pasted from Google Docs comes out clean, and its picture is offered, not shown from elsewhere', async () => {
    const storyId = await aDraft(house, { blocks: [] })
    const page = await writing(storyId)
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).host))
    await atEnd(page)
    await paste(page, { 'text/html': await readFile('test/fixtures/paste/google-docs.html', 'utf8') })
    await page.getByRole('button', { name: 'Fetch this picture' }).waitFor()
    await expect
      .poll(() => kinds(storyId))
      .toEqual(expect.arrayContaining(['heading', 'paragraph', 'heading', 'list', 'table']))
    expect(asked.filter(host => host !== new URL(url).host)).toEqual([])
  })
})

describe('a picture', () => {
  const picture = async () =>
    sharp({ create: { width: 900, height: 600, channels: 3, background: '#2266aa' } })
      .withExif({ IFD0: { Artist: 'Petra Quill', ImageDescription: 'The Marram at Coal Quay.' } })
      .jpeg()
      .toBuffer()

  test('goes up where it is chosen, brings its words, and asks to be described', async () => {
    const storyId = await aDraft(house, { blocks: [] })
    const page = await writing(storyId)
    await atEnd(page)
    await page.keyboard.type('/photograph')
    await page.keyboard.press('Enter')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a picture' }).click()
    await (await chooser).setFiles({ name: 'ferry.jpg', mimeType: 'image/jpeg', buffer: await picture() })
    await body(page).getByText('The Marram at Coal Quay.').waitFor()
    await page
      .getByRole('textbox', { name: 'Description for people who cannot see it' })
      .fill('A ferry at the slip')
    await expect
      .poll(() => draft(storyId).then(({ blocks }) => blocks[0]))
      .toMatchObject({
        type: 'photograph',
        photographId: expect.any(Number),
        alt: 'A ferry at the slip',
      })
  })

  test('that is none is refused in a sentence, and can be taken out', async () => {
    const storyId = await aDraft(house, { blocks: [paragraph('Text.')] })
    const page = await writing(storyId)
    await atEnd(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('/photograph')
    await page.keyboard.press('Enter')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a picture' }).click()
    await (await chooser).setFiles({
      name: 'ferry.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('not a picture'),
    })
    await body(page).locator('.field__error').waitFor()
    expect(await body(page).locator('.field__error').textContent()).toContain('ferry.jpg')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => kinds(storyId)).not.toContain('photograph')
  })
})

describe('beside the text', () => {
  test('the page is shown as readers will have it, soon after the typing rests', async () => {
    const storyId = await aDraft(house, { blocks: [paragraph('The boat came in.')] })
    const page = await writing(storyId, anna, { viewport: { width: 1440, height: 900 } })
    await page.getByRole('button', { name: 'Preview' }).click()
    const shown = page.frameLocator('iframe[title=Preview]').first()
    await shown.getByText('The boat came in.').waitFor()
    await atEnd(page)
    await page.keyboard.type(' And went out.')
    await page.frameLocator('iframe[title=Preview]').last().getByText('And went out.').waitFor()
    const answer = await anna.get(`${url}/newsroom/stories/${storyId}/preview?theme=dark`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    const guest = await fetch(`${url}/newsroom/stories/${storyId}/preview`, { redirect: 'manual' })
    expect(guest.status).toBe(303)
  })

  test('an address that another story has is told', async () => {
    await aStory(house, { slug: 'taken-already' })
    const storyId = await aDraft(house)
    const page = await writing(storyId, anna, { viewport: { width: 1440, height: 900 } })
    await page.getByRole('button', { name: 'About the story' }).click()
    await page.getByRole('textbox', { name: 'Address' }).fill('taken-already')
    await page.getByText('Another story has or had this address.').waitFor()
  })

  test.each([390, 1440])('nothing stands in the way of anybody, at %i pixels', async width => {
    const storyId = await aDraft(house, { blocks: [paragraph('The boat came in.')] })
    const page = await writing(storyId, anna, { viewport: { width, height: 900 } })
    await saved(page)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: width < 960 ? 'About' : 'About the story', exact: true }).click()
    await page.getByRole('complementary', { name: 'About the story' }).waitFor()
    await expectNoAxeViolations(page)
  })
})

describe('without scripts', () => {
  test('a story is written in plain fields that change nothing else', async () => {
    const divider = { id: 'd', type: 'divider' }
    const storyId = await aDraft(house, { blocks: [paragraph('The boat came in.', 'p1'), divider] })
    const page = await (await contextOf(anna, { javaScriptEnabled: false })).newPage()
    await page.goto(`${url}/newsroom/stories/${storyId}`)
    await page.getByRole('link', { name: 'Write in a plain form instead' }).click()
    await page.getByRole('textbox', { name: 'Paragraph 1' }).fill('The **boat** went out.')
    await page.getByRole('textbox', { name: 'More paragraphs' }).fill('One more.\n\nAnd another.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved').waitFor()
    expect((await draft(storyId)).blocks).toMatchObject([
      {
        id: 'p1',
        content: [{ text: 'The ' }, { text: 'boat', marks: [{ type: 'bold' }] }, { text: ' went out.' }],
      },
      divider,
      { type: 'paragraph', content: [{ text: 'One more.' }] },
      { type: 'paragraph', content: [{ text: 'And another.' }] },
    ])
  })
})

test('staff come from a place on the page to that place in the editor; guests’ pages say nothing of it', async () => {
  const blocks = [paragraph('First.', 'p1'), paragraph('Second.', 'p2')]
  const storyId = await aStory(house, { slug: 'edit-me', blocks })
  const guest = await (await fetch(`${url}/edit-me`)).text()
  expect(guest).not.toContain('edit-mark')
  const page = await (await contextOf(anna)).newPage()
  await page.goto(`${url}/newsroom/stories/${storyId}#block-p2`)
  await body(page).waitFor()
  await body(page).locator('p.has-caret', { hasText: 'Second.' }).waitFor()
})
