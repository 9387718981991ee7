import type { House } from '../../platform/house.ts'
import { darkroomOf } from './darkroom.ts'

/** A picture (SVG too) as a square PNG of `size` pixels; what is not square is set in the middle of `ground`. */
export async function printIcon(
  house: House,
  { bytes, size, ground }: { bytes: Buffer; size: number; ground: string },
): Promise<Buffer> {
  const mime = bytes.subarray(0, 4).toString('latin1') === '\x89PNG' ? 'image/png' : 'image/svg+xml'
  const source = `data:${mime};base64,${bytes.toString('base64')}`
  const square = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="512" height="512" viewBox="0 0 512 512"><rect width="512" height="512" fill="${ground}"/><image width="512" height="512" preserveAspectRatio="xMidYMid meet" xlink:href="${source}"/></svg>`
  const [printed] = await darkroomOf(house).print({
    bytes: Buffer.from(square),
    renditions: [{ format: 'png', width: size, height: size }],
    credit: '',
    holder: '',
  })
  return printed!
}
