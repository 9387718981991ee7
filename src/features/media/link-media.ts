import type { Clock } from '../../platform/clock.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import { cleanName, readFileKind } from './file-kind.ts'
import { putFile } from './file-queries.ts'
import { findBySourceUrl } from './media-row-queries.ts'
import { type PhotographWords, readPhotographWords } from './photograph.ts'
import { insertLinkedPhotograph, startingWords } from './photograph-queries.ts'

export interface LinkedPhotograph extends PhotographWords {
  sourceUrl: string
  /** As far as they are known, in pixels. */
  width?: number
  height?: number
}

/**
 * Notes a picture that stays at another host (state 'elsewhere'); `storePhotograph` with its id brings it home later.
 * The photograph of an address that is known already is returned as it is. Throws BadInput. Returns the id.
 */
export async function linkPhotograph(tx: Transaction, clock: Clock, link: LinkedPhotograph): Promise<number> {
  const { sourceUrl, width, height, ...given } = link
  const words = readPhotographWords(given)
  const url = webAddress(sourceUrl, 'photograph')
  const known = await findBySourceUrl(tx, 'photographs', url)
  if (known !== null) return known
  return insertLinkedPhotograph(tx, {
    source_url: url,
    width: size(width),
    height: size(height),
    ...startingWords(words),
    now: clock.now(),
  })
}

/** Notes a file that stays at another host; `storeFile` with its id brings it home later. Throws BadInput. Returns the id. */
export async function linkFile(
  tx: Transaction,
  clock: Clock,
  link: { sourceUrl: string; name: string; bytes?: number },
): Promise<number> {
  const url = webAddress(link.sourceUrl, 'file')
  const known = await findBySourceUrl(tx, 'files', url)
  if (known !== null) return known
  const name = cleanName(link.name)
  return putFile(tx, {
    file_key: null,
    source_url: url,
    name,
    mime: readFileKind(name)?.mime ?? 'application/octet-stream',
    bytes: link.bytes ?? null,
    now: clock.now(),
  })
}

function webAddress(text: string, field: string): string {
  const url = URL.parse(text)
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.href
  throw new BadInput({
    field,
    sentence: `"${text.slice(0, 200)}" is not an address that a ${field} can have.`,
  })
}

function size(pixels: number | undefined): number | null {
  return pixels && Number.isInteger(pixels) && pixels > 0 && pixels < 1_000_000 ? pixels : null
}
