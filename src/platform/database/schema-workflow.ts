import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** The tables of `migrations/0008-workflow.sql` and `0019-waiting-changes.sql`; change both together. */
export interface WorkflowSchema {
  tombstones: TombstonesTable
  preview_links: PreviewLinksTable
  link_checks: LinkChecksTable
  planned_changes: PlannedChangesTable
}

/** What those migrations add to the table of stories. */
export interface WorkflowColumns {
  due_at: WithDefault<Date | null>
  embargo_until: WithDefault<Date | null>
  scheduled_by: WithDefault<string | null>
  schedule_failure: WithDefault<string>
  removed_at: WithDefault<Date | null>
  handed_in_at: WithDefault<Date | null>
  handed_in_by: WithDefault<number | null>
  text_taken_at: WithDefault<Date | null>
}

export interface PlannedChangesTable {
  story_id: number
  at: Date
  kind: 'update' | 'correction' | 'silent'
  correction: Json
  content: Json
  saved_draft: number
  planned_by: string
  planned_at: Date
  failure: WithDefault<string>
}

export interface TombstonesTable {
  story_id: number
  status: 410 | 451
  note: string
  removed_at: Date
  removed_by: string
  revisions: number
  corrections: number
}

export interface PreviewLinksTable {
  id: Generated<number>
  story_id: number
  token_hash: Buffer
  label: WithDefault<string>
  created_by: number
  created_by_name: string
  created_at: Date
  expires_at: Date
  revoked_at: Date | null
}

export interface LinkChecksTable {
  hash: Buffer
  url: string
  state: 'waiting' | 'good' | 'moved' | 'dead' | 'unknown'
  detail: WithDefault<string>
  asked_at: Date
  checked_at: Date | null
}
