import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** The tables of `migrations/0027-joining.sql`; change both together. */
export interface JoiningSchema {
  coupons: CouponsTable
  checkouts: CheckoutsTable
  seat_invitations: SeatInvitationsTable
  keep_offers: KeepOffersTable
}

export interface CouponsTable {
  id: Generated<number>
  code: string
  percent: number | null
  amount_minor: number | null
  currency: string | null
  duration: 'once' | 'months' | 'always'
  months: number | null
  ends_at: Date | null
  most_uses: number | null
  processor_coupon: string | null
  created_at: Date
  archived_at: Date | null
}

export interface CheckoutsTable {
  number: string
  browser_hash: Buffer
  reader_id: number | null
  choice: Json
  single: boolean
  coupon_id: number | null
  session: string | null
  address: string | null
  last_reader: number
  created_at: Date
  ended_at: Date | null
  complete: WithDefault<boolean>
  signed_in: WithDefault<boolean>
}

export interface SeatInvitationsTable {
  id: Generated<number>
  membership_id: number
  email: string
  token_hash: Buffer
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
  seat_id: number | null
}

export interface KeepOffersTable {
  membership_id: number
  taken_at: Date
}
