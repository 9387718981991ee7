import { mentionLetter } from '../../../design/letters/mention-letter.ts'
import { recordAct } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { sendLetter } from '../../../platform/mail/send-letter.ts'
import { tellNodes } from '../live-draft/document-queries.ts'
import { lockStory, subjectOf } from '../publishing/story-subject.ts'
import { mentionsIn } from './mentions-in.ts'
import {
  insertMentions,
  insertMessage,
  insertNote,
  listStoryPeople,
  lockNote,
  settleNote,
} from './note-queries.ts'
import { mostPassageLetters, readWords } from './notes.ts'

type Subject = ReturnType<typeof subjectOf>
export type NoteHouse = Pick<House, 'db' | 'clock' | 'mail' | 'jobs' | 'config'>

/**
 * Begins a thread beside a mark in the text, or on the whole story (no mark). Whoever it names gets a letter. Returns
 * the thread's number. Throws NotFound, BadInput for nothing and for too much.
 */
export async function writeNote(house: NoteHouse, note: NewNote): Promise<number> {
  readWords(note.words)
  return house.db.transaction().execute(tx => writeNoteIn(tx, house, note))
}

export interface NewNote {
  storyId: number
  by: StaffMember
  words: string
  mark: string | null
  passage: string
}

/** The same inside a transaction that does more. */
export async function writeNoteIn(tx: Transaction, house: NoteHouse, note: NewNote): Promise<number> {
  const words = readWords(note.words)
  const passage = note.passage.toWellFormed().replace(/\s+/g, ' ').trim().slice(0, mostPassageLetters)
  const { storyId, by, mark } = note
  const subject = subjectOf(await lockStory(tx, storyId))
  const noteId = await insertNote(tx, { storyId, mark, passage, by: by.id, now: house.clock.now() })
  await addMessage(tx, house, { subject, noteId, by, words, passage, act: 'write-note' })
  return noteId
}

/** Answers in a thread; one that was resolved is open again. Throws NotFound, BadInput. */
export async function answerNote(
  house: NoteHouse,
  answer: { storyId: number; noteId: number; by: StaffMember; words: string },
): Promise<void> {
  const words = readWords(answer.words)
  const { storyId, noteId, by } = answer
  await house.db.transaction().execute(async tx => {
    const subject = subjectOf(await lockStory(tx, storyId))
    const note = await lockNote(tx, storyId, noteId)
    if (!note) throw new NotFound('This note is gone.')
    if (note.resolved) await settleNote(tx, noteId, null)
    await addMessage(tx, house, { subject, noteId, by, words, passage: note.passage, act: 'answer-note' })
  })
}

async function addMessage(
  tx: Transaction,
  house: NoteHouse,
  message: {
    subject: Subject
    noteId: number
    by: StaffMember
    words: string
    passage: string
    act: string
  },
): Promise<void> {
  const { subject, noteId, by, words } = message
  const now = house.clock.now()
  const messageId = await insertMessage(tx, { noteId, by: by.id, words, now })
  await tellMentioned(tx, house, { ...message, messageId })
  await recordAct(tx, house.clock, { by, act: message.act, subject, detail: { note: noteId } })
  await tellNodes(tx, { kind: 'margin', story: subject.id })
}

/**
 * Writes down whom a message names, and writes to those whom it did not name before: one letter a message and person,
 * none to whoever wrote it, none to somebody who may not open the story (the page says so). Returns all who are named.
 */
export async function tellMentioned(
  tx: Transaction,
  house: NoteHouse,
  message: {
    subject: Subject
    noteId: number
    messageId: number
    by: StaffMember
    words: string
    passage: string
  },
): Promise<number[]> {
  const { subject, noteId, messageId, by, words, passage } = message
  if (!words.includes('@')) return []
  const people = (await listStoryPeople(tx, subject.id)).filter(({ id }) => id !== by.id)
  const named = mentionsIn(words, people)
  const mentioned = people.filter(({ id }) => named.includes(id))
  const fresh = await insertMentions(
    tx,
    messageId,
    mentioned.map(({ id, mayOpen }) => ({ id, told: mayOpen })),
  )
  for (const { id, name, email, language, mayOpen } of mentioned) {
    if (!mayOpen || !fresh.includes(id)) continue
    await sendLetter(tx, house, {
      to: { address: email, name },
      language,
      template: mentionLetter,
      key: `mention-${messageId}-${id}`,
      data: {
        name,
        by: by.name,
        story: subject.title,
        note: words,
        passage,
        link: `${house.config.siteUrl}/newsroom/stories/${subject.id}/notes#note-${noteId}`,
      },
    })
  }
  return named
}
