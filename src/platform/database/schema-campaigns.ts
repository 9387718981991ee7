import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** The tables of `migrations/0023-campaigns.sql`; change both together. */
export interface CampaignsSchema {
  campaigns: CampaignsTable
  appeals: AppealsTable
  wordings: WordingsTable
  experiments: ExperimentsTable
  appeal_views: AppealViewsTable
  appeal_settings: AppealSettingsTable
}

export interface CampaignsTable {
  id: Generated<number>
  name: string
  goal_kind: 'members' | 'gifts' | 'supporters' | 'amount'
  goal_number: number
  currency: string | null
  starts_at: Date
  ends_at: Date
  state: WithDefault<'draft' | 'running' | 'ended'>
  ended_at: Date | null
  noted_moment: WithDefault<string>
  created_at: Date
  updated_at: Date
}

export interface AppealsTable {
  id: Generated<number>
  campaign_id: number | null
  name: string
  place: 'strip' | 'closing' | 'card' | 'front' | 'join' | 'gift' | 'newsletter'
  live: WithDefault<boolean>
  priority: WithDefault<number>
  dismissal_days: WithDefault<number>
  rules: Json
  created_at: Date
  updated_at: Date
}

export interface WordingsTable {
  id: Generated<number>
  appeal_id: number
  name: string
  position: WithDefault<number>
  texts: Json
  archived_at: Date | null
  created_at: Date
  updated_at: Date
}

export interface ExperimentsTable {
  id: Generated<number>
  appeal_id: number
  wording_ids: number[]
  started_at: Date
  ends_at: Date
  stopped_at: Date | null
}

export interface AppealViewsTable {
  wording_id: number
  experiment_id: WithDefault<number>
  /** "2026-11-22", in UTC. */
  day: string
  shown: WithDefault<number>
  held_out: WithDefault<number>
}

export interface AppealSettingsTable {
  id: Generated<boolean>
  settings: Json
}
