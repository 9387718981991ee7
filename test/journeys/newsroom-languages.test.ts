import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/app/routes.ts'
import { saveAuthor } from '../../src/features/authors/author.ts'
import { publishFront } from '../../src/features/fronts/front.ts'
import { postBrief } from '../../src/features/live/brief.ts'
import { storePhotograph } from '../../src/features/media/photograph.ts'
import { savePublication } from '../../src/features/publication/publication.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { aDraft, aStory, paragraph } from '../builders/a-story.ts'
import { type SmallNewsroom, sampleAddress } from '../builders/small-newsroom.ts'
import { type SignedIn, signedIn } from '../builders/staff.ts'
import { testHouse } from '../builders/test-house.ts'
import { jpegPicture } from '../builders/test-pictures.ts'

// Every page of the newsroom as somebody sees it who has chosen German, and one who has chosen Ukrainian, in a browser
// with its scripts: nothing on it is English. What the paper itself says here is in neither English nor Latin letters.

/** Desks whose words are in English only so far; also what is not of the newsroom's frame (JSON, previews, streams). */
const leftOut =
  /^\/newsroom\/(support|campaigns|results|gifts|newsletters|ledger|assets|story-options|find-)|\/preview$|\/blocks\/|\/live\/?$/
const pages = routes
  .filter(
    ({ method, path, socket, open }) => method === 'GET' && !socket && !open && path.startsWith('/newsroom'),
  )
  .map(({ path }) => path)
  .filter(path => !leftOut.test(path) || path === '/newsroom/live')

/** Words of English that are words of neither other language. */
const english =
  /\b(the|and|of|with|not|are|you|your|this|that|from|here|is|by|for|its|has|have|been|can|nothing|nobody|yet|save|story|stories|briefs|publish|published|settings|language|search|remove|add|edit|cancel|undo|title|headline|words|staff|topics|authors|choose|give|write|until|since|never|waiting|sign|page|picture|day|close|open|new|next|older)\b/i

/** Parts of addresses, and what has to be typed as it is. */
const notWords = /\/[\w/-]+|remove \d+/g

const opened = await testHouse({ working: true })
const { house } = opened
let browser: Browser
let base: string
let newsroom: SmallNewsroom

beforeAll(async () => {
  newsroom = await foreignNewsroom()
  base = await opened.serve()
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser?.close())

for (const language of ['de', 'uk']) {
  test(`no page says anything in English to whoever chose "${language}"`, { timeout: 300_000 }, async () => {
    const person = await signedIn(house, 'owner', { language, name: 'Ірина' })
    const page = await pageOf(person)
    const found: string[] = []
    for (const path of pages) {
      await page.goto(base + sampleAddress(path, newsroom))
      if (path.endsWith('/stories/:id')) await page.locator('.ProseMirror').first().waitFor()
      if ((await page.locator('html').getAttribute('lang')) === null) continue
      for (const text of await wordsOn(page))
        if (english.test(text.replace(notWords, ''))) found.push(`${path}: ${text}`)
    }
    expect([...new Set(found)]).toEqual([])
    await page.context().close()
  })
}

test('whoever chooses a language on the page of their account has it on the next page', async () => {
  const person = await signedIn(house, 'editor', { name: 'Ірина' })
  const page = await pageOf(person)
  await page.goto(`${base}/newsroom/account`)
  await page.getByLabel('Language of the newsroom').selectOption('de')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Gespeichert.').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await page.getByRole('link', { name: 'Artikel' }).first().click()
  await page.getByRole('heading', { name: 'Artikel' }).waitFor()
  await page.context().close()
})

async function pageOf(person: SignedIn): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ ...person.session, url: base }])
  return await context.newPage()
}

/** All that is said on a page: what is seen, what is read out, and what scripts would say. */
async function wordsOn(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const said: string[] = []
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: around, textContent } = walker.currentNode
      if (around?.closest('script, style, code, kbd, noscript, [lang="en"], [data-language-names]')) continue
      if (textContent?.trim()) said.push(textContent.trim())
    }
    for (const element of document.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('code, script')) continue
      for (const { name, value } of element.attributes)
        if (/^(aria-(label|description|roledescription)|title|placeholder|alt)$/.test(name)) said.push(value)
        else if (/^data-(failed|aborted|trying|away|label|hint|nothing|close|words|confirm)$/.test(name))
          said.push(value)
    }
    return said
  })
}

async function foreignNewsroom(): Promise<SmallNewsroom> {
  await savePublication(house, { name: 'Причал', language: 'uk', timeZone: 'Europe/Kyiv' })
  const owner = await signedIn(house, 'owner', { name: 'Марія' })
  const reporter = await signedIn(house, 'reporter', { name: 'Остап' })
  const topic = await saveTopic(house, { slug: 'port', name: 'Порт' })
  const author = await saveAuthor(house, { slug: 'ostap', name: 'Остап', role: 'Репортер' })
  const { id: photograph } = await storePhotograph(house, {
    bytes: await jpegPicture(),
    name: 'port.jpg',
    alt: 'Причал',
    caption: 'Причал зранку',
    credit: 'Остап/Причал',
  })
  const words = {
    authors: [author],
    topics: [topic],
    photograph: { id: photograph },
    language: 'uk',
    standfirst: 'Рибалки ждуть на причалі.',
    blocks: [paragraph('Пором прибув о шостій.')],
  }
  const stories = [
    await aStory(house, { ...words, headline: 'Пором лишається', slug: 'porom' }),
    await aStory(house, { ...words, headline: 'Школи відкрито', slug: 'shkoly' }),
  ]
  const draft = await aDraft(house, { ...words, headline: 'Устриці', slug: 'ustrytsi' })
  await publishFront(house, {
    slug: 'home',
    title: 'Перша',
    by: 'Марія',
    content: {
      containers: [
        { id: 'lead', layout: 'lead', size: 3, slots: stories.map(storyId => ({ storyId })), fill: null },
        { id: 'river', layout: 'river', title: 'Новини', size: 5, slots: [], fill: {} },
      ],
    },
  })
  await postBrief(house, { headline: 'Дощ о четвертій' }, { by: 'Марія' })
  return { owner, reporter, topic, author, photograph, draft, stories }
}
