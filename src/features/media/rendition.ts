import { createHash } from 'node:crypto'

export type RenditionFormat = 'avif' | 'webp' | 'jpeg' | 'png'

/** One size and format of a photograph, as it is kept in the `renditions` column. */
export interface Rendition {
  format: RenditionFormat
  width: number
  height: number
  /** In the store of files; the address is `/media/` and the key. */
  key: string
  bytes: number
  /** The crop for cards in social networks; it is not among the sizes that pages choose from. */
  crop?: 'social'
}

/** A part of the upright original, in its pixels. */
export interface Cut {
  left: number
  top: number
  width: number
  height: number
}

export interface PlannedRendition {
  format: RenditionFormat
  width: number
  height: number
  key: string
  /** Taken from this part only. */
  cut?: Cut
}

/** What decides how a photograph is printed. */
export interface Negative {
  id: number
  /** SHA-256 of the original. */
  fingerprint: string
  /** Upright, in pixels. */
  width: number
  height: number
  /** Has transparent parts: PNG then takes the place of JPEG. */
  transparent: boolean
  focalX: number
  focalY: number
  credit: string
  holder: string
}

export const renditionWidths = [320, 480, 720, 960, 1280, 1920] as const
/** The one that is made while the upload waits, so that no page ever shows a broken picture. */
export const proofWidth = 1280
export const socialSize = { width: 1200, height: 630 } as const

/** Raise it when the way of printing changes: photographs printed anew then get new addresses. */
const recipe = 1
// WebP goes to 16,383 pixels, AVIF as it is written here to 16,384.
const longestModernSide = 16_383
const extensions: Record<RenditionFormat, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg', png: 'png' }

/**
 * Everything that should exist of a photograph: AVIF, WebP and JPEG (PNG where it has transparent parts) at each width
 * up to its own, and the social card.
 */
export function planRenditions(negative: Negative): PlannedRendition[] {
  const widths = widthsOf(negative)
  // A format that cannot have every width is left out: a browser that prefers it would show its small ones enlarged.
  const highest = plan(negative, 'jpeg', widths.at(-1)!).height
  const modern = highest <= longestModernSide ? (['avif', 'webp'] as const) : []
  const formats = [...modern, opaqueFormat(negative)]
  const sizes = widths.flatMap(width => formats.map(format => plan(negative, format, width)))
  return [...sizes, planSocial(negative)]
}

/** The first rendition, made at once. It is one of `planRenditions`. */
export function planProof(negative: Negative): PlannedRendition {
  const width = widthsOf(negative).findLast(one => one <= proofWidth) ?? negative.width
  return plan(negative, opaqueFormat(negative), width)
}

/** The largest part with the proportions of the card whose middle is as near to the focal point as the edges allow. */
export function socialCut({
  width,
  height,
  focalX,
  focalY,
}: Pick<Negative, 'width' | 'height' | 'focalX' | 'focalY'>): Cut {
  const ratio = socialSize.width / socialSize.height
  const cutWidth = Math.max(1, Math.min(width, Math.round(height * ratio)))
  const cutHeight = Math.max(1, Math.min(height, Math.round(width / ratio)))
  return {
    left: clamp(Math.round(focalX * width - cutWidth / 2), width - cutWidth),
    top: clamp(Math.round(focalY * height - cutHeight / 2), height - cutHeight),
    width: cutWidth,
    height: cutHeight,
  }
}

function plan(negative: Negative, format: RenditionFormat, width: number): PlannedRendition {
  const height = Math.max(1, Math.round((negative.height * width) / negative.width))
  return { format, width, height, key: `${start(negative)}-${width}.${extensions[format]}` }
}

function planSocial(negative: Negative): PlannedRendition {
  const cut = socialCut(negative)
  const width = Math.min(socialSize.width, cut.width)
  const height = Math.max(1, Math.min(socialSize.height, Math.round((cut.height * width) / cut.width)))
  const focal = `${Math.round(negative.focalX * 100)}-${Math.round(negative.focalY * 100)}`
  return { format: 'jpeg', width, height, cut, key: `${start(negative)}-social-${focal}.jpg` }
}

/** What is printed lives at its address for ever, so all that changes its bytes is part of the address. */
function start({ id, fingerprint, credit, holder }: Negative): string {
  const hash = createHash('sha256').update(JSON.stringify([recipe, fingerprint, credit, holder]))
  return `photographs/${id}/${hash.digest('hex').slice(0, 12)}`
}

function widthsOf({ width }: Negative): number[] {
  const widest = Math.min(width, renditionWidths.at(-1) ?? width)
  return [...renditionWidths.filter(one => one < widest), widest]
}

function opaqueFormat({ transparent }: Negative): 'jpeg' | 'png' {
  return transparent ? 'png' : 'jpeg'
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), most)
}
