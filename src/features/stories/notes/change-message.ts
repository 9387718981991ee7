import { recordAct } from '../../../platform/audit/audit.ts'
import { Forbidden, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { tellNodes } from '../live-draft/document-queries.ts'
import { lockStory, subjectOf } from '../publishing/story-subject.ts'
import {
  countMessages,
  deleteMentions,
  deleteNote,
  lockMessage,
  lockNote,
  updateMessage,
} from './note-queries.ts'
import { readWords } from './notes.ts'
import { type NoteHouse, tellMentioned } from './write-note.ts'

interface Own {
  storyId: number
  messageId: number
  by: StaffMember
}

/** Puts other words in one's own message. Whom it names anew gets a letter. Throws NotFound, Forbidden, BadInput. */
export async function editMessage(
  house: NoteHouse,
  { words: typed, ...own }: Own & { words: string },
): Promise<number> {
  const words = readWords(typed)
  const { storyId, messageId, by } = own
  return house.db.transaction().execute(async tx => {
    const subject = subjectOf(await lockStory(tx, storyId))
    const message = await ownMessage(tx, own)
    if (message.words === words) return message.noteId
    await updateMessage(tx, messageId, { words, edited_at: house.clock.now() })
    const { noteId } = message
    const { passage } = (await lockNote(tx, storyId, noteId))!
    const named = await tellMentioned(tx, house, { subject, noteId, messageId, by, words, passage })
    await deleteMentions(tx, messageId, named)
    await record(tx, house, { subject, by, act: 'edit-note', noteId })
    return noteId
  })
}

/**
 * Takes one's own message back: a thread of which nothing is left goes with it, otherwise the thread says that something
 * was here. Throws NotFound, Forbidden.
 */
export async function removeMessage(house: Pick<House, 'db' | 'clock'>, own: Own): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const subject = subjectOf(await lockStory(tx, own.storyId))
    const { id, noteId } = await ownMessage(tx, own)
    await lockNote(tx, own.storyId, noteId)
    await updateMessage(tx, id, { words: '', removed_at: house.clock.now() })
    await deleteMentions(tx, id, [])
    if ((await countMessages(tx, noteId)) === 0) await deleteNote(tx, noteId)
    await record(tx, house, { subject, by: own.by, act: 'remove-note', noteId })
  })
}

type Tx = Parameters<typeof lockMessage>[0]

async function ownMessage(tx: Tx, { storyId, messageId, by }: Own) {
  const message = await lockMessage(tx, storyId, messageId)
  if (!message) throw new NotFound('This note is gone.')
  if (message.by !== by.id) throw new Forbidden('Only whoever wrote a note can change it.')
  return message
}

async function record(
  tx: Tx,
  house: Pick<House, 'clock'>,
  line: { subject: ReturnType<typeof subjectOf>; by: StaffMember; act: string; noteId: number },
): Promise<void> {
  const { subject, by, act, noteId } = line
  await recordAct(tx, house.clock, { by, act, subject, detail: { note: noteId } })
  await tellNodes(tx, { kind: 'margin', story: subject.id })
}
