import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { extract, type Header, pack } from 'tar-stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { fillWithEverything } from '../../../../test/builders/whole-publication.ts'
import { BadArchive } from '../import.ts'
import { archiveKinds } from './archive-kinds.ts'
import { exportArchive } from './export-archive.ts'
import { importArchive } from './import-archive.ts'

interface Piece {
  header: Partial<Header> & { name: string }
  body: Buffer
}

const clock = testClock()
const { house } = await testHouse({ clock })
const empty = await testHouse({ clock: testClock() })
const say = () => {}
let folder: string
let whole: Buffer
let pieces: Piece[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-hostile-'))
  await fillWithEverything(house, clock)
  const file = join(folder, 'whole.tar.gz')
  await exportArchive(house, { file, say })
  whole = await readFile(file)
  pieces = await unpacked(whole)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function unpacked(bytes: Buffer): Promise<Piece[]> {
  const found: Piece[] = []
  const tar = extract()
  tar.end(gunzipSync(bytes))
  for await (const entry of tar) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    found.push({ header: { name: entry.header.name }, body: Buffer.concat(chunks) })
  }
  return found
}

async function packed(all: readonly Piece[]): Promise<Buffer> {
  const tar = pack()
  for (const { header, body } of all) tar.entry(header, body)
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk as Buffer)
  return gzipSync(Buffer.concat(chunks))
}

/** The archive with one file changed (or, with null, taken out). */
function withFile(name: string, change: (body: string) => string | Buffer | null): Promise<Buffer> {
  return packed(
    pieces.flatMap(piece => {
      if (piece.header.name !== name) return [piece]
      const body = change(piece.body.toString())
      return body === null ? [] : [{ ...piece, body: Buffer.from(body) }]
    }),
  )
}

/** Tries to import bytes; gives back the sentence, having seen that nothing stayed. */
async function refusalOf(bytes: Buffer): Promise<string> {
  const file = join(folder, 'hostile.tar.gz')
  await writeFile(file, bytes)
  const error = await importArchive(empty.house, { file, say }).then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(BadArchive)
  for (const table of ['publication', 'stories', 'photographs', 'redirects'] as const) {
    const { n } = await empty.house.db
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(Number(n), table).toBe(0)
  }
  for (const { header } of pieces.filter(piece => piece.header.name.startsWith('media/')))
    expect(await empty.house.files.stat(header.name.slice(6))).toBeNull()
  return (error as Error).message
}

test('an archive that is cut off anywhere leaves nothing', async () => {
  for (const share of [0.001, 0.01, 0.2, 0.5, 0.9, 0.999]) {
    const sentence = await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))
    expect(sentence).toMatch(/not whole|ends too early|damaged/)
  }
  expect(await refusalOf(Buffer.alloc(0))).toMatch(/whole|empty|damaged/)
  // Cut at the end of an entry: whole as a tar, but not as an archive of ours.
  for (const count of [1, 2, 5, pieces.length - 1])
    expect(await refusalOf(await packed(pieces.slice(0, count)))).toMatch(/not whole/)
})

test('damage is noticed wherever it is', async () => {
  for (let at = 20; at < whole.length; at += Math.floor(whole.length / 25)) {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 0x55
    await refusalOf(bytes)
  }
})

test('entries that are no plain files, lead out of the archive or come twice are refused', async () => {
  const [head, ...rest] = pieces as [Piece, ...Piece[]]
  const at = (name: string, more: Partial<Header> = {}) =>
    packed([head, { header: { name, ...more }, body: Buffer.from('') }, ...rest])
  for (const name of [
    '../etc/passwd',
    '/etc/passwd',
    'media/../../x',
    'media//x',
    'C:\\x',
    'media/.hidden',
    'a\u0000b',
  ])
    expect(await refusalOf(await at(name))).toMatch(/where none can be|should be/)
  for (const type of ['symlink', 'link', 'directory', 'fifo', 'character-device', 'block-device'] as const)
    expect(await refusalOf(await at('publication.json', { type, linkname: '/etc/passwd' }))).toMatch(
      /not a file|where none can be/,
    )
  expect(await refusalOf(await packed([head, head, ...rest]))).toMatch(/twice/)
  expect(await refusalOf(await packed([...rest, head]))).toMatch(/not begin with manifest/)
  expect(
    await refusalOf(
      await packed([...pieces, { header: { name: 'media/photographs/9/x.jpg' }, body: Buffer.from('x') }]),
    ),
  ).toMatch(/does not list/)
})

test('other formats and versions are refused by name', async () => {
  expect(
    await refusalOf(await withFile('manifest.json', body => body.replace('"version": 2', '"version": 3'))),
  ).toMatch(/version 3 of its format/)
  expect(
    await refusalOf(await withFile('manifest.json', body => body.replace('masthead-archive', 'ghost'))),
  ).toMatch(/not a Masthead archive/)
  expect(await refusalOf(await withFile('manifest.json', () => 'null'))).toMatch(/not a Masthead archive/)
  expect(await refusalOf(Buffer.from('PK not gzip'))).toMatch(/not a whole .tar.gz/)
  expect(await refusalOf(gzipSync(Buffer.from('not a tar '.repeat(200))))).toMatch(/damaged|headers/)
})

test('bytes that are not what the list says are refused', async () => {
  const media = pieces.find(piece => piece.header.name.endsWith('.pdf'))!
  expect(
    await refusalOf(await withFile(media.header.name, body => body.replace('minutes', 'MINUTES'))),
  ).toMatch(/checksum/)
  expect(await refusalOf(await withFile(media.header.name, body => `${body}!`))).toMatch(/media.jsonl says/)
  expect(await refusalOf(await withFile(media.header.name, () => null))).toMatch(/is listed and not in it/)
  expect(
    await refusalOf(await withFile('media.jsonl', body => body.split('\n').slice(1).join('\n'))),
  ).toMatch(/does not list/)
  expect(
    await refusalOf(await withFile('media.jsonl', body => body.replace(/"key":"[^"]+"/, '"key":"../../x"'))),
  ).toMatch(/“key”/)
})

test('what grows without end is refused before it is unpacked', async () => {
  const bomb = await packed([
    pieces[0]!,
    { header: { name: 'publication.json' }, body: Buffer.alloc(400 * 1024 * 1024, 0x20) },
  ])
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await refusalOf(bomb)).toMatch(/larger than 4 MB|grows without end/)
  const lines = await packed([
    ...pieces.slice(0, 2),
    { header: { name: 'photographs.jsonl' }, body: Buffer.alloc(400 * 1024 * 1024, 0x20) },
  ])
  expect(await refusalOf(lines)).toMatch(/64 million characters|grows without end/)
  const header = Buffer.from(
    gunzipSync(
      await packed([
        { header: { name: 'x', pax: { path: 'y'.repeat(90) } } as never, body: Buffer.from('') },
      ]),
    ).subarray(0, 512),
  )
  const longHeader = paxHeader(header, 200 * 1024 * 1024)
  expect(
    await refusalOf(gzipSync(Buffer.concat([longHeader, Buffer.alloc(200 * 1024 * 1024, 0x61)]))),
  ).toMatch(/headers/)
})

test('lines that do not fit are refused with their number and field', async () => {
  const stories = 'stories.jsonl'
  const cases: [string, (body: string) => string, RegExp][] = [
    [
      stories,
      body => body.replace('"state":"published"', '"state":"secret"'),
      /Line \d+ of stories.jsonl cannot be used: “state”/,
    ],
    [stories, body => body.replace('"id":1,', '"id":-1,'), /“id”/],
    [stories, body => body.replace('"id":1,', '"extra":1,"id":1,'), /Unrecognized key/],
    [stories, body => body.replace('"id":2,', '"id":1,'), /contradicts itself/],
    [
      stories,
      body => body.replace('"state":"draft"', '"state":"published"'),
      /no revision that can be shown|contradicts/,
    ],
    [stories, body => `${body}{"broken":`, /middle of a line/],
    [stories, body => `${body}nonsense\n`, /is not JSON/],
    [stories, body => body.split('\n').slice(1).join('\n'), /contradicts|lines; manifest/],
    [
      'redirects.jsonl',
      body => body.replace('/a-new-address', 'javascript:alert(1)'),
      /“target” leads nowhere/,
    ],
    ['redirects.jsonl', body => body.replace('/a-new-address', '//evil.example'), /“target” leads nowhere/],
    ['photographs.jsonl', body => body.replace('https://pictures', 'javascript:pictures'), /“sourceUrl”/],
    [
      'photographs.jsonl',
      body => body.replace(/"fileKey":"[^"]+"/, '"fileKey":"../../../etc/passwd"'),
      /“fileKey”/,
    ],
    ['files.jsonl', body => body.replace('application/pdf', 'text/html'), /“mime”/],
    ['authors.jsonl', body => body.replace('Petra Quill', 'Petra \\u0000Quill'), /authors.jsonl contradicts/],
    [
      'publication.json',
      body => body.replace('"Europe/Dublin"', '"Nowhere"'),
      /publication.json cannot be used/,
    ],
    [
      'publication.json',
      body => body.replace('The Lantern', '\\ud800'.repeat(200)),
      /publication.json cannot be used/,
    ],
    ['briefs.jsonl', body => body.replace(/"content":\[\[.*?\]\],/, '"content":[7],'), /“content/],
    ['revisions.jsonl', body => body.replace('"number":2', '"number":1'), /contradicts/],
    [
      'stories.jsonl',
      body => body.replace('"draft":{', `"draft":{"deep":${'['.repeat(60_000)}${']'.repeat(60_000)},`),
      /contradicts|not JSON/,
    ],
  ]
  for (const [name, change, sentence] of cases) {
    const before = pieces.find(piece => piece.header.name === name)!.body.toString()
    expect(change(before), `${name} ${sentence}`).not.toBe(before)
    expect(await refusalOf(await withFile(name, change)), String(sentence)).toMatch(sentence)
  }
})

test('an archive of version 1 comes in as it was', async () => {
  const older = await testHouse({ clock: testClock() })
  const fields = [
    'dueAt',
    'embargoUntil',
    'scheduledBy',
    'removedAt',
    'refersTo',
    'mergedInto',
    'queuedFor',
    'pinRank',
  ]
  const asBefore = pieces
    .filter(({ header }) => header.name !== 'tombstones.jsonl')
    .map(({ header, body }) => {
      const text = body.toString()
      if (header.name === 'manifest.json')
        return {
          header,
          body: Buffer.from(text.replace('"version": 2', '"version": 1').replace(/"tombstones": 1,?/, '')),
        }
      if (!/^(topics|stories|corrections|briefs)\.jsonl$/.test(header.name)) return { header, body }
      const lines = text.split('\n').map(line => {
        if (line === '') return line
        const kept = Object.entries(JSON.parse(line)).filter(([name]) => !fields.includes(name))
        return JSON.stringify(Object.fromEntries(kept))
          .replace('"state":"ready"', '"state":"draft"')
          .replace('"state":"queued"', '"state":"withdrawn"')
      })
      return { header, body: Buffer.from(lines.join('\n')) }
    })
  const file = join(folder, 'version-1.tar.gz')
  await writeFile(file, await packed(asBefore))
  const { counts } = await importArchive(older.house, { file, say })
  expect(counts).toMatchObject({ stories: expect.any(Number), corrections: 2 })
  expect(counts.tombstones).toBeUndefined()
})

test('after all that, the whole archive still comes in', async () => {
  const file = join(folder, 'last.tar.gz')
  await writeFile(file, await packed(pieces))
  const trial = await importArchive(empty.house, { file, say, dryRun: true })
  expect(trial.counts.stories).toBeGreaterThan(3)
  const report = await importArchive(empty.house, { file, say })
  expect(report).toMatchObject({ counts: trial.counts, media: trial.media })
  expect(Object.keys(report.counts)).toEqual(archiveKinds.map(kind => kind.name))
  const sums = pieces.filter(piece => piece.header.name.startsWith('media/'))
  for (const { header, body } of sums) {
    const stored = await empty.house.files.read(header.name.slice(6))
    expect(sha(stored)).toBe(sha(body))
  }
})

function sha(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A header of the given kind that announces more bytes of names than anybody needs. */
function paxHeader(header: Buffer, size: number): Buffer {
  header.write('x', 156)
  header.write(`${size.toString(8).padStart(11, '0')} `, 124)
  header.fill(0x20, 148, 156)
  const sum = header.reduce((all, byte) => all + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148)
  return header
}
