import type { Deliverer } from './deliver-events.ts'
import { dueWork } from './due-work.ts'
import { type Due, nextDue } from './object-queries.ts'
import { atTill, type Till, type TillFloor } from './till.ts'

/**
 * Lets everything happen that is due until then, each at its own moment and in order, and delivers every event that waits
 * after each moment: so a year passes in seconds, as it would have passed.
 */
export async function runDue(floor: TillFloor, deliverer: Deliverer, until: Date): Promise<void> {
  const last = Math.floor(until.getTime() / 1000)
  let moment = 0
  for (;;) {
    const due = await nextDue(floor.db, last, null)
    // What is heard of a moment may change the next one.
    if (!due || due.at > moment) await deliverer.deliverAll({ patient: !due })
    if (!due) return
    moment = due.at
    await atTill(floor, {}, till => oneThing(till, last, null)).catch(error => letBe(floor, due, error))
  }
}

/** One thing that cannot be done must not keep everything after it from happening; it is tried again a day later. */
async function letBe({ db, log }: TillFloor, { id, kind, at }: Due, error: unknown): Promise<void> {
  log.error({ err: error, id, kind }, 'practice payments could not do what was due')
  await db
    .updateTable('practice_objects')
    .set({ due_at: new Date((at + 86_400) * 1000) })
    .where('id', '=', id)
    .execute()
}

/** Does the first thing that is due, on practice time or on a test clock; null where nothing is left. */
export async function oneThing(till: Till, until: number, clock: string | null): Promise<Due | null> {
  const due = await nextDue(till.tx, until, clock)
  if (!due) return null
  const work = dueWork[due.kind]
  if (!work) throw new Error(`Nothing is known to happen to a ${due.kind} by itself.`)
  await work({ ...till, at: due.at }, due.id)
  const after = await nextDue(till.tx, until, clock)
  if (after?.id === due.id && after.at <= due.at)
    throw new Error(`${due.kind} ${due.id} is due again at once.`)
  return due
}
