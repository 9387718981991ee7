import type { Database } from '../../platform/database/database.ts'

/** An event of the News Feed as the stream sends it. */
export interface FeedEvent {
  id: number
  kind: 'brief-posted' | 'brief-edited' | 'brief-withdrawn'
  briefId: number
}

const kinds = ['brief-posted', 'brief-edited', 'brief-withdrawn'] as const

/** The event of the feed in an outbox row; null for anything else. */
export function feedEventIn(row: { id: number; kind: string; payload: unknown }): FeedEvent | null {
  const kind = kinds.find(known => known === row.kind)
  const briefId = (row.payload as { briefId?: unknown } | null)?.briefId
  return kind && typeof briefId === 'number' ? { id: row.id, kind, briefId } : null
}

/** The id of the newest event of any kind: a page or stream that knows it has missed nothing so far. */
export async function newestEventId(db: Database): Promise<number> {
  const { id } = await db
    .selectFrom('events')
    .select(eb => eb.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return Number(id ?? 0)
}

/** The newest events of the feed up to an event, oldest first; they are all there are after the event `knownAfter`. */
export async function newestFeedEvents(
  db: Database,
  { upTo, limit }: { upTo: number; limit: number },
): Promise<{ events: FeedEvent[]; knownAfter: number }> {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'kind', 'payload'])
    .where('kind', 'in', [...kinds])
    .where('id', '<=', upTo)
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const before = rows[limit]
  const events = rows.slice(0, limit).flatMap(row => feedEventIn(row) ?? [])
  // What the outbox no longer holds nobody knows.
  return { events: events.reverse(), knownAfter: before?.id ?? (await oldestEventId(db)) - 1 }
}

async function oldestEventId(db: Database): Promise<number> {
  const { id } = await db
    .selectFrom('events')
    .select(eb => eb.fn.min('id').as('id'))
    .executeTakeFirstOrThrow()
  return Number(id ?? 1)
}
