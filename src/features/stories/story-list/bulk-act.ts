import { z } from 'zod'
import { deskStates } from '../publishing/workflow.ts'
import type { Standing } from './bulk-queries.ts'

/** What can be done to many stories at once. */
export const bulkAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('assign'), assigneeId: z.number().nullable() }),
  z.object({ act: z.literal('move'), to: z.enum(deskStates) }),
  z.object({ act: z.literal('add-topic'), topicId: z.number() }),
  z.object({ act: z.literal('withdraw'), note: z.string() }),
])
export type BulkAct = z.infer<typeof bulkAct>

/** One story's part of it: the assignee, state or topic that it had, and the one it has got. */
export interface BulkChange {
  storyId: number
  before: number | string | null
  after: number | string | null
}

export interface BulkFailure {
  storyId: number
  sentence: string
}

/** For how long an act can be undone in one go. */
export const undoMinutes = 30

/** Whether a story has already what the act would give it. */
export function hasValue(act: BulkAct, story: Standing): boolean {
  if (act.act === 'add-topic') return story.topicIds.includes(act.topicId)
  return valueBefore(act, story) === valueAfter(act)
}

export function valueBefore(act: BulkAct, story: Standing): number | string | null {
  if (act.act === 'assign') return story.assigneeId
  return act.act === 'add-topic' ? null : story.state
}

export function valueAfter(act: BulkAct): number | string | null {
  if (act.act === 'assign') return act.assigneeId
  if (act.act === 'add-topic') return act.topicId
  return act.act === 'move' ? act.to : 'withdrawn'
}
