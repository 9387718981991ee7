import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../../test/browser/expect-no-axe-violations.ts'
import { launchBrowser } from '../../../test/browser/launch-browser.ts'
import { signedIn } from '../../../test/builders/staff.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { savePublication } from '../publication/publication.ts'
import { editBrief, postBrief, withdrawBrief } from './brief.ts'
import { movePinned } from './move-pinned.ts'

const open = await testHouse({ working: true })
const { house } = open
let browser: Browser
let page: Page
let url = ''

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Dublin', language: 'en' })
  url = await open.serve()
  browser = await launchBrowser()
})
afterEach(() => page?.close())
afterAll(() => browser?.close())

const post = (headline: string, more: { breaking?: boolean; pinned?: boolean; publishedAt?: Date } = {}) => {
  const { publishedAt, ...rest } = more
  return postBrief(house, { headline, ...rest }, { by: 'Maeve', publishedAt })
}

async function newPage(width = 1200): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
}

/** Opens a page and waits until its stream is open. */
async function visit(path: string, width = 1200): Promise<void> {
  await newPage(width)
  const streaming = page.waitForResponse(response => response.url().includes('/news/stream'))
  await page.goto(url + path)
  await streaming
}

const feed = () => page.getByRole('region', { name: 'News Feed' })
const headlines = () => feed().getByRole('heading', { level: 3 }).allTextContents()
const button = () => feed().getByRole('button')

test('the first news comes in by itself where there is nothing to read yet', async () => {
  await visit('/news')
  await post('The very first')
  await feed().getByRole('link', { name: 'The very first' }).waitFor()
  expect(await headlines()).toEqual(['The very first'])
  expect(await feed().getByText('There is no news here yet.').count()).toBe(0)
  await expectNoAxeViolations(page)
})

test('new briefs wait behind a button, are announced, and come in when asked for', async () => {
  await visit('/news')
  const place = () => feed().getByText('The very first').boundingBox()
  const before = await place()
  await post('Second')
  await button().getByText('1 new item').waitFor()
  expect(await place()).toEqual(before)
  await post('Third', { breaking: true })
  await button().getByText('2 new items').waitFor()
  expect(await headlines()).toEqual(['The very first'])
  expect(await feed().getByRole('status').textContent()).toBe('Breaking: Third. 2 new items')
  await expectNoAxeViolations(page)

  await button().focus()
  await page.keyboard.press('Enter')
  expect(await headlines()).toEqual(['Third', 'Second', 'The very first'])
  expect(await button().count()).toBe(0)
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Third')
  await expectNoAxeViolations(page)
})

test('what is posted between printing and connecting is not lost, nor shown twice', async () => {
  await newPage()
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/news/stream*', async route => {
    await held
    await route.continue()
  })
  await page.goto(`${url}/news`)
  await post('In between')
  release()
  await button().getByText('1 new item').click()
  expect((await headlines()).filter(text => text === 'In between')).toEqual(['In between'])
})

test('edits are made in place; what is withdrawn leaves a note where it is seen', async () => {
  await visit('/news')
  const [first] = await headlines()
  const shown = await post('To be changed')
  await button().getByText('1 new item').waitFor()
  await editBrief(house, shown.id, { headline: 'Changed while waiting' })
  await withdrawBrief(house, (await post('Gone while waiting')).id)
  await post('One more')
  await button().getByText('2 new items').click()
  expect((await headlines()).slice(0, 3)).toEqual(['One more', 'Changed while waiting', first])

  await editBrief(house, shown.id, { headline: 'Changed again' })
  await feed().getByRole('link', { name: 'Changed again' }).waitFor()
  expect((await headlines())[1]).toBe('Changed again')

  const before = await feed().getByText(first!).boundingBox()
  await withdrawBrief(house, shown.id)
  await feed().getByText('This item has been withdrawn.').waitFor()
  expect(await feed().getByText(first!).boundingBox()).toEqual(before)
  await expectNoAxeViolations(page)
})

test('a brief that is pinned, or no longer, changes its place on open pages; who reads further down is not moved', async () => {
  const times = [9, 10, 11].map(hour => new Date(Date.UTC(2029, 4, 1, hour)))
  const [old, middle] = await Promise.all(
    ['Old', 'Middle', 'New'].map((text, i) => post(`${text} of May`, { publishedAt: times[i] })),
  )
  const may = async () => (await headlines()).filter(text => text.endsWith('of May'))
  await visit('/news')
  const rail = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  await rail.goto(`${url}/news/${old!.id}`)
  const inRail = () => rail.getByRole('region', { name: 'News Feed' }).getByRole('heading', { level: 3 })
  expect(await may()).toEqual(['New of May', 'Middle of May', 'Old of May'])

  await editBrief(house, old!.id, { pinned: true })
  await expect.poll(may).toEqual(['Old of May', 'New of May', 'Middle of May'])
  const names = await feed().getByRole('heading', { level: 2 }).allTextContents()
  expect(names.slice(0, 2)).toEqual(['Pinned', 'Tuesday 1 May 2029'])
  await expect.poll(async () => (await inRail().allTextContents())[0]).toBe('Old of May')
  await expectNoAxeViolations(page)

  // What is pinned last stands first.
  await editBrief(house, middle!.id, { pinned: true })
  await expect.poll(may).toEqual(['Middle of May', 'Old of May', 'New of May'])
  // Until the desk gives them another.
  const { staff } = await signedIn(house, 'editor')
  await movePinned(house, { id: old!.id, by: staff, to: 'up' })
  await expect.poll(may).toEqual(['Old of May', 'Middle of May', 'New of May'])
  await editBrief(house, middle!.id, { pinned: false })
  await expect.poll(may).toEqual(['Old of May', 'New of May', 'Middle of May'])

  await page.setViewportSize({ width: 1200, height: 300 })
  const read = feed().getByText('The very first')
  await read.evaluate(element => element.scrollIntoView({ block: 'center' }))
  const place = await read.boundingBox()
  await editBrief(house, old!.id, { pinned: false })
  await expect.poll(may).toEqual(['New of May', 'Middle of May', 'Old of May'])
  expect(await feed().getByRole('heading', { level: 2 }).allTextContents()).not.toContain('Pinned')
  expect(Math.abs((await read.boundingBox())!.y - place!.y)).toBeLessThan(2)
  const printed = await (await fetch(`${url}/news`)).text()
  const order = await headlines()
  expect([...printed.matchAll(/brief__headline"[^>]*><a[^>]*>([^<]+)/g)].map(match => match[1])).toEqual(
    order,
  )
  await rail.close()
})

test('days get headings of their own, in the publication’s zone', async () => {
  await visit('/news')
  const later = new Date('2031-01-01T10:00:00Z')
  await post('From another day', { publishedAt: later })
  await button().getByText('1 new item').click()
  const days = await feed().getByRole('heading', { level: 2 }).allTextContents()
  expect(days[0]).toBe('Wednesday 1 January 2031')
  await post('An hour before', { publishedAt: new Date('2031-01-01T09:00:00Z') })
  await button().getByText('1 new item').click()
  expect((await headlines()).slice(0, 2)).toEqual(['From another day', 'An hour before'])
  expect(await feed().getByRole('heading', { level: 2 }).allTextContents()).toEqual(days)
  await expectNoAxeViolations(page)
})

test('the rail keeps its length, what is pinned first, and says the date once a day', async () => {
  const { id } = await post('The page beside which the rail stands', {
    publishedAt: new Date('2031-02-01T08:00:00Z'),
  })
  for (let i = 0; i < 12; i++) {
    await post(`Rail ${i}`, { publishedAt: new Date(Date.UTC(2031, 1, 2, 8, i)) })
  }
  await visit(`/news/${id}`)
  expect(await headlines()).toHaveLength(12)
  const before = await feed().getByText('Rail 11').boundingBox()
  await post('Pinned now', { pinned: true, publishedAt: new Date('2031-02-02T09:00:00Z') })
  await post('New in the rail', { publishedAt: new Date('2031-02-02T10:00:00Z') })
  await button().getByText('2 new items').waitFor()
  expect(await feed().getByText('Rail 11').boundingBox()).toEqual(before)
  await button().click()
  expect(await headlines()).toEqual([
    'Pinned now',
    'New in the rail',
    ...Array.from({ length: 10 }, (_, i) => `Rail ${11 - i}`),
  ])
  expect(await feed().locator('.brief__date:visible').allTextContents()).toEqual([
    'Sunday 2 February',
    'Sunday 2 February',
  ])
  await expectNoAxeViolations(page)
  await page.reload()
  expect((await headlines()).slice(0, 2)).toEqual(['Pinned now', 'New in the rail'])
})

test('goes on after a lost connection without a gap', async () => {
  const line = await breakableLine()
  await newPage()
  const streaming = page.waitForResponse(response => response.url().includes('/news/stream'))
  await page.goto(`${line.url}/news`)
  await streaming
  await post('Before it broke')
  await button().getByText('1 new item').waitFor()
  const again = page.waitForRequest(request => request.url().includes('/news/stream'))
  line.break()
  await post('While away')
  const { 'last-event-id': lastId } = await (await again).allHeaders()
  expect(Number(lastId)).toBeGreaterThan(0)
  await button().getByText('2 new items').click()
  expect((await headlines()).filter(text => /away|broke/.test(text)).sort()).toEqual([
    'Before it broke',
    'While away',
  ])
  line.close()
})

test('a page kept for the back button catches up', async () => {
  await visit('/news')
  await page.goto(`${url}/healthz`)
  await post('While elsewhere')
  await page.goBack()
  await feed().getByText('While elsewhere').or(button()).first().waitFor()
})

test('who missed too much is offered the page afresh', async () => {
  await newPage()
  await page.route('**/news/stream*', route =>
    route.fulfill({ contentType: 'text/event-stream', body: 'id: 9\nevent: reload\ndata: {}\n\n' }),
  )
  await page.goto(`${url}/news`)
  const link = feed().getByRole('link', { name: 'Show the latest' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('/news')
  await expectNoAxeViolations(page)
})

test('without JavaScript it is a page', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  page = await context.newPage()
  await page.goto(`${url}/news`)
  expect((await headlines()).length).toBeGreaterThan(10)
  expect(await button().count()).toBe(0)
  await context.close()
})

test.each([320, 820, 1440])('nothing sticks out at %i px, in either direction of writing', async width => {
  for (const language of ['en', 'ar']) {
    await savePublication(house, { name: 'The Lantern', timeZone: 'Europe/Dublin', language })
    await expect
      .poll(async () => (await fetch(`${url}/news`)).text(), { timeout: 10_000 })
      .toContain(`<html lang="${language}"`)
    await newPage(width)
    await page.goto(`${url}/news`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await expectNoAxeViolations(page)
  }
})

/** A connection to the server that can be broken, as a lost network does. */
async function breakableLine() {
  const open = new Set<Socket>()
  const server = createServer(near => {
    const far = connect(Number(new URL(url).port), '127.0.0.1')
    for (const end of [near, far]) open.add(end.on('error', () => {}))
    near.pipe(far).pipe(near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const end of open) end.destroy()
    open.clear()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    break: cut,
    close() {
      cut()
      server.close()
    },
  }
}
