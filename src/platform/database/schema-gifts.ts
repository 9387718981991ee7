import type { Generated } from 'kysely'
import type { WithDefault } from './column-types.ts'

/** The tables of `migrations/0022-gifts.sql`; change both together. */
export interface GiftsSchema {
  gift_orders: GiftOrdersTable
  gifts: GiftsTable
}

export interface GiftOrdersTable {
  id: Generated<number>
  number: string
  browser_hash: Buffer
  reader_id: number | null
  buyer_name: string
  buyer_email: string | null
  language: string
  tier_id: number
  months: number
  currency: string
  each_minor: number
  campaign_id: number | null
  appeal_id: number | null
  wording_id: number | null
  salt: Buffer
  session: string | null
  address: string | null
  tries: WithDefault<number>
  charge: string | null
  created_at: Date
  paid_at: Date | null
}

export interface GiftsTable {
  id: Generated<number>
  order_id: number
  position: number
  delivery: 'letter' | 'self'
  recipient_name: string
  recipient_email: string | null
  message: WithDefault<string>
  language: string
  time_zone: string
  deliver_at: Date | null
  salt: Buffer
  bought_at: Date | null
  claim_until: Date | null
  sent_at: Date | null
  sends: WithDefault<number>
  reminded_at: Date | null
  proofs: WithDefault<number>
  claimed_at: Date | null
  claimed_by: number | null
  membership_id: number | null
  gives: 'own' | 'longer' | 'renewal' | null
  given_from: Date | null
  given_until: Date | null
  renewal_moved_at: Date | null
  renewal_moved_back_at: Date | null
  refund_asked_at: Date | null
  refund_asked_by: 'buyer' | 'staff' | null
  refund_reason: WithDefault<string>
  undone_at: Date | null
  undone_because: 'refunded' | 'disputed' | null
}
