import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testHouse } from '../../../test/builders/test-house.ts'
import { cropPhotograph } from './crop-photograph.ts'
import { storePhotograph } from './store-photograph.ts'

const { house } = await testHouse()

async function halves(): Promise<Buffer> {
  const right = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 600, height: 400, channels: 3, background: '#ff0000' } })
    .composite([{ input: right, left: 300, top: 0 }])
    .jpeg()
    .toBuffer()
}

test('a crop is a photograph of its own, with the words of the original, which it remembers', async () => {
  const original = await storePhotograph(house, {
    bytes: await halves(),
    name: 'halves.jpg',
    credit: 'Petra Quill',
    caption: 'Two halves',
    focalX: 0.75,
    focalY: 0.5,
  })
  const cut = await cropPhotograph(house, original.id, { left: 0.5, top: 0.25, width: 0.5, height: 0.5 })
  expect(cut.id).not.toBe(original.id)
  expect(cut.photograph).toMatchObject({
    width: 300,
    height: 200,
    credit: 'Petra Quill',
    caption: 'Two halves',
    focalX: 0.5,
    focalY: 0.5,
  })
  const row = await house.db
    .selectFrom('photographs')
    .select(['cropped_from', 'file_key'])
    .where('id', '=', cut.id)
    .executeTakeFirstOrThrow()
  expect(row.cropped_from).toBe(original.id)
  const { dominant } = await sharp(await house.files.read(row.file_key!)).stats()
  expect(dominant.b).toBeGreaterThan(200)
  expect(dominant.r).toBeLessThan(50)
})

test('what is not there, or not ours, cannot be cropped', async () => {
  const part = { left: 0, top: 0, width: 0.5, height: 0.5 }
  await expect(cropPhotograph(house, 999_999, part)).rejects.toThrow('There is no photograph 999999.')
})
