import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** The tables of `migrations/0018-support.sql`; change both together. */
export interface SupportSchema {
  readers: ReadersTable
  reader_customers: ReaderCustomersTable
  reader_sessions: ReaderSessionsTable
  tiers: TiersTable
  prices: PricesTable
  memberships: MembershipsTable
  ledger_lines: LedgerLinesTable
  processor_events: ProcessorEventsTable
  support_settings: SupportSettingsTable
  reconciliations: ReconciliationsTable
  reconciliation_differences: ReconciliationDifferencesTable
  practice_time: PracticeTimeTable
}

export interface ReadersTable {
  id: Generated<number>
  email: string | null
  name: WithDefault<string>
  language: WithDefault<string>
  country: string | null
  time_zone: string | null
  customer: string | null
  email_confirmed_at: Date | null
  created_at: Date
  last_seen_at: Date | null
  forgotten_at: Date | null
  merged_into: number | null
}

export interface ReaderCustomersTable {
  customer: string
  reader_id: number
}

export interface ReaderSessionsTable {
  id: Generated<number>
  reader_id: number
  token_hash: Buffer
  browser: string
  created_at: Date
  last_used_at: Date
  expires_at: Date
}

export interface TiersTable {
  id: Generated<number>
  slug: string
  name: string
  description: WithDefault<string>
  benefits: WithDefault<string[]>
  position: WithDefault<number>
  seats: WithDefault<number>
  trial_days: WithDefault<number>
  processor_product: string | null
  created_at: Date
  archived_at: Date | null
}

export interface PricesTable {
  id: Generated<number>
  tier_id: number
  period: 'month' | 'year'
  currency: string
  amount_minor: number
  processor_price: string | null
  created_at: Date
  archived_at: Date | null
}

export interface MembershipsTable {
  id: Generated<number>
  reader_id: number
  tier_id: number
  source: 'paid' | 'gift' | 'complimentary' | 'seat' | 'import'
  state: 'trial' | 'active' | 'late' | 'paused' | 'ended'
  started_at: Date
  paid_until: Date | null
  grace_until: Date | null
  cancels_at_end: WithDefault<boolean>
  cancel_reason: WithDefault<string>
  paused_until: Date | null
  ended_at: Date | null
  ended_because: 'cancelled' | 'unpaid' | 'refunded' | 'disputed' | 'over' | 'removed' | 'merged' | null
  subscription: string | null
  amount_minor: number | null
  currency: string | null
  period: 'month' | 'year' | null
  fee_minor: WithDefault<number>
  holder_id: number | null
  gift_id: number | null
  campaign_id: number | null
  appeal_id: number | null
  wording_id: number | null
  created_at: Date
  updated_at: Date
}

export type LedgerKind =
  | 'membership-payment'
  | 'single-payment'
  | 'gift-payment'
  | 'refund'
  | 'dispute'
  | 'dispute-won'
  | 'fee'
  | 'member-began'
  | 'member-ended'
  | 'gift-bought'
  | 'gift-undone'

export interface LedgerLinesTable {
  id: Generated<number>
  kind: LedgerKind
  amount_minor: WithDefault<number>
  currency: string | null
  members: WithDefault<number>
  gifts: WithDefault<number>
  reader_id: number | null
  membership_id: number | null
  gift_id: number | null
  of_line_id: number | null
  object_id: string
  source: string
  covers_from: Date | null
  covers_until: Date | null
  campaign_id: number | null
  appeal_id: number | null
  wording_id: number | null
  happened_at: Date
  recorded_at: Date
}

export interface ProcessorEventsTable {
  id: string
  kind: string
  object_id: string
  created_at: Date
  received_at: Date
}

export interface SupportSettingsTable {
  id: Generated<boolean>
  settings: Json
}

export interface PracticeTimeTable {
  id: Generated<boolean>
  ahead_ms: number
}

export interface ReconciliationsTable {
  id: Generated<number>
  began_at: Date
  ended_at: Date | null
  covers_from: Date
  covers_until: Date
  checked: WithDefault<number>
  failure: WithDefault<string>
}

export interface ReconciliationDifferencesTable {
  id: Generated<number>
  reconciliation_id: number
  object_id: string
  kind: 'missing' | 'unknown' | 'amount' | 'state'
  ours: WithDefault<string>
  theirs: WithDefault<string>
  repaired_at: Date | null
}
