import { crc32, deflateSync } from 'node:zlib'
import { seeded } from './brush.ts'

let tile = ''
/** One small square of paper tooth, light and dark specks, made once and tiled over every picture. */
const tooth = (): string => {
  if (tile) return tile
  const side = 300
  const random = seeded(1936)
  const field = Array.from({ length: side * side }, () => random() - 0.5)
  const rows = Buffer.alloc(side * (side * 2 + 1))
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let sum = 0
      for (let k = 0; k < 9; k++)
        sum += field[((y + Math.floor(k / 3)) % side) * side + ((x + (k % 3)) % side)] ?? 0
      const value = sum / 3 + (field[y * side + x] ?? 0) * 0.5
      rows[y * (side * 2 + 1) + 1 + x * 2] = value > 0 ? 250 : 14
      rows[y * (side * 2 + 1) + 2 + x * 2] = Math.min(
        70,
        Math.abs(value) > 0.33 ? Math.abs(value) * 38 : Math.abs(value) * 12,
      )
    }
  }
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 4, 0, 0, 0], 8)
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  tile = `data:image/png;base64,${png.toString('base64')}`
  return tile
}

/** A finished sheet: ground, drawing, and the tooth of the paper over all. */
export const sheet = (width: number, height: number, ground: string, ...content: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<defs><pattern id="tooth" width="300" height="300" patternUnits="userSpaceOnUse"><image width="300" height="300" xlink:href="${tooth()}"/></pattern></defs>` +
  `<rect width="${width}" height="${height}" fill="${ground}"/>${content.join('')}<rect width="${width}" height="${height}" fill="url(#tooth)"/></svg>`
