import { recordAct } from '../../../platform/audit/audit.ts'
import { json, type Transaction } from '../../../platform/database/database.ts'
import { BadInput, Conflict, Forbidden, NotFound } from '../../../platform/errors/errors.ts'
import { recordEvent } from '../../../platform/events/events.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { may } from '../../../platform/permissions.ts'
import { makeRenditionsJob } from '../media-jobs.ts'
import {
  type PhotographRights,
  type PhotographWords,
  photographKeys,
  readPhotographWords,
} from '../photograph.ts'
import { changePhotograph, lockPhotograph, readStoredPhotograph } from '../photograph-queries.ts'

/** How long a change of many photographs can be taken back. */
export const undoMinutes = 30

interface Before {
  id: number
  caption: string
  credit: string
  alt: string
  rights: PhotographRights
}

/**
 * Gives photographs other words; what `words` leaves out stays, and of the rights only what it names changes. Returns
 * the number under which it can be taken back. Those who may not manage photographs describe their own. Throws
 * BadInput that names the field, NotFound, Forbidden.
 */
export async function changePhotographs(
  house: House,
  { by, ids, words: given }: { by: StaffMember; ids: readonly number[]; words: PhotographWords },
): Promise<number> {
  const words = readPhotographWords(given)
  if (ids.length === 0) throw new BadInput({ field: 'id', sentence: 'Choose the photographs first.' })
  return house.db.transaction().execute(async tx => {
    const before: Before[] = []
    for (const id of [...ids].sort((a, b) => a - b)) {
      await requireOwn(tx, by, id)
      const stored = await readStoredPhotograph(tx, id)
      if (!stored) throw new NotFound(`There is no photograph ${id}.`)
      before.push({
        id,
        caption: stored.caption,
        credit: stored.credit,
        alt: stored.alt,
        rights: stored.rights,
      })
      await write(tx, house, id, { ...words, rights: words.rights && merged(stored.rights, words.rights) })
    }
    const { id: change } = await tx
      .insertInto('photograph_changes')
      .values({ staff_id: by.id, made_at: house.clock.now(), before: json(before) })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const { id, caption } of before)
      await recordAct(tx, house.clock, {
        by,
        act: 'describe-photograph',
        subject: { kind: 'photograph', id, title: (words.caption ?? caption).slice(0, 200) },
        detail: { changed: Object.keys(words) },
      })
    await recordEvent(tx, house.clock, {
      kind: 'photograph-changed',
      keys: [...new Set(before.flatMap(({ id }) => photographKeys(id)))],
    })
    return change
  })
}

/** Gives photographs the words back that they had before a change. Throws NotFound, or Conflict when it is too late. */
export async function undoPhotographChange(
  house: House,
  { by, change }: { by: StaffMember; change: number },
): Promise<number> {
  return house.db.transaction().execute(async tx => {
    const row = await tx
      .selectFrom('photograph_changes')
      .selectAll()
      .where('id', '=', change)
      .where('staff_id', '=', by.id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new NotFound('There is no such change.')
    const now = house.clock.now()
    if (row.undone_at || now.getTime() - row.made_at.getTime() > undoMinutes * 60_000)
      throw new Conflict('This change cannot be taken back any more.')
    const before = row.before as Before[]
    for (const { id, ...words } of before) {
      await lockPhotograph(tx, id)
      await write(tx, house, id, words)
      await recordAct(tx, house.clock, {
        by,
        act: 'undo-photograph-change',
        subject: { kind: 'photograph', id, title: words.caption.slice(0, 200) },
      })
    }
    await tx.updateTable('photograph_changes').set({ undone_at: now }).where('id', '=', change).execute()
    await recordEvent(tx, house.clock, {
      kind: 'photograph-changed',
      keys: [...new Set(before.flatMap(({ id }) => photographKeys(id)))],
    })
    return before.length
  })
}

/** Locks a photograph. Throws Forbidden for one of somebody else's, unless the person manages photographs. */
export async function requireOwn(tx: Transaction, by: StaffMember, id: number): Promise<void> {
  await lockPhotograph(tx, id)
  if (may(by, 'manage-photographs')) return
  const row = await tx.selectFrom('photographs').select('created_by').where('id', '=', id).executeTakeFirst()
  if (row && row.created_by !== by.id)
    throw new Forbidden('This photograph was brought in by somebody else. An editor can change what it says.')
}

async function write(tx: Transaction, house: House, id: number, words: PhotographWords): Promise<void> {
  const { caption, credit, alt, rights, focalX, focalY } = words
  await changePhotograph(tx, id, {
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
    ...(alt !== undefined && { alt }),
    ...(rights !== undefined && { rights }),
    ...(focalX !== undefined && { focal_x: focalX }),
    ...(focalY !== undefined && { focal_y: focalY }),
    now: house.clock.now(),
  })
  // Renditions carry the credit and the holder inside them, and the card is cut around the focal point.
  await house.jobs.send(tx, makeRenditionsJob, { photographId: id })
}

/** An empty value takes a right away; one that is not named stays. */
function merged(before: PhotographRights, given: PhotographRights): PhotographRights {
  const all = { ...before, ...given }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as PhotographRights
}
