import type { Transaction } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { takeDownProjection } from './project-story.ts'
import { keysOfStory } from './story-keys.ts'
import { findTranslations } from './story-queries.ts'

export interface Withdrawing {
  storyId: number
  by: string
  /** What readers are told at its address; a plain sentence, may be empty. */
  note?: string
}

/**
 * Takes a published story back: its address answers 410 with `note`, and it leaves every list, feed and search result.
 * Its revisions stay. Throws NotFound, or Conflict when it is not published.
 */
export async function withdrawStory(
  house: Pick<House, 'clock' | 'db'>,
  withdrawing: Withdrawing,
): Promise<void> {
  await house.db.transaction().execute(tx => withdrawIn(tx, house, withdrawing))
}

/** The same inside a transaction that does more. It records its event, so call it last. */
export async function withdrawIn(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  { storyId, by, note = '' }: Withdrawing,
): Promise<void> {
  const story = await tx
    .selectFrom('stories')
    .select('state')
    .where('id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  if (story.state !== 'published') throw new Conflict('Only a published story can be withdrawn.')
  const before = await tx
    .selectFrom('published_stories')
    .selectAll()
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  await tx
    .updateTable('stories')
    .set({ state: 'withdrawn', withdrawn_at: house.clock.now(), withdrawal_note: note })
    .where('id', '=', storyId)
    .execute()
  await takeDownProjection(tx, storyId)
  await recordEvent(tx, house.clock, {
    kind: 'story-withdrawn',
    keys: keysOfStory(storyId, [before], await findTranslations(tx, storyId)),
    payload: { storyId, by },
  })
}
