import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { jpegPicture, picture, xmpPacket } from '../../../test/builders/test-pictures.ts'
import { eventsAfter } from '../../platform/events/events.ts'
import { sweepRenditionsJob } from './media-jobs.ts'
import {
  adoptPhotograph,
  findPhotographs,
  makeRenditionsJob,
  socialImage,
  storePhotograph,
  updatePhotograph,
} from './photograph.ts'
import { photographsWithoutRenditions, readStoredPhotograph } from './photograph-queries.ts'

const clock = testClock()
const { house } = await testHouse({ clock })

async function shown(id: number) {
  return (await findPhotographs(house.db, [id])).get(id)!
}
const stored = async (id: number) => (await readStoredPhotograph(house.db, id))!
const run = (photographId: number) => makeRenditionsJob.run({ photographId }, house)
async function eventsOf(id: number) {
  const events = await eventsAfter(house.db, 0)
  return events.filter(event => event.keys.includes(`photograph:${id}`)).map(event => event.kind)
}

test('every size and format is made, at its address, in its size', async () => {
  const bytes = await jpegPicture({ width: 2000, height: 1333, seed: 31 })
  const { id, photograph: before } = await storePhotograph(house, { bytes, name: 'a.jpg', focalX: 0.9 })
  await run(id)
  const after = await shown(id)
  expect(after.state).toBe('ready')
  expect(after.src).toBe(before.src)
  expect(after.renditions.map(one => `${one.format} ${one.width}`)).toEqual(
    [320, 480, 720, 960, 1280, 1920].flatMap(width => [`avif ${width}`, `webp ${width}`, `jpeg ${width}`]),
  )
  for (const { key, ...rendition } of (await stored(id)).renditions) {
    const file = await house.files.read(key)
    const { format, width, height } = await sharp(file).metadata()
    expect({ format: format === 'heif' ? 'avif' : format, width, height, bytes: file.length }).toMatchObject({
      format: rendition.format,
      width: rendition.width,
      height: rendition.height,
      bytes: rendition.bytes,
    })
  }
  expect(socialImage(after)).toMatchObject({
    width: 1200,
    height: 630,
    src: expect.stringContaining('-social-90-50.jpg'),
  })
  expect(await eventsOf(id)).toEqual(['photograph-changed'])
})

test('nothing of what the camera wrote is in a rendition, but the credit and the holder are', async () => {
  const bytes = await picture({ width: 800, height: 600, seed: 32 })
    .withExif({ IFD0: { Make: 'SpyCam' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1' } })
    .withXmp(xmpPacket('<photoshop:City>Wrenmouth</photoshop:City>'))
    .jpeg()
    .toBuffer()
  const words = { credit: 'Ada <Sorrel>/Lantern', rights: { holder: 'The Wrenmouth Lantern' } }
  const { id } = await storePhotograph(house, { bytes, name: 'a.jpg', ...words })
  await run(id)
  const { fileKey, renditions } = await stored(id)
  expect((await house.files.read(fileKey!)).equals(bytes)).toBe(true)
  for (const { key, format } of renditions) {
    const file = await house.files.read(key)
    const { exif, xmpAsString, iptc, icc } = await sharp(file).metadata()
    expect({ format, exif, iptc, icc }).toEqual({ format, exif: undefined, iptc: undefined, icc: undefined })
    expect(xmpAsString).toContain('Ada &#60;Sorrel&#62;/Lantern')
    expect(xmpAsString).toContain('The Wrenmouth Lantern')
    expect(file.includes('SpyCam') || file.includes('Wrenmouth</photoshop')).toBe(false)
  }
})

test('a second run does nothing again', async () => {
  const { id } = await storePhotograph(house, { bytes: await jpegPicture({ seed: 33 }), name: 'a.jpg' })
  await run(id)
  const [before, events] = [await stored(id), await eventsOf(id)]
  await run(id)
  expect(await stored(id)).toEqual(before)
  expect(await eventsOf(id)).toEqual(events)
})

test('moving the focal point makes a new card and nothing else', async () => {
  const { id } = await storePhotograph(house, { bytes: await jpegPicture({ seed: 34 }), name: 'a.jpg' })
  await run(id)
  const before = await shown(id)
  await updatePhotograph(house, id, { focalX: 0.1, focalY: 0.25 })
  await run(id)
  const after = await shown(id)
  expect(after).toMatchObject({ focalX: 0.1, renditions: before.renditions })
  expect(after.social!.src).toContain('-social-10-25.jpg')
  const old = before.social!.src.slice('/media/'.length)
  expect(await house.files.stat(old)).not.toBeNull()
})

test('a corrected credit gets into the renditions, at new addresses; the old ones stay for those who have them', async () => {
  const { id } = await storePhotograph(house, {
    bytes: await jpegPicture({ seed: 35 }),
    name: 'a.jpg',
    credit: 'Wrong',
  })
  await run(id)
  const before = await stored(id)
  await updatePhotograph(house, id, { credit: 'Jonas Weir/Lantern' })
  await run(id)
  const after = await stored(id)
  expect(after.renditions.map(one => one.key)).not.toEqual(before.renditions.map(one => one.key))
  expect((await sharp(await house.files.read(after.renditions[0]!.key)).metadata()).xmpAsString).toContain(
    'Jonas Weir',
  )
  expect(await house.files.stat(before.renditions[0]!.key)).not.toBeNull()
})

test('an original that is damaged on the disk ends as failed with its reason, and is shown with what there is', async () => {
  const { id } = await storePhotograph(house, { bytes: await jpegPicture({ seed: 36 }), name: 'a.jpg' })
  const { fileKey } = await stored(id)
  const bytes = await house.files.read(fileKey!)
  await house.files.put(fileKey!, bytes.subarray(0, bytes.length / 2))
  await run(id)
  expect(await stored(id)).toMatchObject({
    state: 'failed',
    failure: 'The picture is damaged or cut short and cannot be read.',
  })
  expect(await shown(id)).toMatchObject({ state: 'ready', src: expect.stringContaining('.jpg') })
  expect(await eventsOf(id)).toEqual(['photograph-changed'])
  await house.files.put(fileKey!, bytes)
  await run(id)
  expect(await stored(id)).toMatchObject({ state: 'ready', failure: null })
})

test('an original that is gone ends as failed too', async () => {
  const { id } = await storePhotograph(house, { bytes: await jpegPicture({ seed: 37 }), name: 'a.jpg' })
  await rm(join(house.config.dataDir, 'files', (await stored(id)).fileKey!))
  await run(id)
  expect(await stored(id)).toMatchObject({
    state: 'failed',
    failure: 'The original is no longer among the stored files.',
  })
})

test('the card of a picture that lies on its side is cut from the upright one', async () => {
  const halves = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="100%" height="100%" fill="#00f"/><rect width="200" height="300" fill="#f00"/></svg>`
  const bytes = await sharp(Buffer.from(halves)).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { id } = await storePhotograph(house, { bytes, name: 'a.jpg', focalY: 0 })
  await run(id)
  const { width, height, renditions } = await stored(id)
  expect([width, height]).toEqual([300, 400])
  const card = await house.files.read(renditions.find(one => one.crop)!.key)
  const { dominant } = await sharp(card).stats()
  expect(dominant.r).toBeGreaterThan(200)
  expect(dominant.b).toBeLessThan(60)
  expect(await sharp(card).metadata()).toMatchObject({ width: 300, height: 158 })
})

test('a picture that came with an archive is looked at and printed, and its words stay', async () => {
  const fileKey = 'imports/7/quay.jpg'
  await house.files.put(fileKey, await jpegPicture({ width: 900, height: 600, seed: 40 }))
  const id = await adoptPhotograph(house.db, house, { fileKey, caption: 'The quay', credit: 'Lantern' })
  expect(await shown(id)).toMatchObject({ state: 'failed', src: '', renditions: [] })
  await run(id)
  expect(await shown(id)).toMatchObject({ state: 'ready', width: 900, height: 600, caption: 'The quay' })
  expect(await stored(id)).toMatchObject({ fileKey, mime: 'image/jpeg', fingerprint: expect.any(String) })
  const twin = await adoptPhotograph(house.db, house, { fileKey })
  await run(twin)
  expect(await stored(twin)).toMatchObject({ state: 'ready', fingerprint: null })
  await run(twin)
})

test('what came with an archive and is no picture ends as failed', async () => {
  await house.files.put('imports/7/page.jpg', Buffer.from('<html>'))
  const id = await adoptPhotograph(house.db, house, { fileKey: 'imports/7/page.jpg' })
  await run(id)
  expect(await stored(id)).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('"page.jpg" is not a picture'),
  })
})

test('only the first picture of an animation is shown', async () => {
  const frames = await Promise.all(
    [1, 2, 3].map(seed => picture({ width: 90, height: 60, seed }).png().toBuffer()),
  )
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const { id } = await storePhotograph(house, { bytes, name: 'a.gif' })
  await run(id)
  const { renditions, height } = await stored(id)
  expect(height).toBe(60)
  for (const { key } of renditions)
    expect((await sharp(await house.files.read(key)).metadata()).pages ?? 1).toBe(1)
})

test.each([
  [1, 1],
  [29_999, 1],
  [3, 20_000],
])('a picture of %i × %i pixels has its renditions', async (width, height) => {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#0b5563' } })
    .png()
    .toBuffer()
  const { id } = await storePhotograph(house, { bytes, name: 'a.png' })
  await run(id)
  expect(await stored(id)).toMatchObject({ state: 'ready', failure: null })
})

test('photographs whose job was lost are found after a while', async () => {
  const { id } = await storePhotograph(house, { bytes: await jpegPicture({ seed: 38 }), name: 'a.jpg' })
  const waiting = async () =>
    photographsWithoutRenditions(house.db, new Date(clock.now().getTime() - 900_000))
  expect(await waiting()).not.toContain(id)
  clock.advance(3600)
  expect(await waiting()).toContain(id)
  await sweepRenditionsJob.run({}, house)
  await run(id)
  expect(await waiting()).not.toContain(id)
})

test('an upload leads to all renditions through the queue', async () => {
  const { house: working } = await testHouse({ working: true })
  const done = Promise.withResolvers<void>()
  working.events.listen(event => event.kind === 'photograph-changed' && done.resolve())
  const { id } = await storePhotograph(working, { bytes: await jpegPicture({ seed: 39 }), name: 'a.jpg' })
  await done.promise
  expect((await findPhotographs(working.db, [id])).get(id)).toMatchObject({ state: 'ready' })
})
