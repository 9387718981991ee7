import { z } from 'zod'
import { BadInput } from '../../platform/errors/errors.ts'
import type { Rendition } from './rendition.ts'

export { adoptFile, adoptPhotograph } from './adopt-media.ts'
export { cropPhotograph, type Part, photographPart } from './crop-photograph.ts'
export { type Download, findFiles } from './file-queries.ts'
export { linkFile, linkPhotograph } from './link-media.ts'
export { makeRenditionsJob } from './media-jobs.ts'
export { findPhotographs, photographIn } from './photograph-queries.ts'
export { printIcon } from './print-icon.ts'
export { storeFile } from './store-file.ts'
export { storePhotograph } from './store-photograph.ts'
export { storeSign } from './store-sign.ts'
export { updatePhotograph } from './update-photograph.ts'

export type PhotographState = 'pending' | 'ready' | 'failed' | 'elsewhere'

/** Whose a photograph is, and for how long it may be shown. */
export const photographRights = z.object({
  holder: z.string('is a name').trim().max(300, 'has at most 300 characters').optional(),
  /** The last day on which it may be published, YYYY-MM-DD. */
  until: z.iso.date('is a date such as 2027-12-31').optional(),
  note: z.string('is a line of text').trim().max(2000, 'has at most 2000 characters').optional(),
  /** The day it was taken, YYYY-MM-DD. */
  takenOn: z.iso.date('is a date such as 2027-12-31').optional(),
})
export type PhotographRights = z.infer<typeof photographRights>

const focal = z.number('is a number from 0 to 1').min(0, 'is at least 0').max(1, 'is at most 1')

/** What the desk says about a photograph; a field that is left out stays as it is. */
export const photographWords = z.object({
  caption: z.string('is text').trim().max(5000, 'has at most 5000 characters').optional(),
  credit: z.string('is text').trim().max(300, 'has at most 300 characters').optional(),
  alt: z.string('is text').trim().max(1500, 'has at most 1500 characters').optional(),
  /** The point that matters most, 0–1 from the left and from the top. */
  focalX: focal.optional(),
  focalY: focal.optional(),
  rights: photographRights.optional(),
})
export type PhotographWords = z.infer<typeof photographWords>

/** A photograph as pages show it; fits `BlockPhotograph` and the design's `Picture`. */
export interface Photograph {
  id: number
  /**
   * 'pending' has its first rendition only; 'failed' has nothing to show. A photograph whose later renditions could
   * not be made is shown with those it has, as 'ready'; the row says what went wrong.
   */
  state: PhotographState
  alt: string
  caption: string
  credit: string
  /** Of the upright original; null where it is not known (elsewhere). */
  width: number | null
  height: number | null
  focalX: number
  focalY: number
  /** '#aabbcc' */
  tone: string | null
  /** A rendition for one plain `<img>`; where state is 'elsewhere' the address it is linked from; '' where nothing can be shown. */
  src: string
  renditions: { format: Rendition['format']; width: number; height: number; src: string }[]
  /** 1200 × 630 around the focal point (smaller where the original is), once it is made. */
  social: { src: string; width: number; height: number } | null
}

/** The columns that `toPhotograph` reads. */
export interface PhotographRow {
  id: number
  state: PhotographState
  source_url: string | null
  width: number | null
  height: number | null
  focal_x: number
  focal_y: number
  alt: string
  caption: string
  credit: string
  tone: string | null
  renditions: unknown
}

export function toPhotograph(row: PhotographRow): Photograph {
  const all = row.renditions as Rendition[]
  const sizes = all.filter(one => !one.crop)
  const social = all.find(one => one.crop === 'social')
  return {
    id: row.id,
    state: shownState(row.state, sizes.length),
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    width: row.width,
    height: row.height,
    focalX: row.focal_x,
    focalY: row.focal_y,
    tone: row.tone,
    src: row.state === 'elsewhere' ? (row.source_url ?? '') : plainSrc(sizes),
    renditions: sizes.map(({ format, width, height, key }) => ({
      format,
      width,
      height,
      src: mediaSrc(key),
    })),
    social: social ? { src: mediaSrc(social.key), width: social.width, height: social.height } : null,
  }
}

/** The picture for a social network's card: the crop; until it is made the picture itself; null where there is none of ours. */
export function socialImage(photograph: Photograph): { src: string; width: number; height: number } | null {
  if (photograph.social || photograph.state === 'elsewhere') return photograph.social
  const shown = photograph.renditions.find(one => one.src === photograph.src)
  return shown ? { src: shown.src, width: shown.width, height: shown.height } : null
}

/** What a change of a photograph throws away: pages that name it, and what shows many. */
export function photographKeys(id: number): string[] {
  return [`photograph:${id}`, 'photographs']
}

/** Path of a stored file that readers may fetch, from its key. */
export function mediaSrc(key: string): string {
  return `/media/${key}`
}

/** Reads words that came from outside. Throws BadInput that names the field. */
export function readPhotographWords(input: unknown): PhotographWords {
  const result = photographWords.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue?.path.join('.') || 'photograph'
  throw new BadInput({ field, sentence: `The photograph's ${field} ${issue?.message ?? 'cannot be read'}.` })
}

function shownState(state: PhotographState, sizes: number): PhotographState {
  if (state === 'elsewhere') return state
  if (sizes === 0) return 'failed'
  return state === 'failed' ? 'ready' : state
}

/** JPEG or PNG, because every mail program and feed reader shows them; wide enough for a page, no wider. */
function plainSrc(sizes: readonly Rendition[]): string {
  const plain = sizes.filter(one => one.format === 'jpeg' || one.format === 'png')
  const fitting = plain.filter(one => one.width <= 1280)
  const best = (fitting.length ? fitting : plain).reduce<Rendition | null>(
    (widest, one) => (widest && widest.width >= one.width ? widest : one),
    null,
  )
  return best ? mediaSrc(best.key) : ''
}
