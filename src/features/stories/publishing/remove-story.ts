import { sql } from 'kysely'
import { recordAct } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import { BadInput, Conflict } from '../../../platform/errors/errors.ts'
import { recordEvent } from '../../../platform/events/events.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { forgetMargin } from '../notes/note-queries.ts'
import { takeDownProjection } from '../project-story.ts'
import { keysOfStory } from '../story-keys.ts'
import { findTranslations } from '../story-queries.ts'
import { lockStory } from './story-subject.ts'

export interface Removal {
  storyId: number
  by: Pick<StaffMember, 'id' | 'name'>
  /** 451 where a law or a court demands it (RFC 7725), 410 for any other reason. */
  status: 410 | 451
  /** What readers are told at its address: a plain sentence that says nothing of the text. */
  note: string
  /** The story's own address or number, typed by hand, so that nobody removes a story by a slip. */
  confirmation: string
}

/**
 * Takes the text of a story away for good: out of every revision, the working text and its history, corrections, previews,
 * lists, feeds, search, and the headlines in the audit log. What stays is a tombstone: that it was there, when it went, a
 * sentence, and the addresses, which answer with it. There is no way back. Throws NotFound, Conflict where that has been
 * done already, BadInput.
 */
export async function removeStory(house: Pick<House, 'clock' | 'db'>, removal: Removal): Promise<void> {
  const { storyId, by, status, confirmation } = removal
  const note = removal.note.trim()
  if (note === '')
    throw new BadInput({ field: 'note', sentence: 'Tell readers in a sentence why there is nothing here.' })
  // What is typed at this moment would be written after the removal.
  await liveDrafts.flush(house, storyId)
  await house.db.transaction().execute(async tx => {
    const story = await lockStory(tx, storyId)
    if (story.removed_at) throw new Conflict('The text of this story was removed before.')
    requireConfirmed(story, confirmation)
    const before = await tx
      .selectFrom('published_stories')
      .selectAll()
      .where('story_id', '=', storyId)
      .executeTakeFirst()
    const counts = await raiseTombstone(tx, { storyId, status, note, by: by.name, at: house.clock.now() })
    await takeDownProjection(tx, storyId)
    await takeText(tx, storyId, house.clock.now())
    await recordAct(tx, house.clock, {
      by,
      act: 'remove-story',
      subject: { kind: 'story', id: storyId },
      detail: { status, ...counts },
    })
    await recordEvent(tx, house.clock, {
      kind: 'story-removed',
      keys: [...keysOfStory(storyId, [before], await findTranslations(tx, storyId)), 'corrections'],
      payload: { storyId },
    })
  })
}

/** What has to be typed: the story's number. Its headline would be the wrong thing to repeat. */
function requireConfirmed({ id }: { id: number }, confirmation: string): void {
  if (confirmation.trim() === `remove ${id}`) return
  throw new BadInput({
    field: 'confirmation',
    sentence: `Type “remove ${id}” to remove the text for good.`,
  })
}

async function raiseTombstone(
  tx: Transaction,
  stone: { storyId: number; status: 410 | 451; note: string; by: string; at: Date },
): Promise<{ revisions: number; corrections: number }> {
  const { storyId } = stone
  return tx
    .insertInto('tombstones')
    .values({
      story_id: storyId,
      status: stone.status,
      note: stone.note,
      removed_at: stone.at,
      removed_by: stone.by,
      revisions: sql<number>`(select count(*)::int from revisions where story_id = ${storyId})`,
      corrections: sql<number>`(select count(*)::int from corrections where story_id = ${storyId})`,
    })
    .returning(['revisions', 'corrections'])
    .executeTakeFirstOrThrow()
}

/** The tombstone opens the one way through the triggers that keep revisions, corrections and audit lines as they are. */
async function takeText(tx: Transaction, storyId: number, at: Date): Promise<void> {
  await sql`update revisions set content = removed_text(), context = '{}', reason = '' where story_id = ${storyId}`.execute(
    tx,
  )
  await tx.deleteFrom('corrections').where('story_id', '=', storyId).execute()
  await tx.deleteFrom('preview_links').where('story_id', '=', storyId).execute()
  await sql`
    update stories set state = 'withdrawn', withdrawn_at = coalesce(withdrawn_at, ${at}), withdrawal_note = '',
      draft = removed_text(), draft_updated_at = ${at}, removed_at = ${at}, scheduled_for = null, scheduled_by = null,
      schedule_failure = '', embargo_until = null, due_at = null, assignee_id = null
    where id = ${storyId}`.execute(tx)
  await takeLetters(tx, storyId)
  await forgetMargin(tx, storyId)
  await liveDrafts.forgetIn(tx, storyId)
  await sql`
    update audit_log set subject_title = ''
    where subject_kind = 'story' and subject_id = ${String(storyId)} and subject_title <> ''`.execute(tx)
}

/** Letters about notes in the margin hold their words until they are forgotten; one that waits is not sent any more. */
async function takeLetters(tx: Transaction, storyId: number): Promise<void> {
  await sql`
    delete from letters where key in (
      select format('mention-%s-%s', message.id, mention.staff_id)
      from story_notes note
      join story_note_messages message on message.note_id = note.id
      join story_note_mentions mention on mention.message_id = message.id
      where note.story_id = ${storyId})`.execute(tx)
}
