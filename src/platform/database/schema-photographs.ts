import type { ColumnType, Generated } from 'kysely'
import type { Json } from './column-types.ts'

/** What `migrations/0011-photograph-desk.sql` adds; change both together. */
export interface PhotographDeskSchema {
  photograph_changes: PhotographChangesTable
}

export interface PhotographDeskColumns {
  created_by: ColumnType<number | null, number | null | undefined, number | null>
}

export interface PhotographChangesTable {
  id: Generated<number>
  staff_id: number
  made_at: Date
  before: Json
  undone_at: Date | null
}
