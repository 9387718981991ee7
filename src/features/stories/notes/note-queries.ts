import { sql } from 'kysely'
import type { Database, Transaction } from '../../../platform/database/database.ts'
import { may, type Role } from '../../../platform/permissions.ts'
import type { Note, NoteMessage } from './notes.ts'

/** Somebody of the staff, and whether they may open the story. */
export interface StoryPerson {
  id: number
  name: string
  email: string
  language: string
  mayOpen: boolean
}

/** Everyone who is on the staff now, by name. */
export async function listStoryPeople(db: Database, storyId: number): Promise<StoryPerson[]> {
  const { rows } = await sql<Omit<StoryPerson, 'mayOpen'> & { role: Role; own: boolean }>`
    select p.id, p.name, p.email, p.language, p.role,
      (s.created_by = p.id is true or s.assignee_id = p.id is true or exists (
        select from story_staff t where t.story_id = s.id and t.staff_id = p.id)) as own
    from staff p cross join stories s where s.id = ${storyId} and p.active order by p.name, p.id`.execute(db)
  return rows.map(({ role, own, ...person }) => ({
    ...person,
    mayOpen: may({ role }, 'edit-all-stories') || (own && may({ role }, 'write-stories')),
  }))
}

/** Everyone who is or was on the staff. */
export async function listStaffNames(db: Database): Promise<{ id: number; name: string }[]> {
  return db.selectFrom('staff').select(['id', 'name']).orderBy('id').execute()
}

/** Names of people by number, whether they are still on the staff or not. */
export async function namesOfStaff(db: Database, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

/** All threads of a story, oldest first. */
export async function listNotes(db: Database, storyId: number): Promise<Note[]> {
  const notes = await db
    .selectFrom('story_notes')
    .leftJoin('staff', 'staff.id', 'story_notes.resolved_by')
    .select(['story_notes.id', 'mark', 'passage', 'resolved_at', 'staff.name as resolvedBy'])
    .where('story_id', '=', storyId)
    .orderBy('story_notes.id')
    .execute()
  const messages = await listMessages(db, storyId)
  return notes.map(({ id, mark, passage, resolved_at: at, resolvedBy }) => ({
    id,
    mark,
    passage,
    resolved: at && { by: resolvedBy ?? '', at },
    messages: messages.filter(message => message.noteId === id),
  }))
}

async function listMessages(db: Database, storyId: number): Promise<(NoteMessage & { noteId: number })[]> {
  const { rows } = await sql<{
    id: number
    noteId: number
    byId: number
    byName: string | null
    words: string
    writtenAt: Date
    editedAt: Date | null
    removed: boolean
    mentions: { name: string; told: boolean }[]
  }>`
    select m.id, m.note_id as "noteId", m.written_by as "byId", p.name as "byName", m.words,
      m.written_at as "writtenAt", m.edited_at as "editedAt", m.removed_at is not null as removed,
      coalesce((select jsonb_agg(jsonb_build_object('name', q.name, 'told', n.told) order by q.name)
        from story_note_mentions n join staff q on q.id = n.staff_id where n.message_id = m.id), '[]') as mentions
    from story_note_messages m
      join story_notes t on t.id = m.note_id
      left join staff p on p.id = m.written_by
    where t.story_id = ${storyId} order by m.id`.execute(db)
  return rows.map(({ byId, byName, ...message }) => ({ ...message, by: { id: byId, name: byName ?? '' } }))
}

/** How a story's margin stands, without its words. */
export async function openNotesOf(
  db: Database,
  storyId: number,
): Promise<{ id: number; mark: string | null }[]> {
  return db
    .selectFrom('story_notes')
    .select(['id', 'mark'])
    .where('story_id', '=', storyId)
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Locks a thread of this story; undefined where there is none. */
export async function lockNote(
  tx: Transaction,
  storyId: number,
  noteId: number,
): Promise<{ id: number; passage: string; resolved: boolean } | undefined> {
  const row = await tx
    .selectFrom('story_notes')
    .select(['id', 'passage', 'resolved_at'])
    .where('id', '=', noteId)
    .where('story_id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
  return row && { id: row.id, passage: row.passage, resolved: row.resolved_at !== null }
}

/** Returns the thread's number; that of the one that is there where the mark has one already. */
export async function insertNote(
  tx: Transaction,
  note: { storyId: number; mark: string | null; passage: string; by: number; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('story_notes')
    .values({
      story_id: note.storyId,
      mark: note.mark,
      passage: note.passage,
      created_by: note.by,
      created_at: note.now,
    })
    .onConflict(conflict =>
      conflict
        .columns(['story_id', 'mark'])
        .where('mark', 'is not', null)
        .doUpdateSet({ resolved_at: null, resolved_by: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function settleNote(
  tx: Transaction,
  noteId: number,
  resolved: { by: number; at: Date } | null,
): Promise<void> {
  await tx
    .updateTable('story_notes')
    .set({ resolved_by: resolved?.by ?? null, resolved_at: resolved?.at ?? null })
    .where('id', '=', noteId)
    .execute()
}

export async function deleteNote(tx: Transaction, noteId: number): Promise<void> {
  await tx.deleteFrom('story_notes').where('id', '=', noteId).execute()
}

export async function insertMessage(
  tx: Transaction,
  message: { noteId: number; by: number; words: string; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('story_note_messages')
    .values({
      note_id: message.noteId,
      written_by: message.by,
      words: message.words,
      written_at: message.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A message of this story with its thread; undefined where there is none, or where it was taken back. */
export async function lockMessage(
  tx: Transaction,
  storyId: number,
  messageId: number,
): Promise<{ id: number; noteId: number; by: number; words: string } | undefined> {
  return tx
    .selectFrom('story_note_messages as m')
    .innerJoin('story_notes as t', 't.id', 'm.note_id')
    .select(['m.id', 'm.note_id as noteId', 'm.written_by as by', 'm.words'])
    .where('m.id', '=', messageId)
    .where('t.story_id', '=', storyId)
    .where('m.removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateMessage(
  tx: Transaction,
  messageId: number,
  change: { words: string; edited_at?: Date; removed_at?: Date },
): Promise<void> {
  await tx.updateTable('story_note_messages').set(change).where('id', '=', messageId).execute()
}

/** How many messages of a thread still stand. */
export async function countMessages(tx: Transaction, noteId: number): Promise<number> {
  const { n } = await tx
    .selectFrom('story_note_messages')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .where('note_id', '=', noteId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Adds people a message names; gives back those it did not name before. */
export async function insertMentions(
  tx: Transaction,
  messageId: number,
  mentions: readonly { id: number; told: boolean }[],
): Promise<number[]> {
  if (mentions.length === 0) return []
  const rows = await tx
    .insertInto('story_note_mentions')
    .values(mentions.map(({ id, told }) => ({ message_id: messageId, staff_id: id, told })))
    .onConflict(conflict => conflict.doNothing())
    .returning('staff_id')
    .execute()
  return rows.map(row => row.staff_id)
}

/** Takes away mentions of people that a message names no more. */
export async function deleteMentions(
  tx: Transaction,
  messageId: number,
  except: readonly number[],
): Promise<void> {
  let query = tx.deleteFrom('story_note_mentions').where('message_id', '=', messageId)
  if (except.length > 0) query = query.where('staff_id', 'not in', [...except])
  await query.execute()
}

/** All of a story's margin, for good. */
export async function forgetMargin(tx: Transaction, storyId: number): Promise<void> {
  await tx.deleteFrom('story_notes').where('story_id', '=', storyId).execute()
  await tx.deleteFrom('saved_drafts').where('story_id', '=', storyId).execute()
  await tx.deleteFrom('story_writers').where('story_id', '=', storyId).execute()
}
