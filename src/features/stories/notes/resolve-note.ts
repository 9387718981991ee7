import { recordAct } from '../../../platform/audit/audit.ts'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { tellNodes } from '../live-draft/document-queries.ts'
import { lockStory, subjectOf } from '../publishing/story-subject.ts'
import { lockNote, settleNote } from './note-queries.ts'

/** Resolves a thread, or opens it again. Nothing where it is so already. Throws NotFound. */
export async function resolveNote(
  house: Pick<House, 'db' | 'clock'>,
  change: { storyId: number; noteId: number; resolved: boolean; by: StaffMember },
): Promise<void> {
  const { storyId, noteId, resolved, by } = change
  await house.db.transaction().execute(async tx => {
    const subject = subjectOf(await lockStory(tx, storyId))
    const note = await lockNote(tx, storyId, noteId)
    if (!note) throw new NotFound('This note is gone.')
    if (note.resolved === resolved) return
    await settleNote(tx, noteId, resolved ? { by: by.id, at: house.clock.now() } : null)
    const act = resolved ? 'resolve-note' : 'reopen-note'
    await recordAct(tx, house.clock, { by, act, subject, detail: { note: noteId } })
    await tellNodes(tx, { kind: 'margin', story: storyId })
  })
}
