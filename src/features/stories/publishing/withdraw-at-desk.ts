import { recordAct } from '../../../platform/audit/audit.ts'
import { BadInput, Conflict } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { withdrawIn } from '../withdraw-story.ts'
import { lockStory, subjectOf } from './story-subject.ts'

/** Takes a story back with a public note. Throws NotFound, BadInput without a note, Conflict when it is not out. */
export async function withdrawAtDesk(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, note, by }: { storyId: number; note: string; by: StaffMember },
): Promise<void> {
  if (note.trim() === '')
    throw new BadInput({
      field: 'note',
      sentence: 'Tell readers in a sentence why the story is no longer there.',
    })
  await house.db.transaction().execute(async tx => {
    const row = await lockStory(tx, storyId)
    await recordAct(tx, house.clock, { by, act: 'withdraw-story', subject: subjectOf(row) })
    await withdrawIn(tx, house, { storyId, by: by.name, note: note.trim() })
  })
}

/** Lets a story be published that was private where it was imported from. Throws NotFound, Conflict. */
export async function openStory(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, by }: { storyId: number; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const row = await lockStory(tx, storyId)
    if (row.audience !== 'nobody') throw new Conflict('This story is open already.')
    await tx.updateTable('stories').set({ audience: 'everyone' }).where('id', '=', storyId).execute()
    await recordAct(tx, house.clock, { by, act: 'open-story', subject: subjectOf(row) })
  })
}
