import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** Somebody who has a story open. */
export interface Present {
  staffId: number
  name: string
  since: Date
}

/** How often a node renews what it says, and how old it may be to count: a node that was killed says nothing more. */
export const renewSeconds = 10
const countsForSeconds = 45

/** Who has these stories open, on any node; each once a story, whoever came first first. */
export async function findPresent(
  db: Database,
  storyIds: readonly number[],
  now: Date,
): Promise<Map<number, Present[]>> {
  const found = new Map<number, Present[]>()
  if (storyIds.length === 0) return found
  const rows = await db
    .selectFrom('story_presence')
    .innerJoin('staff', 'staff.id', 'story_presence.staff_id')
    .select(['story_presence.story_id', 'staff.id', 'staff.name'])
    .select(eb => eb.fn.min('story_presence.since').as('since'))
    .where('story_presence.story_id', 'in', [...storyIds])
    .where('story_presence.seen_at', '>', new Date(now.getTime() - countsForSeconds * 1000))
    .groupBy(['story_presence.story_id', 'staff.id', 'staff.name'])
    .orderBy('since')
    .execute()
  for (const { story_id, id, name, since } of rows) {
    const present = found.get(story_id) ?? []
    found.set(story_id, [...present, { staffId: id, name, since: new Date(since) }])
  }
  return found
}

export interface Arrival {
  socket: string
  node: string
  storyId: number
  staffId: number
}

export async function insertPresence(db: Database, arrival: Arrival, now: Date): Promise<void> {
  await db
    .insertInto('story_presence')
    .values({
      socket: arrival.socket,
      node: arrival.node,
      story_id: arrival.storyId,
      staff_id: arrival.staffId,
      since: now,
      seen_at: now,
    })
    .onConflict(conflict => conflict.column('socket').doUpdateSet({ seen_at: now }))
    .execute()
}

export async function deletePresence(db: Database, socket: string): Promise<void> {
  await db.deleteFrom('story_presence').where('socket', '=', socket).execute()
}

/** Says again who is here, also after a crash that lost it, and forgets what nobody has renewed for long. */
export async function renewPresence(db: Database, arrivals: readonly Arrival[], now: Date): Promise<void> {
  if (arrivals.length > 0)
    await sql`
      insert into story_presence (socket, node, story_id, staff_id, since, seen_at)
      select socket, node, "storyId", "staffId", ${now}, ${now}
      from json_to_recordset(${JSON.stringify(arrivals)}::json)
        as r(socket uuid, node uuid, "storyId" bigint, "staffId" bigint)
      on conflict (socket) do update set seen_at = excluded.seen_at`.execute(db)
  const long = new Date(now.getTime() - countsForSeconds * 10_000)
  await db.deleteFrom('story_presence').where('seen_at', '<', long).execute()
}

export async function deleteNodePresence(db: Database, node: string): Promise<void> {
  await db.deleteFrom('story_presence').where('node', '=', node).execute()
}
