import type { House } from '../../../platform/house.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'

/**
 * Brings what is typed this very moment into `stories.draft`, so that it is published with the rest. Not inside a
 * transaction that has touched the story.
 */
export async function keepNewestDraft(house: Pick<House, 'db'>, storyId: number): Promise<void> {
  await liveDrafts.flush(house, storyId)
}
