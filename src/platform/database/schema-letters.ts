import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** The tables of migrations/0005-letters.sql and 0020-staff-proof.sql. */
export interface LettersSchema {
  letters: LettersTable
  practice_letters: PracticeLettersTable
}

export type LetterState = 'waiting' | 'sending' | 'accepted' | 'refused' | 'given-up'

export interface LettersTable {
  id: Generated<number>
  kind: string
  key: string | null
  to_address: string
  to_name: WithDefault<string>
  language: string
  subject: WithDefault<string>
  html: WithDefault<string>
  text: WithDefault<string>
  sealed: Buffer | null
  headers: Json
  message_id: string
  state: WithDefault<LetterState>
  tries: WithDefault<number>
  next_try_at: Date
  useless_after: Date | null
  last_answer: WithDefault<string>
  created_at: Date
  accepted_at: Date | null
  ended_at: Date | null
  set_aside_at: Date | null
}

export interface PracticeLettersTable {
  id: Generated<number>
  received_at: Date
  sender: string
  recipients: string[]
  subject: string
  source: Buffer
}
