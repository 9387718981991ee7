import { sql } from 'kysely'
import { type Database, json } from '../../../platform/database/database.ts'
import type { Role } from '../../../platform/permissions.ts'
import type { StoryState } from '../publishing/workflow.ts'
import { type BulkAct, type BulkChange, type BulkFailure, bulkAct, undoMinutes } from './bulk-act.ts'

/** What a story has, as far as bulk acts change it. */
export interface Standing {
  id: number
  state: StoryState
  assigneeId: number | null
  topicIds: number[]
}

/** One act on many stories, as it is kept. */
export interface KeptAct {
  id: number
  act: BulkAct
  changes: BulkChange[]
  failures: BulkFailure[]
  doneAt: Date
  undoneAt: Date | null
}

/** The stories with these numbers, in their order; those that are not there are missing. */
export async function readStandings(db: Database, ids: readonly number[]): Promise<Standing[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('story_list')
    .select(['story_id as id', 'state', 'assignee_id as assigneeId', 'topic_ids as topicIds'])
    .where('story_id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => (byId.get(id) as Standing | undefined) ?? [])
}

export async function insertBulkAct(
  db: Database,
  { by, act, changes, now }: { by: { id: number }; act: BulkAct; changes: readonly BulkChange[]; now: Date },
): Promise<number> {
  // What can no longer be undone is told by the audit log.
  const long = new Date(now.getTime() - 24 * 60 * undoMinutes * 60_000)
  await db.deleteFrom('bulk_acts').where('staff_id', '=', by.id).where('done_at', '<', long).execute()
  const { id } = await db
    .insertInto('bulk_acts')
    .values({ staff_id: by.id, act: act.act, detail: json(act), changes: json(changes), done_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps what has really been changed, and what could not be. */
export async function settleBulkAct(
  db: Database,
  id: number,
  { changes, failures }: { changes: readonly BulkChange[]; failures: readonly BulkFailure[] },
): Promise<void> {
  await db
    .updateTable('bulk_acts')
    .set({ changes: json(changes), failures: json(failures) })
    .where('id', '=', id)
    .execute()
}

/** Claims an act for being undone, so that a second click finds it done. False where somebody was quicker. */
export async function claimUndo(db: Database, id: number, now: Date): Promise<boolean> {
  const claimed = await db
    .updateTable('bulk_acts')
    .set({ undone_at: now })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

/** An act of this person's; null for anybody else's. */
export async function findBulkAct(db: Database, id: number, staffId: number): Promise<KeptAct | null> {
  const row = await selectActs(db, staffId).where('id', '=', id).executeTakeFirst()
  return row ? keptFrom(row) : null
}

/** What this person did of late and can still undo, newest first. */
export async function listUndoable(db: Database, staffId: number, now: Date): Promise<KeptAct[]> {
  const rows = await selectActs(db, staffId)
    .where('undone_at', 'is', null)
    .where('done_at', '>', new Date(now.getTime() - undoMinutes * 60_000))
    .where(sql<boolean>`changes <> '[]'`)
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
  return rows.map(keptFrom)
}

/** Headlines by the number of the story, as far as this person may know of it: a contributor knows their own. */
export async function headlinesOf(
  db: Database,
  ids: readonly number[],
  { id: staffId, role }: { id: number; role: Role },
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  let known = db
    .selectFrom('story_list')
    .select(['story_id', 'headline'])
    .where('story_id', 'in', [...ids])
  if (role === 'contributor')
    known = known.where(eb =>
      eb.or([
        eb('assignee_id', '=', staffId),
        eb('created_by', '=', staffId),
        eb('story_id', 'in', eb.selectFrom('story_staff').select('story_id').where('staff_id', '=', staffId)),
      ]),
    )
  return new Map((await known.execute()).map(row => [row.story_id, row.headline]))
}

function selectActs(db: Database, staffId: number) {
  return db.selectFrom('bulk_acts').selectAll().where('staff_id', '=', staffId)
}

function keptFrom(row: Awaited<ReturnType<ReturnType<typeof selectActs>['execute']>>[number]): KeptAct {
  return {
    id: row.id,
    act: bulkAct.parse(row.detail),
    changes: row.changes as BulkChange[],
    failures: row.failures as BulkFailure[],
    doneAt: row.done_at,
    undoneAt: row.undone_at,
  }
}
