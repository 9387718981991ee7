import { NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { makeRenditionsJob } from './media-jobs.ts'
import { type PhotographWords, photographKeys, readPhotographWords } from './photograph.ts'
import { changePhotograph, lockPhotograph, readStoredPhotograph } from './photograph-queries.ts'

/**
 * Changes a photograph's caption, credit, alternative text, focal point or rights; what is left out stays.
 * Throws BadInput that names the field, NotFound for an unknown id.
 */
export async function updatePhotograph(house: House, id: number, changes: PhotographWords): Promise<void> {
  const words = readPhotographWords(changes)
  await house.db.transaction().execute(async tx => {
    await lockPhotograph(tx, id)
    const before = await readStoredPhotograph(tx, id)
    if (!before) throw new NotFound(`There is no photograph ${id}.`)
    await changePhotograph(tx, id, {
      ...defined({
        caption: words.caption,
        credit: words.credit,
        alt: words.alt,
        rights: words.rights,
        focal_x: words.focalX,
        focal_y: words.focalY,
      }),
      now: house.clock.now(),
    })
    // Renditions carry the credit and the holder inside them, and the card is cut around the focal point.
    if (before.fileKey) await house.jobs.send(tx, makeRenditionsJob, { photographId: id })
    await recordEvent(tx, house.clock, { kind: 'photograph-changed', keys: photographKeys(id) })
  })
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
