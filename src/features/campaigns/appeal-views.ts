import { sql } from 'kysely'
import type { House } from '../../platform/house.ts'
import type { Choice } from './choose-appeals.ts'

/** Counts how often wordings were on pages that went to readers. Nothing of who that was is known here. */
export interface ViewCounter {
  count(choice: Choice): void
  /** Writes what has been counted into the rows of the day. */
  flush(): Promise<void>
}

type Doors = Pick<House, 'db' | 'payments' | 'log'>

/** Views since then are lost when a node is killed: they are many, and no money hangs on one. */
const flushAfterMs = 5000

// One for each house, made with its first view; it lives exactly as long.
const counters = new WeakMap<object, ViewCounter>()

export function viewCounterOf(house: Doors): ViewCounter {
  const known = counters.get(house)
  if (known) return known
  const made = createViewCounter(house)
  counters.set(house, made)
  return made
}

function createViewCounter({ db, payments, log }: Doors): ViewCounter {
  let shown = new Map<number, number>()
  let heldOut = new Map<number, number>()
  let timer: NodeJS.Timeout | undefined
  return {
    count({ strip, appeal, heldOut: held }) {
      if (strip) more(shown, strip.wording.id)
      if (appeal) more(shown, appeal.wording.id)
      for (const { id } of held) more(heldOut, id)
      if (timer !== undefined || (!strip && !appeal && held.length === 0)) return
      timer = setTimeout(() => {
        flush().catch(error => log.warn({ error: error.message }, 'views of appeals wait for the database'))
      }, flushAfterMs)
      timer.unref()
    },
    flush,
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const [seen, held] = [shown, heldOut]
    shown = new Map()
    heldOut = new Map()
    const ids = [...new Set([...seen.keys(), ...held.keys()])].sort((a, b) => a - b)
    if (ids.length === 0) return
    const day = payments.now().toISOString().slice(0, 10)
    try {
      await db
        .insertInto('appeal_views')
        .values(
          ids.map(id => ({ wording_id: id, day, shown: seen.get(id) ?? 0, held_out: held.get(id) ?? 0 })),
        )
        .onConflict(conflict =>
          conflict.columns(['wording_id', 'day']).doUpdateSet({
            shown: sql`appeal_views.shown + excluded.shown`,
            held_out: sql`appeal_views.held_out + excluded.held_out`,
          }),
        )
        .execute()
    } catch (error) {
      for (const [id, number] of seen) more(shown, id, number)
      for (const [id, number] of held) more(heldOut, id, number)
      throw error
    }
  }
}

function more(counts: Map<number, number>, id: number, number = 1): void {
  counts.set(id, (counts.get(id) ?? 0) + number)
}
