import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './install-chromium.ts'

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/**
 * A headless browser for one test file; close it in afterAll.
 *
 *     const browser = await launchBrowser()
 *     afterAll(() => browser.close())
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: run "npm test" once, or set CHROMIUM_PATH.')
  // Chromium's sandbox does not work under root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return await chromium.launch({ executablePath, headless: true, args: [...sandbox, ...quiet] })
}
