import type { Database } from '../../platform/database/database.ts'
import { findPhotographs } from '../media/photograph.ts'
import { findCards, listStories, type StoryCard } from '../stories/story.ts'
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
  const stories = await findCards(
    db,
    chosen.map(slot => slot.storyId),
  )
  const pictures = await findPhotographs(
    db,
    chosen.flatMap(slot => slot.photographId ?? []),
  )
  const shown = new Set<number>()
  const containers: FilledContainer[] = []
  // Editors' choices are placed first in all containers, so that a query never takes a story an editor put lower down.
  for (const { fill: _, ...container } of front.containers) {
    const slots: FilledSlot[] = []
    for (const slot of container.slots) {
      const story = stories.get(slot.storyId)
      if (!story || shown.has(story.id) || slots.length === container.size) continue
      shown.add(story.id)
      slots.push({ story: overridden(story, slot, pictures), filled: false })
    }
    containers.push({ ...container, slots })
  }
  for (const [index, { fill, size }] of front.containers.entries()) {
    const { slots } = containers[index]!
    if (!fill || slots.length >= size) continue
    const more = await listStories(db, { ...fill, without: [...shown], limit: size - slots.length })
    for (const story of more) {
      shown.add(story.id)
      slots.push({ story, filled: true })
    }
  }
  return containers
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
