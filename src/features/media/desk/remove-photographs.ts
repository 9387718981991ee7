import { recordAct } from '../../../platform/audit/audit.ts'
import { Conflict } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { lockPhotograph, readStoredPhotograph } from '../photograph-queries.ts'
import { isUsed } from './photograph-desk-queries.ts'
import { removeFilesJob } from './replace-photograph.ts'

/** Removes photographs that nothing shows, their files too. Those that are used meanwhile stay; returns both counts. */
export async function removePhotographs(
  house: House,
  { by, ids }: { by: StaffMember; ids: readonly number[] },
): Promise<{ removed: number; used: number }> {
  const count = { removed: 0, used: 0 }
  for (const id of ids) {
    try {
      await removeOne(house, by, id)
      count.removed++
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      count.used++
    }
  }
  return count
}

async function removeOne(house: House, by: StaffMember, id: number): Promise<void> {
  await house.db.transaction().execute(async tx => {
    await lockPhotograph(tx, id)
    const photograph = await readStoredPhotograph(tx, id)
    if (!photograph || (await isUsed(tx, id))) throw new Conflict('This photograph is used.')
    await tx.deleteFrom('photographs').where('id', '=', id).execute()
    const { fileKey, renditions, caption } = photograph
    await house.jobs.send(tx, removeFilesJob, {
      keys: [...(fileKey ? [fileKey] : []), ...renditions.map(({ key }) => key)],
    })
    await recordAct(tx, house.clock, {
      by,
      act: 'remove-photograph',
      subject: { kind: 'photograph', id, title: caption.slice(0, 200) },
    })
  })
}
