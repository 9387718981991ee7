import type { Generated } from 'kysely'
import type { Json, WithDefault } from './column-types.ts'

/** The tables of `migrations/0021-practice-processor.sql`; change both together. */
export interface PracticeProcessorSchema {
  practice_objects: PracticeObjectsTable
  practice_events: PracticeEventsTable
  practice_answers: PracticeAnswersTable
  practice_delivery: PracticeDeliveryTable
}

export interface PracticeObjectsTable {
  seq: Generated<number>
  id: string
  kind: string
  data: Json
  hidden: Json
  test_clock: string | null
  due_at: Date | null
}

export interface PracticeEventsTable {
  seq: Generated<number>
  id: string
  kind: string
  data: Json
  accepted: WithDefault<string[]>
  attempts: WithDefault<number>
  next_try_at: Date | null
  claimed_until: WithDefault<Date | null>
}

export interface PracticeAnswersTable {
  idempotency_key: string
  fingerprint: string
  status: number
  body: Json
  created_at: Date
}

export interface PracticeDeliveryTable {
  id: WithDefault<boolean>
  twice: WithDefault<boolean>
  shuffled: WithDefault<boolean>
  held: WithDefault<boolean>
}
