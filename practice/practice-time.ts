import { sql } from 'kysely'
import type { Database } from '../src/platform/database/database.ts'
import type { Signals } from '../src/platform/events/signals.ts'
import type { Log } from '../src/platform/log.ts'
import type { PracticeTime } from '../src/platform/payments/payments.ts'

const channel = 'masthead_practice_time'

/**
 * Reads how far practice is ahead of the clock; a node that `hears` knows of every step at once, whichever node makes it.
 */
export async function openPracticeTime(house: {
  db: Database
  signals: Signals
  log: Log
  hears: boolean
}): Promise<PracticeTime> {
  const { db, signals, log, hears } = house
  let known = await readAhead(db)
  const learn = (ahead: number) => {
    known = Math.max(known, ahead)
  }
  const ask = () =>
    readAhead(db).then(learn, error => log.warn({ error: error.message }, 'practice time could not be read'))
  const stop = hears
    ? signals.listen(channel, payload => (payload === null ? void ask() : learn(Number(payload))))
    : () => {}
  return {
    ahead: () => known,
    move: async milliseconds => learn(await moveAhead(db, milliseconds)),
    close: stop,
  }
}

async function readAhead(db: Database): Promise<number> {
  const { ahead_ms } = await db.selectFrom('practice_time').select('ahead_ms').executeTakeFirstOrThrow()
  return ahead_ms
}

/** Time never goes back: what has happened has its date. */
async function moveAhead(db: Database, milliseconds: number): Promise<number> {
  if (milliseconds < 0) throw new RangeError('Practice time does not go back.')
  return db.transaction().execute(async tx => {
    const { ahead_ms } = await tx
      .updateTable('practice_time')
      .set(({ eb }) => ({ ahead_ms: eb('ahead_ms', '+', milliseconds) }))
      .returning('ahead_ms')
      .executeTakeFirstOrThrow()
    await sql`select pg_notify(${channel}, ${String(ahead_ms)})`.execute(tx)
    return ahead_ms
  })
}
