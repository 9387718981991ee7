import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'

export interface WaitingEvent {
  seq: number
  id: string
  kind: string
  data: unknown
  accepted: string[]
  attempts: number
}

/** Who is told of events: this program itself, and every webhook endpoint that was made by a call. */
export interface Listener {
  id: string
  url: string
  secret: string
  /** Kinds of events; '*' is all. */
  kinds: string[]
  /** The last event before it began to listen. */
  after: number
}

/** How events are delivered. */
export interface Delivery {
  twice: boolean
  shuffled: boolean
  held: boolean
}

/** Longer than one delivery may take; a node that dies meanwhile leaves its events to the others. */
const claimSeconds = 60

/**
 * Takes up to fifty events that wait, oldest first: only those whose time has come (`due`), or that were never tried
 * (`fresh`). No other node gets them meanwhile.
 */
export async function claimEvents(
  db: Database,
  { due, fresh, after }: { due: boolean; fresh?: boolean; after: number },
): Promise<WaitingEvent[]> {
  const { rows } = await sql<WaitingEvent>`
    with mine as (
      select seq from practice_events
      where next_try_at is not null and seq > ${after}
        and (claimed_until is null or claimed_until < now())
        and (not ${due} or next_try_at <= now())
        and (not ${fresh ?? false} or attempts = 0)
      order by seq limit 50 for update skip locked
    )
    update practice_events set claimed_until = now() + make_interval(secs => ${claimSeconds})
    from mine where practice_events.seq = mine.seq
    returning practice_events.seq, id, kind, data, accepted, attempts`.execute(db)
  return rows.sort((a, b) => a.seq - b.seq)
}

/** What came of a try. `nextTryAt` null: everybody has it, or it is given up. */
export async function markTried(
  db: Database,
  event: WaitingEvent,
  result: { accepted: string[]; nextTryAt: Date | null },
): Promise<void> {
  event.accepted = [...event.accepted, ...result.accepted]
  event.attempts += 1
  const pending = result.nextTryAt ? 1 : 0
  await db
    .updateTable('practice_events')
    .set({
      accepted: event.accepted,
      attempts: event.attempts,
      next_try_at: result.nextTryAt,
      claimed_until: null,
      data: sql`jsonb_set(data, '{pending_webhooks}', ${JSON.stringify(pending)}::jsonb)`,
    })
    .where('seq', '=', event.seq)
    .execute()
}

/** When the next event is to be tried; null where none waits. */
export async function nextTryAt(db: Database): Promise<Date | null> {
  const { next } = await db
    .selectFrom('practice_events')
    .select(eb => eb.fn.min(sql<Date>`greatest(next_try_at, claimed_until)`).as('next'))
    .where('next_try_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return next
}

export async function listenersOf(db: Database): Promise<Listener[]> {
  const { rows } = await sql<Listener>`
    select id, data->>'url' as url, hidden->>'secret' as secret,
      (hidden->>'after')::bigint as after,
      array(select jsonb_array_elements_text(data->'enabled_events')) as kinds
    from practice_objects
    where kind = 'webhook_endpoint' and data->>'status' = 'enabled' order by seq`.execute(db)
  return rows
}

export async function readDelivery(db: Database): Promise<Delivery> {
  return db.selectFrom('practice_delivery').select(['twice', 'shuffled', 'held']).executeTakeFirstOrThrow()
}

/** Rehearses trouble: every event twice, in any order, or none until it is let go. */
export async function changeDelivery(db: Database, changes: Partial<Delivery>): Promise<void> {
  await db.updateTable('practice_delivery').set(changes).execute()
}
