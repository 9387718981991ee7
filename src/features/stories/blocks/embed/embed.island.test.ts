import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../../../test/browser/launch-browser.ts'
import { sampleContext } from '../../../../../test/builders/every-block.ts'
import { readBlocks, renderWeb } from '../blocks.ts'
import { toldHeight } from './embed.island.ts'

const video = { id: 'v', type: 'embed', url: 'https://youtu.be/dQw4w9WgXcQ', title: 'The crossing' }
const post = { id: 'p', type: 'embed', url: 'https://mastodon.social/@lantern/1099' }

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('in a reader’s browser', () => {
  test('nothing is asked of the provider before the button is pressed', async () => {
    const { page, asked } = await open([video, post])
    expect(await page.getByRole('button', { name: 'Play the video here' }).isVisible()).toBe(true)
    expect(await page.getByText('may store data about you').count()).toBe(2)
    expect(await page.getByRole('link', { name: 'The crossing — Watch on YouTube' }).isVisible()).toBe(true)
    expect(asked).toEqual([])
    await page.close()
  })

  test('the keyboard opens the frame, the focus goes into it, and nothing moves', async () => {
    const { page, asked } = await open([video, { id: 'd', type: 'divider' }])
    const before = await page.locator('hr').boundingBox()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const frame = page.locator('iframe[title="YouTube: The crossing"]')
    await frame.waitFor()
    expect(await page.evaluate('document.activeElement.tagName')).toBe('IFRAME')
    expect(await page.locator('hr').boundingBox()).toEqual(before)
    expect(await frame.getAttribute('sandbox')).not.toMatch(/top-navigation|forms|modals|downloads/)
    expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0'])
    await page.close()
  })

  test('a post grows to the height that its own frame tells', async () => {
    const { page } = await open([post])
    await page.getByRole('button', { name: 'Show the post here' }).click()
    await page.locator('iframe[height="640"]').waitFor()
    await page.evaluate("postMessage({ height: 1500 }, '*')")
    expect(await page.locator('iframe').getAttribute('height')).toBe('640')
    await page.close()
  })

  test('without JavaScript there is a plain link, and no button', async () => {
    const { page } = await open([video], { javaScriptEnabled: false })
    expect(await page.getByRole('link', { name: /Watch on YouTube/ }).isVisible()).toBe(true)
    expect(await page.getByRole('button').count()).toBe(0)
    await page.close()
  })
})

test.each([
  [{ type: 'setHeight', id: 1, height: 640 }, 640],
  [{ id: '0.1', height: '512' }, 512],
  ['{"event":"resize","height":300}', 300],
  ['{"type":"MEASURE","details":{"height":820}}', 820],
  [{ 'twttr.embed': { method: 'twttr.private.resize', params: [{ width: 550, height: 471 }] } }, 471],
  ['not json', 0],
  [null, 0],
  [{ height: -5 }, 0],
  [{ height: 'NaN' }, 0],
])('the height in %j is %i', (data, height) => {
  expect(toldHeight(data)).toBe(height)
})

async function open(
  raw: object[],
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; asked: string[] }> {
  const asked: string[] = []
  const page = await browser.newPage(options)
  const island = stripTypeScriptTypes(await readFile(new URL('embed.island.ts', import.meta.url), 'utf8'))
  const css = await readFile(new URL('../blocks.css', import.meta.url), 'utf8')
  const body = render(renderWeb(readBlocks(raw), sampleContext()))
  await page.route('**/*', async route => {
    const url = route.request().url()
    if (url === 'https://lantern.example/') {
      const html = `<!doctype html><title>A story</title><style>${css}</style>${body}<script type="module">${island}\nstartEmbeds()</script>`
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    }
    if (!url.startsWith('https://lantern.example/')) asked.push(url)
    return route.fulfill({ contentType: 'text/html', body: provider })
  })
  await page.goto('https://lantern.example/')
  return { page, asked }
}

/** What stands in for the providers: it answers as a Mastodon instance does. */
const provider = `<!doctype html><script>
  addEventListener('message', event => {
    if (event.data.type === 'setHeight') parent.postMessage({ type: 'setHeight', id: 1, height: 640 }, '*')
  })
</script>`
