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
  for (;;) {
    const done = await atTill(floor, {}, till => oneThing(till, last, null))
    // What is heard of it may change what happens next.
    await deliverer.deliverAll({ patient: !done })
    if (!done) return
  }
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
