import { recordAct } from '../../../../platform/audit/audit.ts'
import type { Transaction } from '../../../../platform/database/database.ts'
import { BadInput, Conflict, Forbidden } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { StaffMember } from '../../../../platform/http/staff-member.ts'
import { may } from '../../../../platform/permissions.ts'
import { mentionsIn } from '../../notes/mentions-in.ts'
import { namesOfStaff } from '../../notes/note-queries.ts'
import { type NoteHouse, writeNoteIn } from '../../notes/write-note.ts'
import { keepDraft } from '../../timeline/timeline-queries.ts'
import { keepNewestDraft } from '../newest-draft.ts'
import { isUnchanged } from '../publish-at-desk.ts'
import { type DeskStory, findDeskStory } from '../publishing-queries.ts'
import { requireStoryAccess } from '../story-access.ts'
import { lockStory, subjectOf } from '../story-subject.ts'
import { setHandedIn } from './planned-change-queries.ts'

/**
 * Hands the changes of a published story in: they wait for an editor, who publishes, schedules or hands them back. Throws
 * NotFound, Gone, Forbidden, Conflict where the story is not out, where nothing has changed, and where they wait already.
 */
export async function handInChanges(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, by }: { storyId: number; by: Pick<StaffMember, 'id' | 'name' | 'role'> },
): Promise<void> {
  await keepNewestDraft(house, storyId)
  await house.db.transaction().execute(async tx => {
    const { subject, story } = await lockWritable(tx, storyId, by)
    const now = house.clock.now()
    if (story.state !== 'published')
      throw new Conflict('The story is not out, so it is handed in as a whole, not its changes.')
    if (story.handedIn)
      throw new Conflict(`The changes wait for an editor already: ${story.handedIn.name} was faster.`)
    if (isUnchanged(story))
      throw new Conflict('Readers see just what the draft says, so there is no change to hand in.')
    await keepDraft(tx, { storyId, reason: 'moved', detail: 'in-review', now })
    await setHandedIn(tx, storyId, { at: now, by: by.id })
    await recordAct(tx, house.clock, { by, act: 'hand-in-changes', subject })
  })
}

/** Takes changes back that were handed in, to go on writing. Throws NotFound, Gone, Forbidden, Conflict. */
export async function takeBackChanges(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, by }: { storyId: number; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const { subject, story } = await lockWritable(tx, storyId, by)
    requireHandedIn(story)
    await setHandedIn(tx, storyId, null)
    await recordAct(tx, house.clock, { by, act: 'take-back-changes', subject })
  })
}

/**
 * Hands changes back to whoever handed them in, with words that stand in the margin and reach them as a letter, as every
 * mention does. Throws NotFound, Gone, Forbidden for whoever is no editor, Conflict, BadInput without words.
 */
export async function handBackChanges(
  house: NoteHouse,
  { storyId, words, by }: { storyId: number; words: string; by: StaffMember },
): Promise<void> {
  if (!may(by, 'edit-all-stories')) throw new Forbidden('Only an editor hands changes back.')
  if (words.trim() === '') throw new BadInput({ field: 'words', sentence: 'Say what is still to be done.' })
  await house.db.transaction().execute(async tx => {
    const { subject, story } = await lockWritable(tx, storyId, by)
    const { by: writer } = requireHandedIn(story)
    await setHandedIn(tx, storyId, null)
    await writeNoteIn(tx, house, {
      ...{ storyId, by, mark: null, passage: '' },
      words: await addressed(tx, words.trim(), writer),
    })
    await recordAct(tx, house.clock, { by, act: 'hand-back-changes', subject, detail: { to: writer } })
  })
}

async function lockWritable(
  tx: Transaction,
  storyId: number,
  by: Pick<StaffMember, 'id' | 'role'>,
): Promise<{ subject: ReturnType<typeof subjectOf>; story: DeskStory }> {
  await requireStoryAccess(tx, storyId, by)
  const subject = subjectOf(await lockStory(tx, storyId))
  return { subject, story: (await findDeskStory(tx, storyId))! }
}

function requireHandedIn({ handedIn }: DeskStory): NonNullable<DeskStory['handedIn']> {
  if (handedIn) return handedIn
  throw new Conflict('No changes of this story wait for an editor (any more).')
}

/** The words, naming this person. */
async function addressed(tx: Transaction, words: string, staffId: number): Promise<string> {
  const name = (await namesOfStaff(tx, [staffId])).get(staffId)
  if (!name || mentionsIn(words, [{ id: staffId, name }]).length > 0) return words
  return `@${name} ${words}`
}
