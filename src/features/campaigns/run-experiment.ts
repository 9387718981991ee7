import type { Act } from '../../platform/audit/audit.ts'
import { ids } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { listExperiments } from './appeal-queries.ts'
import { dayMs } from './campaign-goal.ts'
import { isRunning } from './live-appeals.ts'
import { lockAppeal } from './save-appeal.ts'
import { tellAppealsChanged } from './tell-appeals-changed.ts'

type Doors = Pick<House, 'db' | 'clock' | 'payments'>
type By = Act['by']

/** The shortest covers every day of the week once. */
export const experimentDays = [7, 14, 21, 28, 42] as const

/**
 * Deals an appeal's readers among all its wordings for so many days. The length is set here and never changed: no verdict
 * is given before it is over. Throws BadInput that names the field.
 */
export function startExperiment(
  house: Doors,
  { by, appealId, days }: { by: By; appealId: number; days: number },
): Promise<void> {
  if (!(experimentDays as readonly number[]).includes(days))
    throw new BadInput({ field: 'days', sentence: 'An experiment lasts 7, 14, 21, 28 or 42 days.' })
  return house.db.transaction().execute(async tx => {
    const appeal = await lockAppeal(tx, appealId)
    const now = house.payments.now()
    if (appeal.wordings.length < 2)
      throw new BadInput({ field: 'wordings', sentence: 'An experiment needs two wordings or more.' })
    if (appeal.wordings.length > 6)
      throw new BadInput({ field: 'wordings', sentence: 'An experiment compares at most six wordings.' })
    if ((await listExperiments(tx, appealId)).some(each => isRunning(each, now)))
      throw new BadInput({ field: 'days', sentence: 'An experiment runs on this appeal already.' })
    await tx
      .insertInto('experiments')
      .values({
        appeal_id: appealId,
        wording_ids: ids(appeal.wordings.map(({ id }) => id)),
        started_at: now,
        ends_at: new Date(now.getTime() + days * dayMs),
      })
      .execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: 'start-experiment',
      subject: { kind: 'appeal', id: appealId, title: appeal.name },
      detail: { days },
    })
  })
}

/** Breaks an experiment off. It gets no verdict then, whatever it has seen. */
export function stopExperiment(house: Doors, { by, appealId }: { by: By; appealId: number }): Promise<void> {
  return house.db.transaction().execute(async tx => {
    const appeal = await lockAppeal(tx, appealId)
    const now = house.payments.now()
    const running = (await listExperiments(tx, appealId)).find(each => isRunning(each, now))
    if (!running) throw new BadInput({ field: 'experiment', sentence: 'No experiment runs on this appeal.' })
    await tx.updateTable('experiments').set({ stopped_at: now }).where('id', '=', running.id).execute()
    await tellAppealsChanged(tx, house, {
      by,
      act: 'stop-experiment',
      subject: { kind: 'appeal', id: appealId, title: appeal.name },
    })
  })
}
