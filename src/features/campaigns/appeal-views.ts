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

interface Counted {
  wordingId: number
  experimentId: number
  shown: number
  heldOut: number
}

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
  let counts = new Map<string, Counted>()
  let timer: NodeJS.Timeout | undefined
  return {
    count({ strip, appeal, heldOut }) {
      if (strip) countedAs(strip).shown++
      if (appeal) countedAs(appeal).shown++
      for (const each of heldOut) countedAs(each).heldOut++
      if (timer !== undefined || counts.size === 0) return
      timer = setTimeout(() => {
        flush().catch(error => log.warn({ error: error.message }, 'views of appeals wait for the database'))
      }, flushAfterMs)
      timer.unref()
    },
    flush,
  }

  function countedAs({ wording, experimentId }: Choice['heldOut'][number]): Counted {
    const name = `${wording.id} ${experimentId ?? 0}`
    const known = counts.get(name)
    if (known) return known
    const made = { wordingId: wording.id, experimentId: experimentId ?? 0, shown: 0, heldOut: 0 }
    counts.set(name, made)
    return made
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const written = counts
    counts = new Map()
    if (written.size === 0) return
    try {
      await addViews([...written.values()])
    } catch (error) {
      for (const [name, { shown, heldOut, ...rest }] of written) {
        const now = counts.get(name) ?? { ...rest, shown: 0, heldOut: 0 }
        counts.set(name, { ...rest, shown: now.shown + shown, heldOut: now.heldOut + heldOut })
      }
      throw error
    }
  }

  async function addViews(views: Counted[]): Promise<void> {
    const day = payments.now().toISOString().slice(0, 10)
    // In one order on every node, so that two that write at once wait for each other and no more.
    const inOrder = views.sort((a, b) => a.wordingId - b.wordingId || a.experimentId - b.experimentId)
    await db
      .insertInto('appeal_views')
      .values(
        inOrder.map(({ wordingId, experimentId, shown, heldOut }) => ({
          wording_id: wordingId,
          experiment_id: experimentId,
          day,
          shown,
          held_out: heldOut,
        })),
      )
      .onConflict(conflict =>
        conflict.columns(['wording_id', 'experiment_id', 'day']).doUpdateSet({
          shown: sql`appeal_views.shown + excluded.shown`,
          held_out: sql`appeal_views.held_out + excluded.held_out`,
        }),
      )
      .execute()
  }
}
