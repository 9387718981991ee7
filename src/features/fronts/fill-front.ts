import type { Database } from '../../platform/database/database.ts'
import { findPhotographs } from '../media/photograph.ts'
import { findCards, listStoryIds, type StoryCard } from '../stories/story.ts'
import { currentTopicIds } from '../topics/topic.ts'
import type { Container, FrontContent, Slot } from './front.ts'

export interface FilledSlot {
  story: StoryCard
  /** True where the container's query chose it, not an editor. */
  filled: boolean
}

export interface FilledContainer extends Omit<Container, 'slots' | 'fill'> {
  slots: FilledSlot[]
}

/**
 * Turns a front into what is shown: chosen stories with their overrides, then stories by query until each container
 * is full. A story that is not published is passed over, and none appears twice.
 */
export async function fillFront(db: Database, front: FrontContent): Promise<FilledContainer[]> {
  const chosen = front.containers.flatMap(container => container.slots)
  const [proposed, stories, pictures] = await Promise.all([
    proposals(db, front, chosen.length),
    findCards(
      db,
      chosen.map(slot => slot.storyId),
    ),
    findPhotographs(
      db,
      chosen.flatMap(slot => slot.photographId ?? []),
    ),
  ])
  const shown = new Set<number>()
  // Editors' choices are placed first in all containers, so that a query never takes a story an editor put lower down.
  const placed = front.containers.map(container => {
    const slots: FilledSlot[] = []
    for (const slot of container.slots) {
      const story = stories.get(slot.storyId)
      if (!story || shown.has(story.id) || slots.length === container.size) continue
      shown.add(story.id)
      slots.push({ story: overridden(story, slot, pictures), filled: false })
    }
    return slots
  })
  const filling = front.containers.map(({ size }, i) => {
    const free = Math.max(0, size - placed[i]!.length)
    const ids = proposed[i]!.filter(id => !shown.has(id)).slice(0, free)
    for (const id of ids) shown.add(id)
    return ids
  })
  const more = await findCards(db, filling.flat())
  return front.containers.map(({ fill: _, ...container }, i) => {
    const filled = filling[i]!.flatMap(id => more.get(id) ?? []).map(story => ({ story, filled: true }))
    return { ...container, slots: [...placed[i]!, ...filled] }
  })
}

/** For each container the stories its query may take: enough of them even when all others come first. */
async function proposals(db: Database, { containers }: FrontContent, chosen: number): Promise<number[][]> {
  const merged = await currentTopicIds(
    db,
    containers.flatMap(({ fill }) => fill?.topicId ?? []),
  )
  let before = chosen
  return Promise.all(
    containers.map(({ fill, size }) => {
      if (!fill) return []
      const limit = before + size
      before += size
      const topicId = fill.topicId === undefined ? undefined : (merged.get(fill.topicId) ?? fill.topicId)
      return listStoryIds(db, { ...fill, topicId, limit })
    }),
  )
}

function overridden(
  story: StoryCard,
  slot: Slot,
  pictures: Awaited<ReturnType<typeof findPhotographs>>,
): StoryCard {
  return {
    ...story,
    headline: slot.headline || story.headline,
    standfirst: slot.standfirst ?? story.standfirst,
    photograph: (slot.photographId !== undefined && pictures.get(slot.photographId)) || story.photograph,
  }
}
