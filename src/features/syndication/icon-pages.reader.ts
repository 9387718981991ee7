import { lightPaper } from '../../design/colour.ts'
import { NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { printIcon } from '../media/photograph.ts'
import { type Publication, readPublication } from '../publication/publication.ts'

const sizes = new Set(['32', '180', '192', '512'])

/** `/icon-:size.png`: the publication's sign for home screens and search results. */
export async function icon(ask: Ask, house: House): Promise<Answer> {
  const size = ask.params.size ?? ''
  if (!sizes.has(size)) throw new NotFound()
  return png(await draw(house, Number(size)))
}

/** `/apple-touch-icon.png` */
export async function appleTouchIcon(_ask: Ask, house: House): Promise<Answer> {
  return png(await draw(house, 180))
}

/** `/favicon.ico`: an ICO that holds one PNG of 32 pixels, as browsers have read since 2007. */
export async function favicon(_ask: Ask, house: House): Promise<Answer> {
  const image = await draw(house, 32)
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2) // an icon
  head.writeUInt16LE(1, 4) // with one picture
  head.writeUInt8(32, 6)
  head.writeUInt8(32, 7)
  head.writeUInt16LE(1, 10) // colour planes
  head.writeUInt16LE(32, 12) // bits a pixel
  head.writeUInt32LE(image.length, 14)
  head.writeUInt32LE(head.length, 18)
  return { ...png(Buffer.concat([head, image])), type: 'image/x-icon' }
}

function png(body: Buffer): Answer {
  return {
    type: 'image/png',
    body,
    keys: ['publication'],
    headers: { 'cache-control': 'public, max-age=86400' },
  }
}

async function draw(house: House, size: number): Promise<Buffer> {
  const publication = await readPublication(house)
  const file = publication.icon?.file ?? publication.logoFile
  const given = file ? await house.files.read(file).catch(() => null) : null
  const bytes = given ?? Buffer.from(unsetSign(publication))
  return printIcon(house, { bytes, size, ground: lightPaper.paper })
}

/** The sign of a publication that has none: a front page in its accent colour. */
function unsetSign({ accent }: Publication): string {
  const paper = lightPaper.paper
  const bar = (x: number, y: number, width: number, height: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paper}"/>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><rect width="512" height="512" fill="${accent}"/>` +
    `${bar(96, 104, 320, 56)}${bar(96, 192, 192, 216)}${bar(320, 192, 96, 24)}${bar(320, 248, 96, 24)}${bar(320, 304, 96, 24)}${bar(320, 360, 96, 48)}</svg>`
  )
}
