import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { storePhotograph } from '../../src/features/media/photograph.ts'
import { liveDrafts } from '../../src/features/stories/live-draft/live-drafts.ts'
import { drawn } from '../browser/drawn.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, paragraph } from '../builders/a-story.ts'
import { type SignedIn, signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'
import { jpegPicture } from '../builders/test-pictures.ts'

vi.setConfig({ testTimeout: 60_000 })
const open = await testHouse({ working: true })
const { house } = open
const folder = await mkdtemp(join(tmpdir(), 'masthead-dropped-'))
let browser: Browser
let url: string
let anna: SignedIn

beforeAll(async () => {
  url = await open.serve()
  browser = await launchBrowser()
  anna = await signedIn(house, 'editor', { name: 'Anna Quill' })
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

async function writing(storyId: number): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 1800 },
  })
  await context.addCookies([{ ...anna.session, url }])
  const page = await context.newPage()
  await page.goto(`${url}/newsroom/stories/${storyId}`)
  await page.locator('[data-keeping=saved]').waitFor()
  return page
}

const body = (page: Page) => page.getByRole('textbox', { name: 'Text of the story' })
const ids = async (storyId: number) => (await liveDrafts.read(house, storyId)).blocks.map(({ id }) => id)
const three = () => [paragraph('First.', 'p1'), paragraph('Second.', 'p2'), paragraph('Third.', 'p3')]

async function middleOf(place: Locator): Promise<{ x: number; y: number; height: number }> {
  const box = (await place.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height }
}

/** Takes a block by its handle and lets it go in the upper or lower half of another. */
async function drag(page: Page, from: Locator, to: Locator, half: 'upper' | 'lower'): Promise<void> {
  const start = await middleOf(from)
  await page.mouse.move(start.x, start.y)
  const handle = await middleOf(page.locator('.drag-handle'))
  await page.mouse.move(handle.x, handle.y)
  await page.mouse.down()
  const end = await middleOf(to)
  const y = end.y + (half === 'upper' ? -0.45 : 0.45) * end.height
  await page.mouse.move(handle.x + 20, handle.y, { steps: 3 })
  await page.mouse.move(end.x, y, { steps: 8 })
  await drawn(page)
  await page.mouse.up()
}

describe('with the mouse', () => {
  test('a block is taken by its handle and put down elsewhere, and that is undone in one step', async () => {
    const storyId = await aDraft(house, { blocks: three() })
    const page = await writing(storyId)
    const block = (words: string) => body(page).locator(':scope > p', { hasText: words })
    await drag(page, block('First.'), block('Third.'), 'lower')
    await expect.poll(() => ids(storyId)).toEqual(['p2', 'p3', 'p1'])
    await drag(page, block('Third.'), block('Second.'), 'upper')
    await expect.poll(() => ids(storyId)).toEqual(['p3', 'p2', 'p1'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => ids(storyId)).toEqual(['p2', 'p3', 'p1'])
    expect(await body(page).locator(':scope > p').allInnerTexts()).toEqual(['Second.', 'Third.', 'First.'])
  })

  test('a photograph moves with its words, and a heading stays a heading', async () => {
    const { id: photographId } = await storePhotograph(house, {
      bytes: await jpegPicture(),
      name: 'quay.jpg',
      alt: 'The quay',
      caption: 'The quay at six.',
    })
    const caption = [{ type: 'text', text: 'At six.' }]
    const storyId = await aDraft(house, {
      blocks: [
        { id: 'h', type: 'heading', level: 2, content: [{ type: 'text', text: 'Low water' }] },
        { id: 'f', type: 'photograph', photographId, caption, alt: 'Boats' },
        paragraph('Last.', 'p'),
      ],
    })
    const before = (await liveDrafts.read(house, storyId)).blocks
    const page = await writing(storyId)
    await body(page).locator('figure img').waitFor()
    await drag(page, body(page).locator('figure'), body(page).locator(':scope > p'), 'lower')
    await expect.poll(() => ids(storyId)).toEqual(['h', 'p', 'f'])
    await drag(page, body(page).locator('h2'), body(page).locator(':scope > p'), 'lower')
    await expect.poll(() => ids(storyId)).toEqual(['p', 'h', 'f'])
    expect((await liveDrafts.read(house, storyId)).blocks).toEqual([before[2], before[0], before[1]])
  })

  test('files from outside stand where they were let go, and go up', async () => {
    const picture = join(folder, 'ferry.jpg')
    const table = join(folder, 'minutes.pdf')
    await writeFile(picture, await jpegPicture())
    await writeFile(table, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    const storyId = await aDraft(house, { blocks: three() })
    const page = await writing(storyId)
    const { x, y } = await middleOf(body(page).locator(':scope > p', { hasText: 'Second.' }))
    await dropFiles(page, { x, y: y - 4 }, [picture, table])
    const kinds = async () => (await liveDrafts.read(house, storyId)).blocks.map(({ type }) => type)
    await expect.poll(kinds).toEqual(['paragraph', 'photograph', 'file', 'paragraph', 'paragraph'])
    await expect
      .poll(async () => (await liveDrafts.read(house, storyId)).blocks[1])
      .toMatchObject({ photographId: expect.any(Number) })
    await expect
      .poll(async () => (await liveDrafts.read(house, storyId)).blocks[2])
      .toMatchObject({ fileId: expect.any(Number) })
  })
})

test('by keyboard alone blocks move up and down, whole ones too, and stop at the ends', async () => {
  const storyId = await aDraft(house, { blocks: [...three(), { id: 'd', type: 'divider' }] })
  const page = await writing(storyId)
  await body(page).locator(':scope > p', { hasText: 'First.' }).click()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.type('And ')
  await expect.poll(() => ids(storyId)).toEqual(['p2', 'p3', 'p1', 'd'])
  await body(page).locator('.writing__divider').click()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => ids(storyId)).toEqual(['p2', 'd', 'p3', 'p1'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => ids(storyId)).toEqual(['p2', 'p3', 'p1', 'd'])
})

/** As the browser gets files from the desktop: entered, moved over, let go. */
async function dropFiles(page: Page, at: { x: number; y: number }, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
}
