import { type Database, json, type Transaction } from '../../../../platform/database/database.ts'
import type { Change, CorrectionWords } from '../publish-at-desk.ts'
import type { PlannedChange } from './planned-change.ts'

/** The change of a story that waits for its time; null where none does. */
export async function findPlannedChange(db: Database, storyId: number): Promise<PlannedChange | null> {
  const row = await db
    .selectFrom('planned_changes')
    .selectAll()
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  if (!row) return null
  return {
    storyId,
    at: row.at,
    change: changeOf(row),
    content: row.content,
    savedDraft: row.saved_draft,
    by: row.planned_by,
    plannedAt: row.planned_at,
    failure: row.failure,
  }
}

function changeOf({ kind, correction }: { kind: Change['kind']; correction: unknown }): Change {
  return kind === 'correction' ? { kind, correction: correction as CorrectionWords } : { kind }
}

/** Stories of which a change is due, the one that waits longest first. */
export async function listDueChanges(db: Database, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('planned_changes')
    .select('story_id')
    .where('at', '<=', now)
    .orderBy('at')
    .execute()
  return rows.map(row => row.story_id)
}

/** A story has one planned change at most: this one takes the place of another. */
export async function savePlannedChange(
  tx: Transaction,
  { storyId, at, change, content, savedDraft, by, plannedAt }: Omit<PlannedChange, 'failure'>,
): Promise<void> {
  const values = {
    at,
    kind: change.kind,
    correction: change.kind === 'correction' ? json(change.correction) : null,
    content: json(content),
    saved_draft: savedDraft,
    planned_by: by,
    planned_at: plannedAt,
    failure: '',
  }
  await tx
    .insertInto('planned_changes')
    .values({ story_id: storyId, ...values })
    .onConflict(conflict => conflict.column('story_id').doUpdateSet(values))
    .execute()
}

export async function movePlannedChange(tx: Transaction, storyId: number, at: Date): Promise<void> {
  await tx.updateTable('planned_changes').set({ at, failure: '' }).where('story_id', '=', storyId).execute()
}

export async function deletePlannedChange(tx: Transaction, storyId: number): Promise<void> {
  await tx.deleteFrom('planned_changes').where('story_id', '=', storyId).execute()
}

/** False where that was known already. */
export async function noteFailure(tx: Transaction, storyId: number, sentence: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('planned_changes')
    .set({ failure: sentence })
    .where('story_id', '=', storyId)
    .where('failure', '<>', sentence)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes since when, and by whom, the changes of a story wait for an editor; null where they do no more. */
export async function setHandedIn(
  tx: Transaction,
  storyId: number,
  handedIn: { at: Date; by: number } | null,
): Promise<void> {
  await tx
    .updateTable('stories')
    .set({ handed_in_at: handedIn?.at ?? null, handed_in_by: handedIn?.by ?? null })
    .where('id', '=', storyId)
    .execute()
}
