import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** What `migrations/0010-fronts-desk.sql` adds; change both together. */
export interface FrontsSchema {
  front_schedules: FrontSchedulesTable
}

export interface FrontDraftColumns {
  draft_version: WithDefault<number>
  draft_changed_by: WithDefault<string>
  draft_changed_at: Date | null
  draft_before: Json
}

export interface FrontSchedulesTable {
  id: Generated<number>
  front_id: number
  content: Json
  due_at: Date
  made_by: string
  made_by_id: number | null
  made_at: Date
  state: WithDefault<'waiting' | 'done' | 'cancelled'>
  ended_at: Date | null
}
