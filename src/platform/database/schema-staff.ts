import type { Generated } from 'kysely'
import type { Role } from '../permissions.ts'
import type { WithDefault } from './column-types.ts'

/** The tables of `migrations/0004-staff.sql` and `0020-staff-proof.sql`; change both together. */
export interface StaffSchema {
  staff: StaffTable
  staff_rules: StaffRulesTable
  staff_sessions: StaffSessionsTable
  sign_in_codes: SignInCodesTable
  staff_sign_ins: StaffSignInsTable
  staff_links: StaffLinksTable
  staff_invitations: StaffInvitationsTable
  staff_address_links: StaffAddressLinksTable
  staff_passkeys: StaffPasskeysTable
  passkey_challenges: PasskeyChallengesTable
  staff_totp: StaffTotpTable
  staff_recovery_codes: StaffRecoveryCodesTable
}

export interface StaffTable {
  id: Generated<number>
  name: string
  email: string
  role: Role
  language: WithDefault<string>
  author_id: number | null
  handle: Generated<string>
  active: WithDefault<boolean>
  asks_second_factor: WithDefault<boolean>
  factor_failures: WithDefault<number>
  factor_failed_at: Date | null
  created_at: Date
  last_seen_at: Date | null
}

export interface StaffRulesTable {
  id: Generated<boolean>
  second_factor_required: boolean
}

export interface StaffSessionsTable {
  id: Generated<number>
  staff_id: number
  token_hash: Buffer
  browser: string
  second_factor: boolean
  proven_at: Date
  created_at: Date
  last_used_at: Date
  expires_at: Date
}

export interface SignInCodesTable {
  id: Generated<number>
  realm: 'staff' | 'reader' | 'staff-address' | 'reader-address'
  email: string
  browser_hash: Buffer
  origin_hash: Buffer
  code_hash: Buffer | null
  tries: WithDefault<number>
  used_at: Date | null
  created_at: Date
  expires_at: Date
}

export interface StaffSignInsTable {
  id: Generated<number>
  token_hash: Buffer
  staff_id: number
  first_factor: string
  tries: WithDefault<number>
  created_at: Date
  expires_at: Date
}

export interface StaffLinksTable {
  id: Generated<number>
  token_hash: Buffer
  staff_id: number | null
  created_at: Date
  expires_at: Date | null
}

export interface StaffInvitationsTable {
  id: Generated<number>
  token_hash: Buffer
  email: string
  role: Role
  language: string
  author_id: number | null
  invited_by: number | null
  created_at: Date
  sent_at: Date
  expires_at: Date
}

export interface StaffAddressLinksTable {
  staff_id: number
  token_hash: Buffer
  email: string
  asked_by: number | null
  sent_at: Date
  expires_at: Date
}

export interface StaffPasskeysTable {
  id: Generated<number>
  staff_id: number
  credential_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  created_at: Date
  last_used_at: Date | null
}

export interface PasskeyChallengesTable {
  token_hash: Buffer
  challenge: string
  staff_id: number | null
  expires_at: Date
}

export interface StaffTotpTable {
  staff_id: number
  sealed_secret: Buffer
  confirmed_at: Date | null
  last_step: WithDefault<number>
}

export interface StaffRecoveryCodesTable {
  staff_id: number
  code_hash: Buffer
  used_at: Date | null
}
