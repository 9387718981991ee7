import { z } from 'zod'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { darkroomOf } from './darkroom.ts'
import { readStoredPhotograph, rememberOriginal } from './photograph-queries.ts'
import { type StoredResult, storePhotograph } from './store-photograph.ts'

const share = z.coerce.number('A part of a photograph is told in numbers.').min(0).max(1)

/** A part of a photograph: from the left and the top, and how large, as shares from 0 to 1. */
export const photographPart = z
  .object({ left: share, top: share, width: share, height: share })
  .refine(
    ({ left, top, width, height }) => left + width <= 1.001 && top + height <= 1.001,
    'The part reaches beyond the photograph.',
  )
  .refine(({ width, height }) => width >= 0.02 && height >= 0.02, 'The part is too small.')
export type Part = z.infer<typeof photographPart>

/**
 * Makes a photograph of a part of another, with the words of the original, which stays as it is and which the new one
 * remembers. Throws NotFound, BadInput for a photograph that is only linked or a part that is none.
 */
export async function cropPhotograph(house: House, id: number, part: Part): Promise<StoredResult> {
  const original = await readStoredPhotograph(house.db, id)
  if (!original) throw new NotFound(`There is no photograph ${id}.`)
  if (!original.fileKey)
    throw new BadInput({
      field: 'photograph',
      sentence: 'This picture is only linked to; upload it to crop it.',
    })
  const bytes = await darkroomOf(house).crop({ bytes: await house.files.read(original.fileKey), part })
  const { alt, caption, credit, rights } = original
  const stored = await storePhotograph(house, {
    bytes,
    name: `crop-of-${id}`,
    alt,
    caption,
    credit,
    rights,
    focalX: within((original.focalX - part.left) / part.width),
    focalY: within((original.focalY - part.top) / part.height),
  })
  if (!stored.existed) await rememberOriginal(house.db, stored.id, { original: id, part })
  return stored
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value))
}
