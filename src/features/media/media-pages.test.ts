import { connect } from 'node:net'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testHouse } from '../../../test/builders/test-house.ts'
import { jpegPicture } from '../../../test/builders/test-pictures.ts'
import { makeRenditionsJob, storeFile, storePhotograph } from './photograph.ts'
import { readStoredPhotograph } from './photograph-queries.ts'

const { house, serve } = await testHouse()
const text = Array.from({ length: 400 }, (_, line) => `line ${line}`).join('\n')
let site: string
let picture: string
let file: string

beforeAll(async () => {
  site = await serve()
  const { id } = await storePhotograph(house, { bytes: await jpegPicture({ seed: 51 }), name: 'a.jpg' })
  await makeRenditionsJob.run({ photographId: id }, house)
  picture = `/media/${(await readStoredPhotograph(house.db, id))!.renditions[0]!.key}`
  file = (await storeFile(house, { name: 'Звіт "за" 2025.txt', bytes: Buffer.from(text) })).src
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${site}${path}`, { headers, method, redirect: 'manual' })

test('a rendition is sent whole, kept for a year by whoever gets it, and can do nothing', async () => {
  const response = await get(picture)
  expect(response.status).toBe(200)
  const headers = Object.fromEntries(response.headers)
  expect(headers).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(headers['content-length']).toBe(String(bytes.length))
  expect(bytes.equals(await house.files.read(picture.slice('/media/'.length)))).toBe(true)
})

test('who has it already gets nothing again', async () => {
  const etag = (await get(picture)).headers.get('etag')!
  expect(etag).toMatch(/^"[\w-]+"$/)
  for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const response = await get(picture, { 'if-none-match': header })
    expect([response.status, await response.text()]).toEqual([304, ''])
    expect(response.headers.get('etag')).toBe(etag)
  }
  expect((await get(picture, { 'if-none-match': '"other"' })).status).toBe(200)
})

test('HEAD says all that GET would, without the bytes', async () => {
  const [head, whole] = [await get(picture, {}, 'HEAD'), await get(picture)]
  expect(head.status).toBe(200)
  for (const name of ['content-length', 'content-type', 'etag', 'cache-control', 'accept-ranges'])
    expect(head.headers.get(name)).toBe(whole.headers.get(name))
  expect((await get(picture, { range: 'bytes=0-9' }, 'HEAD')).status).toBe(200)
})

test('a file is an attachment with its own name', async () => {
  const response = await get(file)
  expect(file).toMatch(/^\/media\/files\/\d+\/[0-9a-f]{16}\/2025\.txt$/)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="____ ____ 2025.txt"; filename*=UTF-8''%D0%97%D0%B2%D1%96%D1%82%20%22%D0%B7%D0%B0%22%202025.txt`,
  )
  expect(await response.text()).toBe(text)
})

test.each([
  ['bytes=0-9', 0, 9],
  ['bytes=3000-', 3000, text.length - 1],
  ['bytes=-5', text.length - 5, text.length - 1],
  ['bytes=10-999999', 10, text.length - 1],
])('%s is a part', async (range, start, end) => {
  const response = await get(file, { range })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${text.length}`)
  expect(response.headers.get('content-length')).toBe(String(end - start + 1))
  expect(await response.text()).toBe(text.slice(start, end + 1))
})

test('a part beyond the end does not exist', async () => {
  const response = await get(file, { range: 'bytes=999999-' })
  expect(response.status).toBe(416)
  expect(response.headers.get('content-range')).toBe(`bytes */${text.length}`)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('If-Range gives a part only of what the reader has', async () => {
  const etag = (await get(file)).headers.get('etag')!
  expect((await get(file, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206)
  expect((await get(file, { range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200)
  expect((await get(file, { range: 'bytes=0-1', 'if-range': `W/${etag}` })).status).toBe(200)
})

test('parts put together are the whole, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 2), async at => {
      const parts = [`bytes=0-${at}`, `bytes=${at + 1}-`].map(range => get(file, { range }))
      const texts = await Promise.all(parts.map(async part => (await part).text()))
      expect(texts.join('')).toBe(text)
    }),
    { numRuns: 25 },
  )
})

test('originals, and everything else that is not for readers, are not found', async () => {
  const { id } = await storePhotograph(house, { bytes: await jpegPicture({ seed: 52 }), name: 'a.jpg' })
  const { fileKey, fingerprint } = (await readStoredPhotograph(house.db, id))!
  expect(await house.files.stat(fileKey!)).not.toBeNull()
  const start = picture.replace(/-320\.avif$/, '')
  for (const path of [
    `/media/${fileKey}`,
    `/media/photographs/${id}/${fingerprint!.slice(0, 12)}-320.svg`,
    `${start}-321.avif`,
    `${start}-320.AVIF`,
    `${picture}/`,
    `${picture}.part`,
    picture.replace('/media/', '/media//'),
    picture.replace('/media/', '/media/./x/../'),
    picture.replace('photographs', 'photographs%2f..%2fphotographs'),
    file.replace('2025', 'other'),
    file.replace(/files\/\d+/, 'files/99999999999999999999'),
    file.replace(/files\/\d+/, 'files/0'),
    '/media/',
    '/media/secrets.json',
    '/media/../secrets.json',
    '/media/%2e%2e/secrets.json',
    '/media/files/1/..%2f..%2f..%2fsecrets.json',
    '/media/files/1/%00.txt',
  ]) {
    const status = path.includes('/./') ? 200 : 404
    expect([path, (await get(path)).status]).toEqual([path, status])
  }
})

test('a path that climbs, sent as it is, stays outside', async () => {
  for (const path of [
    '/media/../../secrets.json',
    '/media/files/../../secrets.json',
    '/media/..\\secrets.json',
    '//media/..//',
  ])
    expect([path, await rawStatus(path)]).toEqual([path, expect.stringMatching(/^HTTP\/1\.1 (404|400|301)/)])
})

test('the file of a draft is not found by guessing its number and name', async () => {
  const { id, src } = await storeFile(house, { name: 'budget.pdf', bytes: Buffer.from('%PDF-1 secret') })
  const mark = src.split('/')[4]!
  const other = mark.replace(/./, first => (first === '0' ? '1' : '0'))
  for (const path of [`/media/files/${id}/budget.pdf`, `/media/files/${id}/${other}/budget.pdf`])
    expect((await get(path)).status, path).toBe(404)
  expect((await get(src)).status).toBe(200)
})

/** `fetch` tidies paths up; a hostile reader does not. */
function rawStatus(path: string): Promise<string> {
  const { hostname, port } = new URL(site)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: paper\r\nConnection: close\r\n\r\n`),
    )
    socket.on('error', reject)
    socket.once('data', data => {
      resolve(data.toString('latin1').split('\r\n')[0]!)
      socket.destroy()
    })
  })
}
