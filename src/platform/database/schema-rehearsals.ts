import type { Generated } from 'kysely'
import type { WithDefault } from './column-types.ts'

/** The table of `migrations/0029-rehearsals.sql`; change both together. */
export interface RehearsalsSchema {
  rehearsals: RehearsalsTable
}

export interface RehearsalsTable {
  id: Generated<number>
  days: number
  days_done: WithDefault<number>
  began_from: Date
  began_at: Date
  ended_at: Date | null
  failure: WithDefault<string>
  last_line: number
  last_letter: number
}
