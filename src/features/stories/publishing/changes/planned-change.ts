import type { Change } from '../publish-at-desk.ts'

/** A change of a published story that goes out by itself. */
export interface PlannedChange {
  storyId: number
  at: Date
  change: Change
  /** The text, as it stood when the change was scheduled. */
  content: unknown
  /** The number of the saved draft that says the same. */
  savedDraft: number
  by: string
  plannedAt: Date
  /** Why the last attempt failed, in a sentence; '' while nothing is wrong. */
  failure: string
}
