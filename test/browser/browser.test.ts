import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from './expect-no-axe-violations.ts'
import { expectValidHtml } from './expect-valid-html.ts'
import { launchBrowser } from './launch-browser.ts'

const good =
  '<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1></main></body></html>'
const bad = good.replace('</h1>', '</h1><img src="x.png">').replace('</main>', '<p><div>no</div></p></main>')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('axe passes a page without faults and names what is wrong with another', async () => {
  const page = await browser.newPage()
  await page.setContent(good)
  await expectNoAxeViolations(page)
  await page.setContent(bad)
  await expect(expectNoAxeViolations(page)).rejects.toThrow('image-alt')
})

test('the validator does so too', async () => {
  await expectValidHtml(good)
  await expect(expectValidHtml(bad)).rejects.toThrow('close-order')
})
