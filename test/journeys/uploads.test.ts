import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { liveDrafts } from '../../src/features/stories/live-draft/live-drafts.ts'
import { drawn } from '../browser/drawn.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, paragraph } from '../builders/a-story.ts'
import { databaseLine } from '../builders/database-line.ts'
import { smallDisk } from '../builders/small-disk.ts'
import { type SignedIn, signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'

vi.setConfig({ testTimeout: 60_000 })
const disk = smallDisk(24)
const open = await testHouse({
  working: true,
  config: disk ? { dataDir: join(disk.folder, 'data') } : {},
})
const { house } = open
const folder = await mkdtemp(join(tmpdir(), 'masthead-uploads-'))
let browser: Browser
let url: string
let anna: SignedIn

beforeAll(async () => {
  url = await open.serve()
  await writeFile(join(folder, 'huge.jpg'), '')
  await truncate(join(folder, 'huge.jpg'), 50 * 1_048_576 + 1)
  browser = await launchBrowser()
  anna = await signedIn(house, 'editor', { name: 'Anna Quill' })
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

async function writing(storyId: number, person = anna, at = url): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 1400 },
  })
  await context.addCookies([{ ...person.session, url }])
  const page = await context.newPage()
  // "This page has something on its way": whoever leaves all the same says yes.
  page.on('dialog', dialog => void dialog.accept())
  return openStory(page, storyId, at)
}

async function openStory(page: Page, storyId: number, at: string): Promise<Page> {
  await page.goto(`${at}/newsroom/stories/${storyId}`)
  await page.locator('[data-keeping=saved]').waitFor()
  return page
}

/** A picture that cannot be made small, so that its sending takes a while on a slow line. */
async function grainy(name = 'ferry.jpg') {
  const [width, height] = [500, 330]
  const raw = { width, height, channels: 3 as const }
  const buffer = await sharp(randomBytes(width * height * 3), { raw })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

type Sent = Awaited<ReturnType<typeof grainy>>

async function choose(page: Page, button: Locator, files: Sent | Sent[] | string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(files)
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** From now on the line takes so many bytes a second upwards; -1 for all it can. */
async function lineTakes(page: Page, bytes: number): Promise<void> {
  // Another session would add its own limit to that of the first.
  const known = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, known)
  const session = await known
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytes,
  })
}

/** Pictures are developed while this machine does other things. */
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 })
const body = (page: Page) => page.getByRole('textbox', { name: 'Text of the story' })
const blocks = async (storyId: number) => (await liveDrafts.read(house, storyId)).blocks
const photograph = (place: Locator) => place.getByRole('button', { name: 'Choose a picture' })
const kinds = async (storyId: number) => (await blocks(storyId)).map(({ type }) => type)
const arrived = { type: 'photograph', photographId: expect.any(Number) }

async function begun(person = anna, at = url): Promise<{ storyId: number; page: Page }> {
  const storyId = await aDraft(house, { blocks: [paragraph('Text.', 'p')] })
  const page = await writing(storyId, person, at)
  await body(page).click()
  await page.keyboard.press('Control+End')
  await drawn(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/photograph')
  await page.keyboard.press('Enter')
  await photograph(body(page)).waitFor()
  return { storyId, page }
}

describe('a picture on its way into the text', () => {
  test('can be cancelled, and nothing remains of it', async () => {
    const { storyId, page } = await begun()
    await lineTakes(page, 10_000)
    await choose(page, photograph(body(page)), await grainy())
    await page.getByText(/Sending ferry\.jpg/).waitFor()
    await body(page).getByRole('button', { name: 'Cancel' }).click()
    await lineTakes(page, -1)
    await soon(() => kinds(storyId)).not.toContain('photograph')
    expect(await body(page).locator('progress').count()).toBe(0)
  })

  test('goes up again after the connection was cut', async () => {
    const line = databaseLine()
    onTestFinished(line.close)
    const { hostname: host, port } = new URL(url)
    const led = (await line.lead({ host, port: Number(port) })) as { port: number }
    const { storyId, page } = await begun(anna, `http://${host}:${led.port}`)
    await lineTakes(page, 10_000)
    await choose(page, photograph(body(page)), await grainy())
    await page.getByText(/Sending ferry\.jpg/).waitFor()
    line.cut()
    await body(page).getByText('The newsroom did not answer.').waitFor()
    line.restore()
    await lineTakes(page, -1)
    await body(page).getByRole('button', { name: 'Try again' }).click()
    await soon(async () => (await blocks(storyId))[1]).toMatchObject(arrived)
  })

  test('leaves word of it when the page was loaded again meanwhile, for whoever sent it and for others', async () => {
    const { storyId, page } = await begun()
    await lineTakes(page, 5000)
    await choose(page, photograph(body(page)), await grainy())
    await page.getByText(/Sending ferry\.jpg/).waitFor()
    const other = await writing(storyId, await signedIn(house, 'editor'))
    await other.getByText('Somebody is sending ferry.jpg.').waitFor()
    await page.locator('[data-keeping=saved]').waitFor()
    await page.reload()
    await body(page).getByText('The sending of ferry.jpg was interrupted.').waitFor()
    await page.close()
    // Whoever has left sends nothing any more.
    await body(other).getByText('The sending of ferry.jpg was interrupted.').waitFor()
    await choose(other, photograph(body(other)), await grainy())
    await soon(async () => (await blocks(storyId))[1]).toMatchObject(arrived)
  })

  test.each([
    ['empty', { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }, 'empty.jpg'],
    [
      'of the wrong kind',
      { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear all') },
      'notes.jpg',
    ],
    ['too large', join(folder, 'huge.jpg'), 'huge.jpg” is larger than 50 MB'],
  ])('%s is refused in a sentence, and another can be taken', async (_what, file, sentence) => {
    const { storyId, page } = await begun()
    await choose(page, photograph(body(page)), file)
    const told = body(page).locator('.field__error')
    await told.waitFor()
    expect(await told.textContent()).toContain(sentence)
    await body(page).getByRole('button', { name: 'Cancel' }).click()
    await soon(() => kinds(storyId)).not.toContain('photograph')
  })

  test('is not taken from somebody who was signed out, and that is said', async () => {
    const ben = await signedIn(house, 'editor')
    const { page } = await begun(ben)
    await page.route('**/standing', route => route.abort())
    await house.db.deleteFrom('staff_sessions').where('staff_id', '=', ben.staff.id).execute()
    await choose(page, photograph(body(page)), await grainy())
    const told = body(page).locator('.field__error')
    await told.waitFor()
    expect(await told.textContent()).toMatch(/signed out/i)
  })

  test.skipIf(!disk)(
    'waits in its place while the disk is full, and goes up once there is room',
    async () => {
      const { storyId, page } = await begun()
      await disk!.leave(20_000)
      await choose(page, photograph(body(page)), await grainy())
      await body(page).getByText('The disk is full').waitFor()
      await disk!.makeRoom()
      await body(page).getByRole('button', { name: 'Try again' }).click()
      await soon(async () => (await blocks(storyId))[1]).toMatchObject(arrived)
    },
  )
})

describe('pictures of a gallery', () => {
  const gallery = async () => {
    const storyId = await aDraft(house, {
      blocks: [paragraph('Text.', 'p'), { id: 'g', type: 'gallery', photographs: [] }],
    })
    const page = await writing(storyId)
    return { storyId, page, add: body(page).getByRole('button', { name: 'Add pictures' }) }
  }
  const shown = async (storyId: number) =>
    (await blocks(storyId)).flatMap(({ photographs }) => (photographs as unknown[] | undefined) ?? []).length

  test('go up several at once; one that is none is told beside the others, which arrive', async () => {
    const { storyId, page, add } = await gallery()
    const none = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear all') }
    await choose(page, add, [
      await grainy('one.jpg'),
      none,
      await grainy('two.jpg'),
      await grainy('three.jpg'),
    ])
    await soon(() => shown(storyId)).toBe(3)
    await body(page).getByText('notes.jpg').first().waitFor()
    await body(page).getByRole('button', { name: 'Cancel' }).click()
    await soon(() => body(page).locator('.waiting-picture').count()).toBe(0)
  })

  test('leave word of them when the page is loaded again meanwhile; each can be chosen again or left out', async () => {
    const { storyId, page, add } = await gallery()
    await lineTakes(page, 5000)
    await choose(page, add, [await grainy('one.jpg'), await grainy('two.jpg')])
    await page.getByText(/Sending two\.jpg/).waitFor()
    await page.locator('[data-keeping=saved]').waitFor()
    await page.reload()
    await body(page).getByText('The sending of one.jpg was interrupted.').waitFor()
    await body(page).getByText('The sending of two.jpg was interrupted.').waitFor()
    await lineTakes(page, -1)
    const first = body(page).locator('.waiting-picture', { hasText: 'one.jpg' })
    await choose(page, photograph(first), await grainy('one.jpg'))
    await soon(() => shown(storyId)).toBe(1)
    await body(page)
      .locator('.waiting-picture', { hasText: 'two.jpg' })
      .getByRole('button', { name: 'Take out' })
      .click()
    await soon(() => body(page).locator('.waiting-picture').count()).toBe(0)
  })
})

test('the photograph at the top leaves word of it too, and is taken from there', async () => {
  const storyId = await aDraft(house, { blocks: [paragraph('Text.', 'p')] })
  const page = await writing(storyId)
  await lineTakes(page, 5000)
  await page.getByRole('button', { name: 'Add a photograph at the top' }).click()
  await choose(page, page.getByRole('button', { name: 'Choose a picture' }), await grainy('top.jpg'))
  await page.getByText(/Sending top\.jpg/).waitFor()
  await page.locator('[data-keeping=saved]').waitFor()
  await page.reload()
  await page.getByText('The sending of top.jpg was interrupted.').waitFor()
  await lineTakes(page, -1)
  await choose(page, page.getByRole('button', { name: 'Choose a picture' }), await grainy('top.jpg'))
  await page.locator('.story__photograph img').waitFor()
  expect((await liveDrafts.read(house, storyId)).photograph).toMatchObject({ id: expect.any(Number) })
  expect(await page.getByText('was interrupted').count()).toBe(0)
})

test('a pasted page’s picture that may not be fetched says why, and its link stays', async () => {
  const storyId = await aDraft(house, { blocks: [] })
  const page = await writing(storyId)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).host))
  await body(page).evaluate(element => {
    const clipboardData = new DataTransfer()
    const picture = '<img src="http://192.168.7.7/50%.jpg" alt="The quay" width="900" height="600">'
    clipboardData.setData('text/html', `<article><p>From the port.</p><p>${picture}</p></article>`)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await body(page).getByRole('button', { name: 'Fetch this picture' }).click()
  await body(page).getByText('192.168.7.7 is not a public address').waitFor()
  await body(page).getByRole('link', { name: 'http://192.168.7.7/50%.jpg' }).waitFor()
  await body(page).getByRole('button', { name: 'Fetch this picture' }).waitFor()
  await soon(async () => JSON.stringify(await blocks(storyId))).toContain('http://192.168.7.7/50%.jpg')
  expect(asked.filter(host => host !== new URL(url).host)).toEqual([])
})
