import { type RawBuilder, sql } from 'kysely'
import { type Database, json, type Transaction } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { DraftContent } from './draft-content.ts'
import type { CursorSignal } from './shared-cursors.ts'

/** Where nodes tell one another which story's document has grown; see `DraftSignal`. */
export const draftsChannel = 'masthead_drafts'

/** A story's document has a new change, or its draft was overwritten; `node` is who did it, where it was a node. */
export interface DraftSignal {
  kind: 'changed'
  story: number
  node?: string
}

/** Something was written, answered or resolved in the margin of a story. */
export interface MarginSignal {
  kind: 'margin'
  story: number
}

/** Takes the lock of a story's text and gives its draft. Throws NotFound where there is no such story. */
export async function lockDraft(tx: Transaction, storyId: number): Promise<unknown> {
  const story = await tx
    .selectFrom('stories')
    .select('draft')
    .where('id', '=', storyId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  return story.draft
}

export async function findDraft(db: Database, storyId: number): Promise<unknown> {
  const story = await db.selectFrom('stories').select('draft').where('id', '=', storyId).executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  return story.draft
}

/** What is said of a stored document without its state. */
export async function findDocument(
  db: Database,
  storyId: number,
): Promise<{ reached: number; overtaken: boolean } | undefined> {
  return db
    .selectFrom('story_documents')
    .select(['reached', 'overtaken'])
    .where('story_id', '=', storyId)
    .executeTakeFirst()
}

export async function readState(db: Database, storyId: number): Promise<Uint8Array> {
  const { state } = await db
    .selectFrom('story_documents')
    .select('state')
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow()
  return state
}

export async function changesAfter(
  db: Database,
  storyId: number,
  id: number,
): Promise<{ id: number; change: Uint8Array }[]> {
  return db
    .selectFrom('story_document_updates')
    .select(['id', 'change'])
    .where('story_id', '=', storyId)
    .where('id', '>', id)
    .orderBy('id')
    .execute()
}

export async function insertDocument(
  tx: Transaction,
  document: { storyId: number; state: Uint8Array; schemaVersion: number; now: Date },
): Promise<void> {
  await tx
    .insertInto('story_documents')
    .values({
      story_id: document.storyId,
      state: Buffer.from(document.state),
      schema_version: document.schemaVersion,
      created_at: document.now,
      compacted_at: document.now,
    })
    .execute()
}

/** Adds a change; returns its number. The story's lock must be held. */
export async function insertChange(
  tx: Transaction,
  change: { storyId: number; bytes: Uint8Array; by: readonly number[]; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('story_document_updates')
    .values({
      story_id: change.storyId,
      change: Buffer.from(change.bytes),
      written_by: [...change.by],
      written_at: change.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes what the document says as the story's draft, without the document being taken for overtaken. */
export async function deriveDraft(
  tx: Transaction,
  draft: { storyId: number; content: DraftContent; now: Date },
): Promise<void> {
  await sql`select set_config('masthead.deriving_draft', ${String(draft.storyId)}, true)`.execute(tx)
  await tx
    .updateTable('stories')
    .set({ draft: json(draft.content), draft_updated_at: draft.now })
    .where('id', '=', draft.storyId)
    .execute()
  await sql`select set_config('masthead.deriving_draft', '', true)`.execute(tx)
}

export async function markFollowed(tx: Transaction, storyId: number): Promise<void> {
  await tx.updateTable('story_documents').set({ overtaken: false }).where('story_id', '=', storyId).execute()
}

/** Puts a state in place of the changes it holds. The story's lock must be held. */
export async function replaceChanges(
  tx: Transaction,
  document: { storyId: number; state: Uint8Array; reached: number; schemaVersion: number; now: Date },
): Promise<void> {
  const { storyId, reached } = document
  await tx
    .updateTable('story_documents')
    .set({
      state: Buffer.from(document.state),
      reached,
      schema_version: document.schemaVersion,
      compacted_at: document.now,
    })
    .where('story_id', '=', storyId)
    .execute()
  await tx
    .deleteFrom('story_document_updates')
    .where('story_id', '=', storyId)
    .where('id', '<=', reached)
    .execute()
}

/** The document with all its changes. */
export async function deleteDocument(tx: Transaction, storyId: number): Promise<void> {
  await tx.deleteFrom('story_documents').where('story_id', '=', storyId).execute()
}

/** Tells the other nodes, at the commit. */
export async function tellNodes(
  tx: Transaction,
  signal: DraftSignal | MarginSignal | CursorSignal,
): Promise<void> {
  await sql`select pg_notify(${draftsChannel}, ${JSON.stringify(signal)})`.execute(tx)
}

/** Of these sessions of staff, those that are still in force for somebody with this role. */
export async function aliveSessions(
  db: Database,
  sessions: readonly { sessionId: number; role: string }[],
  now: Date,
): Promise<Set<number>> {
  if (sessions.length === 0) return new Set()
  const rows = await db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .select(['staff_sessions.id', 'staff.role'])
    .where('staff_sessions.id', '=', anyOf(sessions.map(each => each.sessionId)))
    .where('staff_sessions.expires_at', '>', now)
    .where('staff.active', '=', true)
    .execute()
  const roles = new Map(rows.map(row => [row.id, row.role]))
  return new Set(sessions.filter(one => roles.get(one.sessionId) === one.role).map(one => one.sessionId))
}

function anyOf(ids: readonly number[]): RawBuilder<number> {
  return sql<number>`any(${`{${ids.join(',')}}`}::bigint[])`
}
