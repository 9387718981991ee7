import type { Transaction } from '../../../platform/database/database.ts'
import { Overtaken, type Seen } from './overtaken.ts'
import { readSeenState } from './publishing-queries.ts'

/** Throws Overtaken where a story is no longer as somebody saw it. Call it with the story locked. */
export async function requireSeen(tx: Transaction, storyId: number, seen: Seen): Promise<void> {
  const now = await readSeenState(tx, storyId)
  if (now.revision !== seen.revision) throw new Overtaken('published', { publishing: now.newest })
  if (now.correction !== seen.correction) throw new Overtaken('corrected')
  if (now.schedule !== seen.schedule) throw new Overtaken('scheduled', { schedule: now.standing })
  if (seen.draft !== null && now.draft !== seen.draft) throw new Overtaken('changed')
}
