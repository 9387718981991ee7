import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with each rule of WCAG 2.2 AA that the page breaks, and where. */
export async function expectNoAxeViolations(page: Page, options: RunOptions = {}): Promise<void> {
  // Through the debugger rather than a script element, which the page's content policy would refuse.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(await readFile(axePath, 'utf8'))
  const run = { runOnly: { type: 'tag', values: wcag }, ...options }
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(run)})`)) as AxeResults
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(node => `  ${node.html}`).join('\n')}`,
  )
  if (found.length > 0) throw new Error(`axe finds fault with ${page.url()}:\n${found.join('\n')}`)
}
