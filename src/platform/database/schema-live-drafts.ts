import type { Generated } from 'kysely'

/** Tables of migrations/0007-live-drafts.sql. */
export interface LiveDraftsSchema {
  story_documents: StoryDocumentsTable
  story_document_updates: StoryDocumentUpdatesTable
  story_presence: StoryPresenceTable
}

interface StoryDocumentsTable {
  story_id: number
  state: Buffer
  reached: Generated<number>
  schema_version: number
  overtaken: Generated<boolean>
  created_at: Date
  compacted_at: Date
}

interface StoryDocumentUpdatesTable {
  id: Generated<number>
  story_id: number
  change: Buffer
  written_by: Generated<number[]>
  written_at: Date
}

interface StoryPresenceTable {
  socket: string
  node: string
  story_id: number
  staff_id: number
  since: Date
  seen_at: Date
}
