import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../../test/browser/launch-browser.ts'
import type { Figure } from '../figure.ts'
import { needPage } from '../get-page.ts'
import type { Ground } from './part.ts'

const part = 'Weight'
const kilobyte = 1024
const screens = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]
// A middling telephone line: fonts and pictures come late, so that whatever moves when they come is seen to move.
const slowLine = { offline: false, latency: 80, downloadThroughput: 200_000, uploadThroughput: 90_000 }

interface Visit {
  requests: { url: string; kind: string }[]
  shift: number
  /** What moved, and by how much. */
  moved: string[]
  largest: string
}

/** What a browser that comes for the first time loads for each kind of page, and whether anything moves. */
export async function measureWeight(ground: Ground): Promise<Figure[]> {
  const house = await ground.demoHouse()
  const site = `http://localhost:${house.port}`
  const pages = { ...(await house.ask('somePages')), search: '/search?q=harbour' }
  const browser = await launchBrowser()
  try {
    const figures: Figure[] = []
    for (const [kind, path] of Object.entries(pages)) {
      const visits: Visit[] = []
      for (const screen of screens) visits.push(await visit(browser, site + path, screen))
      figures.push(...(await figuresOf({ kind, visits, port: house.port, site })))
      ground.say(`${kind}: the largest is ${visits.map(each => each.largest).join(', ')}`)
    }
    return figures
  } finally {
    await browser.close()
  }
}

async function figuresOf(options: {
  kind: string
  visits: Visit[]
  port: number
  site: string
}): Promise<Figure[]> {
  const { kind, visits, port, site } = options
  const most = visits.reduce((a, b) => (b.requests.length > a.requests.length ? b : a))
  const own = most.requests.filter(({ url }) => url.startsWith(site))
  const bytes: Record<string, number> = {}
  for (const { url, kind: type } of own)
    bytes[type] = (bytes[type] ?? 0) + (await wireBytes(port, url.slice(site.length), type))
  const { document = 0, stylesheet = 0, script = 0, font = 0 } = bytes
  const named = (text: string) => `${kind}: ${text}`
  const inKilobytes = (value: number) => value / kilobyte
  const shift = Math.max(...visits.map(each => each.shift))
  const moved = [...new Set(visits.flatMap(each => each.moved))]
  const foreign = visits
    .flatMap(each => each.requests)
    .filter(({ url }) => !url.startsWith(site) && !url.startsWith('data:'))
  const wordsOrPicture = visits.every(({ largest }) =>
    /^(h\d|p|img|picture|blockquote|a|span|li|div)\b/.test(largest),
  )
  return [
    {
      part,
      measure: named('HTML, CSS, JavaScript'),
      value: inKilobytes(document + stylesheet + script),
      unit: 'KB',
      reference: `${inKilobytes(document).toFixed(1)} + ${inKilobytes(stylesheet).toFixed(1)} + ${inKilobytes(script).toFixed(1)}`,
      bar: { atMost: 40 },
    },
    { part, measure: named('JavaScript'), value: inKilobytes(script), unit: 'KB', bar: { atMost: 12 } },
    { part, measure: named('fonts'), value: inKilobytes(font), unit: 'KB', bar: { atMost: 90 } },
    {
      part,
      measure: named('requests'),
      value: most.requests.length,
      unit: '',
      reference: countsOf(most.requests.map(each => each.kind)),
      // Cards bring pictures of their own; the bar is a story's.
      bar: kind === 'story' ? { atMost: 10 } : undefined,
    },
    {
      part,
      measure: named('requests to other hosts'),
      value: foreign.length,
      unit: '',
      bar: { atMost: 0 },
      note: foreign[0]?.url,
    },
    {
      part,
      measure: named('layout shift'),
      value: shift,
      unit: '',
      bar: { atMost: 0 },
      note: shift > 0 ? `${shift.toFixed(4)}: ${moved.slice(0, 6).join('; ')}` : undefined,
    },
    {
      part,
      measure: named('largest paint is words or a photograph'),
      value: wordsOrPicture ? 1 : 0,
      unit: '',
      reference: [...new Set(visits.map(each => each.largest))].join('; '),
      bar: { atLeast: 1 },
    },
  ]
}

/** Bytes of a body as a server with gzip sends it; fonts and pictures are compressed already. */
async function wireBytes(port: number, path: string, kind: string): Promise<number> {
  if (!['document', 'stylesheet', 'script', 'font'].includes(kind)) return 0
  // The press compresses as well as it can from the second answer on.
  await needPage(port, path, { 'accept-encoding': 'gzip' })
  const { body, headers } = await needPage(port, path, { 'accept-encoding': 'gzip' })
  return headers['content-encoding'] || kind === 'font' ? body.length : gzipSync(body).length
}

async function visit(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Visit> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', slowLine)
    const requests: Visit['requests'] = []
    page.on('request', request => requests.push({ url: request.url(), kind: request.resourceType() }))
    await page.addInitScript(watch)
    // The News Feed's stream keeps the network busy for ever.
    await page.goto(url, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(800)
    const loaded = [...requests]
    const largest = await page.evaluate(() => (window as unknown as Watched).watched.largest)
    await session.send('Network.emulateNetworkConditions', {
      ...slowLine,
      latency: 5,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    await readToTheEnd(page, session)
    const { shift, moved } = await page.evaluate(() => (window as unknown as Watched).watched)
    return { requests: loaded, shift, moved, largest }
  } finally {
    await context.close()
  }
}

/** Scrolls as a reader does, without input events: a shift soon after one would not be counted. */
async function readToTheEnd(page: Page, session: CDPSession): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let y = 0; y < Math.min(height, 12_000); y += 500) {
    await session.send('Runtime.evaluate', { expression: `scrollTo(0, ${y})` })
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(200)
}

interface Watched {
  watched: { shift: number; moved: string[]; largest: string }
}

/** Runs in the page, before anything else. */
function watch(): void {
  const watched: Watched['watched'] = { shift: 0, moved: [], largest: '' }
  const nameOf = (node: unknown) => {
    const element = node instanceof Element ? node : (node as Node | null)?.parentElement
    const classes = element?.classList.length ? `.${[...element.classList][0]}` : ''
    return element ? element.tagName.toLowerCase() + classes : ''
  }
  type Shift = {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
  }
  Object.assign(window, { watched })
  new PerformanceObserver(list => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as unknown as Shift[]) {
      if (hadRecentInput) continue
      watched.shift += value
      for (const { node, previousRect: a, currentRect: b } of sources)
        watched.moved.push(`${nameOf(node)} by ${Math.round(b.x - a.x)}, ${Math.round(b.y - a.y)}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver(list => {
    for (const { element } of list.getEntries() as unknown as { element: Element | null }[]) {
      const sized = element?.tagName !== 'IMG' || element.hasAttribute('width') ? '' : ' without a size'
      watched.largest = element ? nameOf(element) + sized : 'something removed since'
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
}

function countsOf(kinds: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')
}
