import type { Generated } from 'kysely'
import type { WithDefault } from './column-types.ts'

/** The tables of migrations/0012-notes.sql. */
export interface NotesSchema {
  story_notes: StoryNotesTable
  story_note_messages: StoryNoteMessagesTable
  story_note_mentions: StoryNoteMentionsTable
  saved_drafts: SavedDraftsTable
  story_writers: StoryWritersTable
}

interface StoryNotesTable {
  id: Generated<number>
  story_id: number
  mark: string | null
  passage: WithDefault<string>
  created_by: number
  created_at: Date
  resolved_by: WithDefault<number | null>
  resolved_at: WithDefault<Date | null>
}

interface StoryNoteMessagesTable {
  id: Generated<number>
  note_id: number
  written_by: number
  words: string
  written_at: Date
  edited_at: WithDefault<Date | null>
  removed_at: WithDefault<Date | null>
}

interface StoryNoteMentionsTable {
  message_id: number
  staff_id: number
  told: boolean
}

/** Written by triggers and by `keep_draft` only. */
interface SavedDraftsTable {
  id: Generated<number>
  story_id: number
  content: unknown
  text_at: Date
  kept_at: Date
  reason: 'writing' | 'moved' | 'restore'
  detail: string
  written_by: number[]
}

interface StoryWritersTable {
  story_id: number
  staff_id: number
  first_at: Date
  last_at: Date
}
