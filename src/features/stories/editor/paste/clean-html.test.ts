import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleForBrowser } from '../../../../../test/browser/bundle-for-browser.ts'
import { launchBrowser } from '../../../../../test/browser/launch-browser.ts'

const here = 'src/features/stories/editor/paste'
const requests: string[] = []
let browser: Browser
let page: Page

beforeAll(async () => {
  const script = await bundleForBrowser(join(here, 'pasted-blocks.ts'), 'pasting')
  browser = await launchBrowser()
  page = await browser.newPage()
  page.on('request', request => requests.push(request.url()))
  await page.addScriptTag({ content: script })
})
afterAll(() => browser?.close())

type Pasting = { pasting: { pastedBlocks(html: string): { blocks: object[]; pictures: number } } }

/** The blocks without their ids, and text as plainly as it can be told. */
async function paste(html: string): Promise<unknown[]> {
  const { blocks } = await page.evaluate(
    text => (globalThis as unknown as Pasting).pasting.pastedBlocks(text),
    html,
  )
  return blocks.map(block => {
    const { id: _id, ...rest } = plain(block) as Record<string, unknown>
    return rest
  })
}

/** Running text as one line: `**bold**`, `_italic_`, links in brackets, other marks by name, breaks as `|`. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return isText(value) ? value.map(wordsOf).join('') : value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}

interface Part {
  type: string
  text?: string
  marks?: { type: string; href?: string }[]
}

function isText(value: unknown[]): value is Part[] {
  return value.length > 0 && value.every(one => ['text', 'break'].includes((Object(one) as Part).type))
}

function wordsOf({ text, marks = [] }: Part): string {
  return marks.reduce((words, { type, href }) => {
    if (type === 'bold') return `**${words}**`
    if (type === 'italic') return `_${words}_`
    return type === 'link' ? `[${words}](${href})` : `<${type}>${words}</${type}>`
  }, text ?? '|')
}

const sample = async (name: string) => readFile(join('test/fixtures/paste', name), 'utf8')

describe('what is copied from', () => {
  test('Google Docs', async () => {
    expect(await paste(await sample('google-docs.html'))).toEqual([
      { type: 'heading', level: 2, content: 'The vote on the ferry' },
      {
        type: 'paragraph',
        content:
          'The council voted **fourteen to twelve**_ to keep it_ ([minutes](https://council.example.org/minutes)). CO<subscript>2</subscript> was not mentioned.',
      },
      { type: 'heading', level: 3, content: 'What was asked' },
      {
        type: 'list',
        ordered: false,
        items: [
          {
            content: 'Who pays',
            list: { ordered: false, items: [{ content: 'the county' }, { content: 'the islands' }] },
          },
          { content: 'For how long' },
        ],
      },
      {
        type: 'table',
        head: false,
        rows: [
          { cells: [{ content: 'Islander' }, { content: '€2.40' }] },
          { cells: [{ content: 'Visitor' }, { content: '€9.70' }] },
        ],
      },
      {
        type: 'photograph',
        alt: 'The ferry at the slip',
        fetch: { url: 'https://lh7-rt.googleusercontent.com/docsz/AD_4nXc?key=abc' },
      },
    ])
  })

  test('Word on the desktop', async () => {
    expect(await paste(await sample('word-desktop.html'))).toEqual([
      { type: 'heading', level: 2, content: 'How the vote fell' },
      {
        type: 'paragraph',
        content:
          'The council voted **fourteen to twelve** to _keep_ the ferry, said the [minutes](https://council.example.org/minutes).[1] It took three hours.',
      },
      {
        type: 'list',
        ordered: false,
        items: [
          { content: 'Who pays', list: { ordered: false, items: [{ content: 'the county' }] } },
          { content: 'For how long' },
        ],
      },
      { type: 'paragraph', content: 'And then:' },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [{ content: 'The boat' }, { content: 'The <highlight>slips</highlight>' }],
      },
      { type: 'photograph', pasted: 0 },
      {
        type: 'table',
        head: true,
        rows: [
          { cells: [{ content: '**Ticket**' }, { content: '**Price**' }] },
          { cells: [{ content: 'Islander' }, { content: '€2.40|from June' }] },
        ],
      },
    ])
  })

  test('Word Online', async () => {
    expect(await paste(await sample('word-online.html'))).toEqual([
      { type: 'heading', level: 2, content: 'How the vote fell' },
      { type: 'paragraph', content: 'The council voted **fourteen to twelve**.' },
      {
        type: 'list',
        ordered: false,
        items: [
          { content: 'Who pays', list: { ordered: false, items: [{ content: 'the county' }] } },
          { content: 'For how long' },
        ],
      },
      { type: 'paragraph', content: '[The minutes](https://council.example.org/minutes)' },
    ])
  })

  test('a mail', async () => {
    expect(await paste(await sample('gmail.html'))).toEqual([
      { type: 'paragraph', content: 'Dear all,' },
      { type: 'paragraph', content: 'the council voted **fourteen to twelve** to keep it. 👍' },
      { type: 'paragraph', content: 'It takes 10\u00a0minutes.' },
      { type: 'quotation', paragraphs: ['I could not explain it.', 'Nobody could.'] },
      { type: 'paragraph', content: '[The minutes](https://council.example.org/minutes)' },
    ])
  })

  test('a page of the web', async () => {
    expect(await paste(await sample('web-page.html'))).toEqual([
      { type: 'heading', level: 2, content: 'A road on the water' },
      { type: 'paragraph', content: '**Coal Quay** – The ferry _Marram_ stays.' },
      {
        type: 'photograph',
        alt: 'The ferry at the slip',
        caption: 'The _Marram_ at Coal Quay.',
        fetch: { url: 'https://paper.example.org/a-1024x683.jpg' },
      },
      { type: 'heading', level: 3, content: 'What now?' },
      { type: 'paragraph', content: 'First line.|Second line.' },
      { type: 'paragraph', content: 'A new thought with <code>code</code> and a bad link.' },
      { type: 'code', language: 'sql', text: 'select 14 - 12;\n-- two' },
      { type: 'paragraph', content: 'Only for looks' },
      {
        type: 'table',
        head: true,
        caption: 'Fares',
        rows: [
          { cells: [{ content: 'Ticket' }, { content: 'Price' }] },
          { cells: [{ content: 'Islander', header: true }, { content: '€2.40' }] },
        ],
      },
      { type: 'divider' },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          { content: 'Third', list: { ordered: false, items: [{ content: 'inside' }] } },
          { content: 'Fourth' },
        ],
      },
      {
        type: 'paragraph',
        content: '[https://www.youtube.com/embed/dQw4w9WgXcQ](https://www.youtube.com/embed/dQw4w9WgXcQ)',
      },
    ])
  })

  test('LibreOffice', async () => {
    expect(await paste(await sample('libreoffice.html'))).toEqual([
      { type: 'heading', level: 2, content: 'How the vote fell' },
      {
        type: 'paragraph',
        content:
          'The council voted **fourteen to twelve** to _keep_ the <underline>ferry</underline>, said the minutes.',
      },
      {
        type: 'list',
        ordered: true,
        items: [
          { content: 'The boat' },
          { content: 'The slips', list: { ordered: false, items: [{ content: 'Coal Quay' }] } },
        ],
      },
      { type: 'photograph', alt: 'A dot', pasted: 0 },
      {
        type: 'table',
        head: false,
        rows: [
          { cells: [{ content: 'Islander' }, { content: '€2.40' }] },
          { cells: [{ content: 'Visitor' }, { content: '€9.70' }] },
        ],
      },
    ])
  })
})

test('what the editor itself copied comes back to the last field', async () => {
  const html =
    '<figure data-block="photograph" data-photograph-id="7" data-width="&quot;wide&quot;" data-pm-slice="0 0 []"></figure>'
  expect(await paste(html)).toEqual([{ type: 'photograph', photographId: 7, width: 'wide' }])
})

test.each([
  ['a picture', '<img src=x onerror=alert(1)>'],
  ['a link', '<a href="javascript:alert(1)">x</a>'],
  ['a drawing', '<svg onload=alert(1)><text>x</text></svg>'],
  ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['a style', '<p style="background:url(https://elsewhere.example/x)">x</p>'],
  ['tables in tables', '<table><td><table><td>'.repeat(200)],
  ['divisions in divisions', '<div>'.repeat(3000)],
])('nothing of %s runs or asks', async (_name, html) => {
  const before = requests.length
  const blocks = JSON.stringify(await paste(html))
  expect(blocks).not.toMatch(/javascript:|onerror|srcdoc|elsewhere/)
  expect(requests.slice(before)).toEqual([])
})
