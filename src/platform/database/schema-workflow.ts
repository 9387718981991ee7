import type { Generated } from 'kysely'
import type { WithDefault } from './column-types.ts'

/** The tables of `migrations/0008-workflow.sql`; change both together. */
export interface WorkflowSchema {
  tombstones: TombstonesTable
  preview_links: PreviewLinksTable
  link_checks: LinkChecksTable
}

/** What that migration adds to the table of stories. */
export interface WorkflowColumns {
  due_at: WithDefault<Date | null>
  embargo_until: WithDefault<Date | null>
  scheduled_by: WithDefault<string | null>
  schedule_failure: WithDefault<string>
  removed_at: WithDefault<Date | null>
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
