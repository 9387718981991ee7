import type { Transaction } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors/errors.ts'

/** Locks a story's row until the end of the transaction. Throws NotFound. */
export async function lockStory(tx: Transaction, storyId: number) {
  const story = await tx
    .selectFrom('stories')
    .selectAll()
    .where('id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  return story
}

/** A story as the audit log names it. */
export function subjectOf({ id, draft }: { id: number; draft: unknown }): {
  kind: string
  id: number
  title: string
} {
  const { headline } = Object(draft) as { headline?: unknown }
  return { kind: 'story', id, title: typeof headline === 'string' ? headline.slice(0, 300) : '' }
}
