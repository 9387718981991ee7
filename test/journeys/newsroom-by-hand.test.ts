import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFrontDraft } from '../../src/features/fronts/desk/front-desk-queries.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { type SmallNewsroom, smallNewsroom } from '../builders/small-newsroom.ts'
import { signInAgain } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'
import { jpegPicture } from '../builders/test-pictures.ts'

// The newsroom as it is used without a mouse, without scripts, and with a session that ends in the middle.

const opened = await testHouse({ working: true })
const { house } = opened
let newsroom: SmallNewsroom
let browser: Browser
let base: string

beforeAll(async () => {
  newsroom = await smallNewsroom(house)
  base = await opened.serve()
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser?.close())

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const { session } = await signInAgain(house, newsroom.owner.staff.id)
  await context.addCookies([{ ...session, url: base }])
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

const leadOf = async () =>
  (await readFrontDraft(house.db, 'home'))!.draft.containers[0]!.slots.map(s => s.storyId)
const topicName = async (id: number) =>
  (await house.db.selectFrom('topics').select('name').where('id', '=', id).executeTakeFirst())?.name

const desks = [
  '/newsroom/stories',
  '/newsroom/planning',
  '/newsroom/fronts',
  '/newsroom/fronts/home',
  '/newsroom/photographs',
  '/newsroom/publication/topics',
  '/newsroom/publication/settings',
  '/newsroom/publication/redirects',
  '/newsroom/staff',
  '/newsroom/audit',
  '/newsroom/account',
]

test.each(desks)('%s: Tab goes through all of it, and shows where it is', { timeout: 60_000 }, async path => {
  const page = await open(path)
  const stops: string[] = []
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement
      if (at === document.body) return null
      const style = getComputedStyle(at)
      const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
      at.dataset.stopped = 'yes'
      // The button inside a field for days is a stop of its own, which the browser rings itself.
      const itself = at.matches('iframe, [type="date"], [type="datetime-local"]')
      return { what: at.outerHTML.slice(0, 140), shown: ring || itself }
    })
    if (!seen) break
    expect(seen.shown, seen.what).toBe(true)
    stops.push(seen.what)
    if (seen.what.startsWith('<iframe')) break
  }
  expect(stops[0]).toContain('skip')
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, textarea, summary)')]
      .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled'))
      // One stop serves all radio buttons of a name.
      .filter(each => !each.dataset.stopped && !each.matches('[type="radio"], iframe ~ *'))
      .map(each => each.outerHTML.slice(0, 140)),
  )
  expect(missed).toEqual([])
  await page.context().close()
})

test('a story moved on a front by keyboard keeps the focus, so that it can be moved on', async () => {
  const page = await open('/newsroom/fronts/home')
  const [one, two, three] = await leadOf()
  const down = () => page.locator(`[data-slot="${one}"] button`).nth(1)
  await down().focus()
  await page.keyboard.press('Enter')
  await expect.poll(leadOf).toEqual([two, one, three])
  await expect.poll(focused).toEqual({ slot: String(one), at: 1 })
  await page.keyboard.press('Enter')
  await expect.poll(leadOf).toEqual([two, three, one])
  // At the end it cannot go further down; the focus stays with the story.
  await expect.poll(focused).toEqual({ slot: String(one), at: 2 })
  await page.getByRole('button', { name: 'Undo' }).first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(leadOf).not.toEqual([two, three, one])
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  await page.context().close()

  async function focused(): Promise<{ slot: string | undefined; at: number }> {
    return page.evaluate(() => {
      const slot = document.activeElement?.closest<HTMLElement>('[data-slot]')
      return { slot: slot?.dataset.slot, at: [...(slot?.parentElement?.children ?? [])].indexOf(slot!) }
    })
  }
})

test('without scripts each desk does what it is there for', { timeout: 60_000 }, async () => {
  const page = await open('/newsroom/publication/topics', { javaScriptEnabled: false })
  const { topic, draft, reporter, stories } = newsroom
  await page.locator(`a[href$="/topics/${topic}"]`).click()
  await page.getByLabel('Name').fill('ميناء بيروت')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await topicName(topic)).toBe('ميناء بيروت')
  expect(await page.getByRole('status').textContent()).toContain('ميناء بيروت')

  await page.goto(`${base}/newsroom/fronts/home`)
  const before = await leadOf()
  await page.locator(`[data-slot="${before[0]}"] button`).nth(1).click()
  expect(await leadOf()).not.toEqual(before)

  await page.goto(`${base}/newsroom/photographs`)
  const buffer = await jpegPicture({ seed: 77 })
  await page.getByLabel('Add photographs').setInputFiles({ name: 'new.jpg', mimeType: 'image/jpeg', buffer })
  await page.locator('form[data-upload] button[type="submit"]').click()
  expect(page.url()).toMatch(/\/photographs\/\d+\?done=uploaded$/)

  await page.goto(`${base}/newsroom/staff/${reporter.staff.id}`)
  await page.getByLabel('Role').selectOption('editor')
  await page.getByRole('button', { name: 'Change the role' }).click()
  expect(await page.getByRole('status').textContent()).toContain('role is changed')

  await page.goto(`${base}/newsroom/stories`)
  await page.getByRole('searchbox').first().fill('oyster')
  await page.getByRole('button', { name: 'Show', exact: true }).first().click()
  expect(await page.locator('.story-list .table__headline').allTextContents()).toEqual(['Oyster beds reopen'])

  await page.goto(`${base}/newsroom/stories/${draft}/publish`)
  const override = page.locator('textarea[name="reason"], input[name="reason"]')
  if (await override.count()) await override.first().fill('It is a test.')
  await page.locator('.button--primary').first().click()
  expect((await fetch(`${base}/oysters`)).status).toBe(200)
  expect(stories).not.toContain(draft)
  await page.context().close()
})

test('a form that comes after the session has ended is kept, and is sent again after signing in', async () => {
  const { topic, owner } = newsroom
  const page = await open(`/newsroom/publication/topics/${topic}`)
  const end = () => house.db.deleteFrom('staff_sessions').where('staff_id', '=', owner.staff.id).execute()
  await page.getByLabel('Name').fill('Harbour & “quays” <b>')
  await end()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'You have been signed out' }).waitFor()
  expect(await page.getByLabel('name', { exact: true }).inputValue()).toBe('Harbour & “quays” <b>')
  const { session } = await signInAgain(house, owner.staff.id)
  await page.context().addCookies([{ ...session, url: base }])
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.waitForURL(url => url.pathname === '/newsroom/publication/topics')
  expect(await topicName(topic)).toBe('Harbour & “quays” <b>')

  // The same with a form that may carry a file.
  await page.goto(`${base}/newsroom/publication/authors/${newsroom.author}`)
  await page.getByLabel('Name').fill('Salma H.')
  await end()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.context().addCookies([{ ...(await signInAgain(house, owner.staff.id)).session, url: base }])
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.waitForURL(url => url.pathname === '/newsroom/publication/authors')
  const author = house.db.selectFrom('authors').select('name').where('id', '=', newsroom.author)
  expect((await author.executeTakeFirst())?.name).toBe('Salma H.')
  await page.context().close()
})

test('a part of a page that is sent after the session has ended says so, and goes through after signing in', async () => {
  const page = await open('/newsroom/fronts/home')
  const before = await leadOf()
  const down = page.locator(`[data-slot="${before[0]}"] button`).nth(1)
  await house.db.deleteFrom('staff_sessions').where('staff_id', '=', newsroom.owner.staff.id).execute()
  await down.click()
  const notice = page.locator('#notice')
  await notice.getByText('You have been signed out').waitFor()
  expect(await notice.getByRole('link').getAttribute('href')).toContain('/newsroom/sign-in')
  expect(await leadOf()).toEqual(before)
  const { session } = await signInAgain(house, newsroom.owner.staff.id)
  await page.context().addCookies([{ ...session, url: base }])
  await down.click()
  await expect.poll(leadOf).not.toEqual(before)
  await page.context().close()
})

test('a token of another session, and a form of another site, do nothing', async () => {
  const { topic, owner, reporter } = newsroom
  const again = await signInAgain(house, owner.staff.id)
  const address = `${base}/newsroom/publication/topics/${topic}`
  const words = { name: 'Taken over', slug: 'taken-over' }
  const before = await topicName(topic)
  expect((await again.post(address, { ...words, csrf: reporter.csrf })).status).toBe(403)
  const foreign = { headers: { 'sec-fetch-site': 'cross-site' } }
  expect((await again.post(address, words, foreign)).status).toBe(403)
  expect(await topicName(topic)).toBe(before)
})
