import { createHash } from 'node:crypto'
import type { House } from '../../platform/house.ts'
import { darkroomOf } from './darkroom.ts'

const widest = 1600

/**
 * Keeps one of the publication's own signs (logo, icon) as a PNG of at most 1,600 pixels' width; its address changes
 * with its bytes. Gives its key in the store and its size. Throws BadInput for what is not a picture.
 */
export async function storeSign(
  house: House,
  { bytes, name }: { bytes: Buffer; name: 'logo-light' | 'logo-dark' | 'icon' },
): Promise<{ file: string; width: number; height: number }> {
  const darkroom = darkroomOf(house)
  const { width: given, height: givenHeight } = await darkroom.survey({ bytes })
  const width = Math.min(given, widest)
  const height = Math.max(1, Math.round((givenHeight * width) / given))
  const [png] = await darkroom.print({
    bytes,
    renditions: [{ format: 'png', width, height }],
    credit: '',
    holder: '',
  })
  const fingerprint = createHash('sha256').update(png!).digest('hex').slice(0, 12)
  const file = `publication/${name}-${fingerprint}.png`
  await house.files.put(file, png!)
  return { file, width, height }
}
