import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { allRows } from '../../../../test/builders/all-rows.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { item, scratchFiles, wxr } from '../../../../test/builders/wxr.ts'
import { BadArchive, runImport } from '../import.ts'
import { wordpressSource } from './wordpress-source.ts'

const fixture = readFileSync(
  fileURLToPath(
    new URL('../../../../test/fixtures/wordpress/themeunittestdata.wordpress.xml', import.meta.url),
  ),
)
const { house } = await testHouse({ clock: testClock() })
const scratch = await scratchFiles()
let empty: Record<string, string[]>

beforeAll(async () => {
  empty = await allRows(house.db)
})

async function refusal(content: string | Uint8Array): Promise<string> {
  const file = await scratch(content)
  const failure = await runImport({
    house,
    source: wordpressSource(),
    file,
    fetchMedia: false,
    say: () => {},
  }).then(
    () => undefined,
    error => error,
  )
  expect(failure).toBeInstanceOf(BadArchive)
  expect(await allRows(house.db)).toEqual(empty)
  return (failure as Error).message
}

test('a file that is cut off anywhere leaves nothing and says where it ends', async () => {
  for (const share of [0.001, 0.003, 0.02, 0.1, 0.31, 0.5, 0.77, 0.9, 0.999]) {
    const sentence = await refusal(fixture.subarray(0, Math.floor(fixture.length * share)))
    expect(sentence).toMatch(/not whole|ends inside a character|no <rss>|not well-formed/)
    if (share > 0.1) expect(sentence).toMatch(/line \d+, column \d+|after \d+ bytes/)
  }
  expect(await refusal(fixture.subarray(0, fixture.length - 8))).toMatch(/not whole: it ends at line \d+/)
}, 60_000)

test('the sentence names the story in which it is cut off', async () => {
  const whole = wxr([{ title: 'The first' }, { id: 2, title: 'The bridge that was' }])
  const sentence = await refusal(whole.slice(0, whole.indexOf('The bridge that was') + 300))
  expect(sentence).toContain('“The bridge that was”')
})

test('an empty file, and files of other kinds', async () => {
  expect(await refusal('')).toMatch(/empty/)
  expect(await refusal('{"db":[{"data":{}}]}')).toMatch(/does not begin like XML/)
  expect(await refusal('PK\x03\x04')).toMatch(/zip archive/)
  expect(await refusal(new Uint8Array([0x1f, 0x8b, 8, 0]))).toMatch(/gzip/)
  expect(await refusal('<html><body>Sign in</body></html>')).toMatch(/begins with <html>/)
  const plain =
    '<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title><item><title>x</title></item></channel></rss>'
  expect(await refusal(plain)).toMatch(/not a WordPress export.*wxr_version/)
})

test('entities that multiply or reach for other files', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
    <rss><channel><title>&lol2;</title></channel></rss>`
  expect(await refusal(laughs)).toMatch(/document type/)
  const outside = `<?xml version="1.0"?><!DOCTYPE r SYSTEM "file:///etc/passwd"><rss><channel/></rss>`
  expect(await refusal(outside)).toMatch(/document type/)
})

test('bytes that are no text', async () => {
  expect(await refusal(wxr([{ body: 'a\0b' }]))).toMatch(/NUL/)
  const latin = Buffer.from(wxr([{ body: 'Caf\u00e9' }]), 'latin1')
  expect(await refusal(latin)).toMatch(/not UTF-8/)
  expect(await refusal(wxr([]).replace('UTF-8', 'EBCDIC-US'))).toMatch(/EBCDIC-US/)
})

test('elements nested without end, and tags that do not match', async () => {
  expect(await refusal(`<rss><channel>${'<a>'.repeat(100_000)}`)).toMatch(/nested more than 64 deep/)
  expect(await refusal(wxr([]).replace('</channel>', '</chanel>'))).toMatch(/not well-formed XML at line \d+/)
})

test('one text without end', async () => {
  const sentence = await refusal(wxr([]).replace('</channel>', `<x>${'x'.repeat(34_000_000)}`))
  expect(sentence).toMatch(/more than 32 million characters|not whole/)
}, 60_000)

test('bodies nested a hundred thousand deep, and bodies that grow when they are read', async () => {
  const deep = `${'<div>'.repeat(100_000)}the end${'</div>'.repeat(100_000)}`
  const growing = `${Array.from({ length: 3000 }, (_, n) => `<b x="${n}">`).join('')}${'<p>word'.repeat(3000)}`
  const file = await scratch(
    wxr([
      { id: 1, body: deep },
      { id: 2, body: growing },
    ]),
  )
  const report = await runImport({
    house,
    source: wordpressSource(),
    file,
    fetchMedia: false,
    dryRun: true,
    say: () => {},
  })
  expect(report.counts['story published']!.added).toBe(2)
  const said = report.changed.map(each => each.what)
  expect(said.filter(what => what.startsWith('only the words of this body were taken'))).toHaveLength(2)
}, 30_000)

test('control characters that XML forbids are taken out, and said', async () => {
  const file = await scratch(wxr([{ title: 'Bell\u0007 and\u000b tab' }]))
  const report = await runImport({
    house,
    source: wordpressSource(),
    file,
    fetchMedia: false,
    dryRun: true,
    say: () => {},
  })
  expect(report.leftBehind).toContainEqual(expect.objectContaining({ what: 'control characters', count: 2 }))
})

test('half characters, NUL in hidden data and endless addresses do not stop an import', async () => {
  const odd = item({
    id: 7,
    title: 'Odd',
    slug: '%f0%9f%98%80-caf%c3',
    body: `<!-- wp:acme/map {"a\\u0000b":"\\ud800","deep":${'['.repeat(3000)}${']'.repeat(3000)}} /--><img src="https://old.example/${'a'.repeat(3000)}.jpg"><a href="https://old.example/${'b'.repeat(5000)}">long</a>`,
    link: `https://old.example/${'c'.repeat(4000)}/`,
    guid: `https://old.example/${'d'.repeat(4000)}`,
  })
  const file = await scratch(wxr([odd]))
  const report = await runImport({
    house,
    source: wordpressSource(),
    file,
    fetchMedia: false,
    dryRun: true,
    say: () => {},
  })
  expect(report.counts['story published']!.added).toBe(1)
})

test('a file that is not there', async () => {
  const missing = {
    house,
    source: wordpressSource(),
    file: '/nowhere/x.xml',
    fetchMedia: false,
    say: () => {},
  }
  await expect(runImport(missing)).rejects.toThrow(/There is no file “\/nowhere\/x.xml”/)
})
