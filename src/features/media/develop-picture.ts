import sharp, { type Sharp } from 'sharp'
import { type PictureFormat, pictureFormats } from './picture-format.ts'
import { type FileWords, readFileWords } from './read-file-words.ts'
import { type Cut, proofWidth, type RenditionFormat } from './rendition.ts'
import { writePacket } from './rendition-packet.ts'

/** What an upload is told about a picture at once. */
export interface Survey {
  format: PictureFormat
  /** Of the upright picture, in pixels. */
  width: number
  height: number
  transparent: boolean
  /** The dominant colour, '#aabbcc'; null for a transparent picture, which must not have a colour behind it. */
  tone: string | null
  /** The first rendition, JPEG or (where the picture is transparent) PNG. */
  proof: { bytes: Uint8Array; width: number; height: number }
  words: FileWords
}

export interface SurveyOrder {
  bytes: Uint8Array
  /** In place of what the file says. */
  credit?: string | undefined
  holder?: string | undefined
}

export interface PrintOrder {
  bytes: Uint8Array
  renditions: { format: RenditionFormat; width: number; height: number; cut?: Cut }[]
  /** All that a rendition says about itself. */
  credit: string
  holder: string
}

/** A part of the upright picture, in shares of its width and height. */
export interface CropOrder {
  bytes: Uint8Array
  part: { left: number; top: number; width: number; height: number }
}

/** A picture that cannot be taken; the message is a plain sentence. */
export class Refused extends Error {
  override name = 'Refused'
}

export const mostPixels = 100_000_000
const longestSide = 30_000
const svgWidth = 1920
const paper = { background: '#fff' }

// This process works on one picture at a time and ends soon after; what it keeps must stay small.
sharp.cache(false)
sharp.concurrency(1)
// Only what we take is ever parsed, whatever a file says it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Svg'].map(name => `VipsForeignLoad${name}Buffer`),
})

/** Looks at an uploaded picture. Throws Refused. */
export async function survey(order: SurveyOrder): Promise<Survey> {
  const { open, format, width, height, packet } = await examine(order.bytes)
  const words = readFileWords(order.bytes, packet)
  const about = writePacket({ credit: order.credit ?? words.credit, holder: order.holder ?? words.holder })
  const base = await pixels(open().resize({ width: Math.min(width, proofWidth) })).catch(damaged)
  const transparent = base.info.channels === 4 && !(await raw(base).stats()).isOpaque
  const encode = transparent ? encoders.png : quickJpeg
  const proof = await withWords(encode(raw(base)), about).toBuffer()
  return {
    format,
    width,
    height,
    transparent,
    tone: transparent ? null : await toneOf(base),
    proof: { bytes: proof, width: base.info.width, height: base.info.height },
    words,
  }
}

/** Makes renditions, in the order asked for. Nothing of the original's metadata goes into them. Throws Refused. */
export async function print(order: PrintOrder): Promise<Uint8Array[]> {
  const examined = await examine(order.bytes)
  const transparent = order.renditions.some(one => one.format === 'png')
  const open = () => (transparent ? examined.open() : examined.open().removeAlpha())
  const widest = Math.max(...order.renditions.filter(one => !one.cut).map(one => one.width), 1)
  // Decoded once; the smaller sizes are taken from the largest.
  const base = await pixels(open().resize({ width: widest })).catch(damaged)
  const about = writePacket(order)
  const printed: Uint8Array[] = []
  for (const { format, width, height, cut } of order.renditions) {
    const source = cut ? open().extract(cut) : raw(base)
    const sized = source.resize({ width, height, fit: 'fill', withoutEnlargement: true })
    const encoded = withWords(encoders[format](sized), about)
    printed.push(await encoded.toBuffer().catch(error => unprintable(error, format, width)))
  }
  return printed
}

/** A part of a picture as a picture of its own, with nothing lost that the eye could see. Throws Refused. */
export async function crop({ bytes, part }: CropOrder): Promise<Uint8Array> {
  const { open, width, height } = await examine(bytes)
  const left = Math.min(width - 1, Math.round(part.left * width))
  const top = Math.min(height - 1, Math.round(part.top * height))
  const cut = await pixels(
    open().extract({
      left,
      top,
      width: Math.min(width - left, Math.max(1, Math.round(part.width * width))),
      height: Math.min(height - top, Math.max(1, Math.round(part.height * height))),
    }),
  ).catch(damaged)
  const transparent = cut.info.channels === 4 && !(await raw(cut).stats()).isOpaque
  const picture = transparent
    ? encoders.png(raw(cut))
    : raw(cut).flatten(paper).jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  return picture.toBuffer()
}

async function examine(bytes: Uint8Array) {
  const meta = await sharp(bytes, { limitInputPixels: false }).metadata().catch(damaged)
  const format = meta.format === 'heif' ? 'avif' : meta.format
  if (!format || !(format in pictureFormats)) throw new Refused('This kind of picture cannot be read here.')
  const density = format === 'svg' ? Math.min(7200, Math.max(1, (72 * svgWidth) / meta.width)) : undefined
  const scale = density ? density / 72 : 1
  const { width, height } = scaled(meta.autoOrient, scale)
  if (Math.max(width, height) > longestSide)
    throw new Refused(`The picture is ${width} × ${height} pixels; the longest side may have 30,000.`)
  if (width * height > mostPixels)
    throw new Refused(
      `The picture has ${Math.round((width * height) / 1e6)} million pixels; it may have 100 million.`,
    )
  // A picture that ends too early is refused; lesser faults, which many cameras make, are not.
  const options = { autoOrient: true, limitInputPixels: mostPixels, failOn: 'truncated', density } as const
  return {
    open: () => sharp(bytes, options),
    format: format as PictureFormat,
    width,
    height,
    packet: meta.xmp,
  }
}

function scaled({ width, height }: { width: number; height: number }, scale: number) {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

type Pixels = Awaited<ReturnType<typeof pixels>>

function pixels(picture: Sharp) {
  return picture.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
}

function raw({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}

const encoders: Record<RenditionFormat, (picture: Sharp) => Sharp> = {
  // Effort 2 of 9: at 4 a width of 1,920 takes ten times as long and is 5% smaller.
  avif: picture => picture.avif({ quality: 50, effort: 2 }),
  webp: picture => picture.webp({ quality: 76, effort: 3 }),
  jpeg: picture => picture.flatten(paper).jpeg({ quality: 78, mozjpeg: true }),
  png: picture => picture.png({ compressionLevel: 8 }),
}

/** Takes a quarter of the time and a sixth more bytes than the others: an upload waits for it. */
function quickJpeg(picture: Sharp): Sharp {
  return picture.flatten(paper).jpeg({ quality: 78, progressive: true, quantisationTable: 3 })
}

function withWords(picture: Sharp, packet: string | null): Sharp {
  return packet ? picture.withXmp(packet) : picture
}

async function toneOf(base: Pixels): Promise<string> {
  const small = raw(base).flatten(paper).resize({ width: 48, height: 48, fit: 'fill' })
  const { dominant } = await sharp(await small.png({ compressionLevel: 0 }).toBuffer()).stats()
  return `#${[dominant.r, dominant.g, dominant.b].map(value => value.toString(16).padStart(2, '0')).join('')}`
}

function damaged(error: Error): never {
  throw new Refused('The picture is damaged or cut short and cannot be read.', { cause: error })
}

function unprintable(cause: Error, format: RenditionFormat, width: number): never {
  throw new Refused(`The picture could not be made as ${format} at a width of ${width}.`, { cause })
}
