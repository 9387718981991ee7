import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { scratchFiles } from '../../../test/builders/wxr.ts'
import { fetchMedia } from './fetch-media.ts'
import { type ImportItem, type ImportSource, runImport } from './import.ts'
import { ReportKeeper } from './report.ts'

const { house } = await testHouse({ clock: testClock() })
const scratch = await scratchFiles()
let server: Server
let site: string
let missing = true

beforeAll(async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
  server = createServer((request, response) => {
    if (request.url === '/a.png') response.setHeader('content-type', 'image/png').end(picture)
    else if (request.url === '/minutes.pdf') response.end('%PDF-1.4 minutes of the meeting')
    else if (request.url === '/late.png' && !missing) response.end(picture)
    else if (request.url === '/page.png') response.end('<html>no picture</html>')
    else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test('fetched pictures and files keep their ids; what fails is listed and tried again', async () => {
  const media = (name: string, kind: 'photograph' | 'file' = 'photograph'): ImportItem => {
    return { type: 'media', kind, foreignId: name, url: `${site}/${name}`, name, caption: `Of ${name}` }
  }
  const source: ImportSource = {
    origin: 'test',
    async *items() {
      yield media('a.png')
      yield media('late.png')
      yield media('page.png')
      yield media('minutes.pdf', 'file')
    },
  }
  const file = await scratch('x')
  const linked = await runImport({ house, source, file, fetchMedia: false, say: () => {} })
  expect(linked.mediaElsewhere).toHaveLength(4)

  const refused = await runImport({ house, source, file, fetchMedia: true, say: () => {} })
  expect(refused.mediaFetched).toBe(0)
  expect(refused.mediaElsewhere.map(each => each.why)).toEqual(
    Array(4).fill(expect.stringMatching(/not a web port|not a public address/)),
  )

  const first = await fetchAll()
  expect(first.mediaFetched).toBe(2)
  expect(first.mediaElsewhere.map(each => each.why).sort()).toEqual([
    expect.stringMatching(/page\.png.* is not a picture/),
    expect.stringMatching(/late\.png answered 404/),
  ])
  const [a] = await house.db.selectFrom('photographs').selectAll().orderBy('id').execute()
  expect(a).toMatchObject({
    state: 'pending',
    width: 40,
    height: 30,
    caption: 'Of a.png',
    source_url: `${site}/a.png`,
  })
  const kept = await house.db.selectFrom('files').selectAll().executeTakeFirstOrThrow()
  expect(kept.file_key).toMatch(/minutes\.pdf$/)

  missing = false
  const second = await fetchAll()
  expect(second.mediaFetched).toBe(1)
  expect(second.mediaElsewhere).toHaveLength(1)
}, 30_000)

async function fetchAll() {
  const keeper = new ReportKeeper({ origin: 'test', file: 'x', dryRun: false, startedAt: new Date(0) })
  const port = Number(new URL(site).port)
  await fetchMedia(house, {
    keeper,
    say: () => {},
    reach: { allowAddresses: ['127.0.0.1'], allowPorts: [port] },
  })
  return keeper.report
}
