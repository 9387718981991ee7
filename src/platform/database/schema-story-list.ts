import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** The tables of `0014-story-list.sql` and `0019-waiting-changes.sql`. */
export interface StoryListSchema {
  story_list: StoryListTable
  saved_filters: SavedFiltersTable
  bulk_acts: BulkActsTable
}

/** Written by triggers on `stories` and `planned_changes` only. */
export interface StoryListTable {
  story_id: number
  kind: 'story' | 'page'
  state: string
  headline: string
  sought: string
  language: string
  topic_ids: number[]
  author_ids: number[]
  assignee_id: number | null
  created_by: number | null
  changed: boolean
  listed_at: Date
  waiting: boolean
  change_for: Date | null
}

export interface SavedFiltersTable {
  id: Generated<number>
  staff_id: number
  name: string
  query: string
  created_at: Date
}

export interface BulkActsTable {
  id: Generated<number>
  staff_id: number
  act: string
  detail: Json
  changes: Json
  failures: Json
  done_at: Date
  undone_at: WithDefault<Date | null>
}
