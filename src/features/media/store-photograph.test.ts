import { Readable } from 'node:stream'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testHouse } from '../../../test/builders/test-house.ts'
import { jpegPicture, picture, withIptc } from '../../../test/builders/test-pictures.ts'
import { linkPhotograph, storePhotograph, updatePhotograph } from './photograph.ts'
import { readStoredPhotograph } from './photograph-queries.ts'

const { house } = await testHouse()
const caption = 120
const byline = 80

async function stored(id: number) {
  return (await readStoredPhotograph(house.db, id))!
}

test('a photograph is kept as it came and can be shown at once', async () => {
  const bytes = await jpegPicture({ width: 1600, height: 1067, seed: 11 })
  const { id, existed, photograph } = await storePhotograph(house, {
    bytes,
    name: 'quay.jpg',
    alt: 'The quay',
  })
  expect(existed).toBe(false)
  expect(photograph).toMatchObject({
    id,
    state: 'pending',
    alt: 'The quay',
    width: 1600,
    height: 1067,
    social: null,
  })
  expect(photograph.tone).toMatch(/^#[0-9a-f]{6}$/)
  expect(photograph.renditions).toEqual([{ format: 'jpeg', width: 1280, height: 854, src: photograph.src }])
  const row = await stored(id)
  expect((await house.files.read(row.fileKey!)).equals(bytes)).toBe(true)
  expect(row.fileKey).toBe(`photographs/${id}/${row.fingerprint}.jpg`)
  const proof = await sharp(await house.files.read(row.renditions[0]!.key)).metadata()
  expect(proof).toMatchObject({ format: 'jpeg', width: 1280, height: 854 })
})

test('caption and credit are read from the file; what the desk says counts before them', async () => {
  const bytes = withIptc(await jpegPicture({ seed: 12 }), [
    [caption, 'Low tide'],
    [byline, 'Ada Sorrel'],
  ])
  const { photograph } = await storePhotograph(house, { bytes, name: 'tide.jpg', caption: 'High tide' })
  expect(photograph).toMatchObject({ caption: 'High tide', credit: 'Ada Sorrel' })
})

test('the same bytes again are the same photograph, and its words stay', async () => {
  const bytes = await jpegPicture({ seed: 13 })
  const first = await storePhotograph(house, { bytes, name: 'a.jpg', caption: 'First' })
  await updatePhotograph(house, first.id, { caption: 'Edited' })
  const second = await storePhotograph(house, {
    bytes: Readable.from([bytes]),
    name: 'b.jpg',
    caption: 'Second',
  })
  expect(second).toMatchObject({ id: first.id, existed: true })
  expect(second.photograph.caption).toBe('Edited')
})

test('the same bytes twice at once are one photograph', async () => {
  const bytes = await jpegPicture({ seed: 14 })
  const [one, two] = await Promise.all([
    storePhotograph(house, { bytes, name: 'a.jpg' }),
    storePhotograph(house, { bytes, name: 'a.jpg' }),
  ])
  expect(one.id).toBe(two.id)
  expect([one.existed, two.existed].sort()).toEqual([false, true])
  expect(await house.files.stat((await stored(one.id)).fileKey!)).not.toBeNull()
})

test('a linked photograph gets its bytes and keeps id, words and address', async () => {
  const sourceUrl = 'https://old.example/quay.jpg'
  const id = await linkPhotograph(house.db, house.clock, { sourceUrl, caption: 'The old quay', focalX: 0.2 })
  const bytes = withIptc(await jpegPicture({ seed: 15 }), [
    [caption, 'From the file'],
    [byline, 'Ada Sorrel'],
  ])
  const { photograph, ...result } = await storePhotograph(house, { id, bytes, name: 'quay.jpg' })
  expect(result).toEqual({ id, existed: false })
  expect(photograph).toMatchObject({
    state: 'pending',
    caption: 'The old quay',
    credit: 'Ada Sorrel',
    focalX: 0.2,
  })
  expect((await stored(id)).sourceUrl).toBe(sourceUrl)
  const again = await storePhotograph(house, { id, bytes, name: 'quay.jpg' })
  expect(again).toMatchObject({ id, existed: true })
})

test('two links to one picture stay two photographs, each with bytes of its own', async () => {
  const link = (sourceUrl: string) => linkPhotograph(house.db, house.clock, { sourceUrl })
  const ids = [await link('https://old.example/1.jpg'), await link('https://old.example/2.jpg')]
  expect(await link('https://old.example/1.jpg')).toBe(ids[0])
  const bytes = await jpegPicture({ seed: 16 })
  const results = await Promise.all(ids.map(id => storePhotograph(house, { id, bytes, name: 'x.jpg' })))
  expect(results.map(one => [one.id, one.photograph.state])).toEqual(ids.map(id => [id, 'pending']))
  const known = await Promise.all(ids.map(async id => (await stored(id)).fingerprint))
  expect(known.filter(one => one === null)).toHaveLength(1)
})

test('a picture is turned upright as its EXIF says', async () => {
  const bytes = await picture({ width: 400, height: 300, seed: 17 })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { photograph } = await storePhotograph(house, { bytes, name: 'a.jpg' })
  expect(photograph).toMatchObject({ width: 300, height: 400 })
  expect(photograph.renditions[0]).toMatchObject({ width: 300, height: 400 })
})

test('a picture with transparent parts is shown as PNG', async () => {
  const bytes = await picture({ seed: 18, transparent: true }).png().toBuffer()
  const { photograph } = await storePhotograph(house, { bytes, name: 'logo.png' })
  expect(photograph.renditions[0]).toMatchObject({ format: 'png', width: 640 })
  expect(photograph.tone).toBeNull()
})

test.each(['webp', 'avif', 'gif', 'png'] as const)('%s is taken, whatever its name says', async format => {
  const bytes = await picture({ width: 300, height: 200, seed: 19 }).toFormat(format).toBuffer()
  const { id, photograph } = await storePhotograph(house, { bytes, name: 'picture.jpg' })
  expect(photograph).toMatchObject({ state: 'pending', width: 300, height: 200 })
  expect((await stored(id)).mime).toBe(`image/${format}`)
})

test('CMYK and 16-bit pictures come out as ordinary ones', async () => {
  const cmyk = await picture({ seed: 20 }).toColourspace('cmyk').jpeg().toBuffer()
  const deep = await picture({ seed: 21 }).toColourspace('rgb16').png().toBuffer()
  for (const bytes of [cmyk, deep]) {
    const { id } = await storePhotograph(house, { bytes, name: 'print.jpg' })
    const proof = await sharp(await house.files.read((await stored(id)).renditions[0]!.key)).metadata()
    expect(proof).toMatchObject({ space: 'srgb', depth: 'uchar', channels: 3 })
  }
})

test('a drawing is only ever shown as pixels', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" onload="alert(1)">
    <script>alert(1)</script><image href="file:///etc/passwd" width="9" height="9"/><rect width="300" height="200" fill="#0b5563"/></svg>`
  const { id, photograph } = await storePhotograph(house, { bytes: Buffer.from(svg), name: 'logo.svg' })
  expect(photograph).toMatchObject({ width: 1920, height: 1280 })
  expect(photograph.renditions.map(one => one.format)).toEqual(['png'])
  expect(photograph.src).toMatch(/\.png$/)
  expect((await stored(id)).mime).toBe('image/svg+xml')
})

const jpeg = await jpegPicture({ width: 1200, height: 800, seed: 22 })

test.each<[string, Buffer, RegExp]>([
  ['nothing', Buffer.alloc(0), /empty/],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), /is not a picture that can be taken/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), /is not a picture that can be taken/],
  ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), /HEIC.*Export it as JPEG/],
  ['a JPEG that is cut short', jpeg.subarray(0, jpeg.length / 2), /damaged or cut short/],
  ['the beginning of a JPEG', jpeg.subarray(0, 20), /damaged or cut short/],
  ['a PNG of 3,600 million pixels', pngHeader(60_000, 60_000), /longest side may have 30,000/],
  ['a PNG of 400 million pixels', pngHeader(20_000, 20_000), /400 million pixels; it may have 100 million/],
  ['a PNG that is one pixel high and 60,000 wide', pngHeader(60_000, 1), /longest side may have 30,000/],
  ['a PNG without pixels', pngHeader(100, 100), /damaged or cut short/],
  ['a drawing that asks for its own entities', entityBomb(), /damaged or cut short/],
  [
    'a drawing as wide as a town',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="9000000"/>'),
    /longest side/,
  ],
])('%s is refused with a plain sentence', async (_what, bytes, sentence) => {
  await expect(storePhotograph(house, { bytes, name: 'a.jpg' })).rejects.toMatchObject({
    name: 'BadInput',
    field: 'photograph',
    message: expect.stringMatching(sentence),
  })
})

test('more than 50 MB is refused before it is all here', async () => {
  let sent = 0
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1_048_576, sent++ === 0 ? '\xff\xd8\xff' : 0)
    })(),
  )
  await expect(storePhotograph(house, { bytes: endless, name: 'big.jpg' })).rejects.toThrow(
    '"big.jpg" is larger than 50 MB.',
  )
  expect(sent).toBeLessThan(70)
})

test('a JPEG that is also a page loses the page', async () => {
  const bytes = Buffer.concat([
    await jpegPicture({ seed: 23 }),
    Buffer.from('<script>alert(1)</script>PK\x03\x04'),
  ])
  const { id } = await storePhotograph(house, { bytes, name: 'a.jpg' })
  const shown = await house.files.read((await stored(id)).renditions[0]!.key)
  expect(shown.includes('<script>')).toBe(false)
})

test('a text chunk that unpacks to hundreds of megabytes does no harm', async () => {
  const png = await picture({ width: 50, height: 40, seed: 24 }).png().toBuffer()
  const packed = deflateSync(Buffer.alloc(300 * 1_048_576, 'a'), { level: 9 })
  const bomb = chunk('zTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0'), packed]))
  const bytes = Buffer.concat([png.subarray(0, 33), bomb, png.subarray(33)])
  const taken = await storePhotograph(house, { bytes, name: 'a.png' }).catch(error => error.message)
  expect(typeof taken === 'string' ? taken : taken.photograph.caption).toMatch(/^$|damaged/)
})

test.each([
  [{ focalX: 1.5 }, 'focalX', "The photograph's focalX is at most 1."],
  [{ credit: 'x'.repeat(301) }, 'credit', "The photograph's credit has at most 300 characters."],
  [
    { rights: { until: 'soon' } },
    'rights.until',
    "The photograph's rights.until is a date such as 2027-12-31.",
  ],
])('words that cannot be: %j', async (words, field, message) => {
  await expect(storePhotograph(house, { bytes: jpeg, name: 'a.jpg', ...words })).rejects.toMatchObject({
    field,
    message,
  })
})

function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function entityBomb(): Buffer {
  const names = 'abcdefghij'.split('')
  const entities = names.map(
    (name, index) => `<!ENTITY ${name} "${index ? `&${names[index - 1]};`.repeat(10) : 'lol'}">`,
  )
  return Buffer.from(
    `<!DOCTYPE svg [${entities.join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&j;</text></svg>`,
  )
}
