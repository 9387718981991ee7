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

/** The newest events of the feed up to an event, oldest first, and whether the outbox holds none before them. */
export async function newestFeedEvents(
  db: Database,
  upTo: number,
  limit: number,
): Promise<{ events: FeedEvent[]; knownAfter: number }> {
  const rows = await feedRows(db).where('id', '<=', upTo).orderBy('id', 'desc').limit(limit).execute()
  const events = rows.flatMap(row => feedEventIn(row) ?? []).reverse()
  const oldest = rows.length === limit ? rows.at(-1)!.id - 1 : await oldestEventId(db)
  return { events, knownAfter: oldest }
}

/** Events of the feed after one and up to another, oldest first. */
export async function feedEventsBetween(
  db: Database,
  span: { after: number; upTo: number; limit: number },
): Promise<FeedEvent[]> {
  const rows = await feedRows(db)
    .where('id', '>', span.after)
    .where('id', '<=', span.upTo)
    .orderBy('id')
    .limit(span.limit)
    .execute()
  return rows.flatMap(row => feedEventIn(row) ?? [])
}

/** True while the outbox still holds everything after this event; 0 stands before the first one. */
export async function isStillKnown(db: Database, id: number): Promise<boolean> {
  if (id === 0) return true
  const row = await db.selectFrom('events').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

async function oldestEventId(db: Database): Promise<number> {
  const { id } = await db
    .selectFrom('events')
    .select(eb => eb.fn.min('id').as('id'))
    .executeTakeFirstOrThrow()
  return Number(id ?? 0)
}

function feedRows(db: Database) {
  return db
    .selectFrom('events')
    .select(['id', 'kind', 'payload'])
    .where('kind', 'in', [...kinds])
}
