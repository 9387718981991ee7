import type { WithDefault } from './column-types.ts'

/** The table of `migrations/0024-audience.sql`; change both together. */
export interface AudienceSchema {
  audience_periods: AudiencePeriodsTable
}

export interface AudiencePeriodsTable {
  period: string
  salt: Buffer | null
  registers: Buffer | null
  readers: WithDefault<number>
  updated_at: Date
}
