import type { FrontContent } from '../front.ts'
import type { SlotStory } from './front-desk-queries.ts'

export type FrontWarning =
  | { kind: 'doubled'; container: string; storyId: number }
  /** In a place of its own for so many days. */
  | { kind: 'stale'; container: string; storyId: number; days: number }
  /** Not on the paper: shown once it is published, passed over until then. */
  | { kind: 'unseen'; container: string; storyId: number; state: string }
  | { kind: 'gone'; container: string; storyId: number }
  /** Chosen, but beyond what the container shows. */
  | { kind: 'beyond'; container: string; storyId: number }
  | { kind: 'empty'; container: string }

/** A story that stands in a place of its own for longer than this deserves a look. */
export const staleAfterDays = 5

/** What an editor should look at before a front goes out. */
export function frontWarnings(
  front: FrontContent,
  { stories, now }: { stories: ReadonlyMap<number, SlotStory>; now: Date },
): FrontWarning[] {
  const seen = new Set<number>()
  return front.containers.flatMap(({ id: container, slots, size, fill }) => {
    const warnings: FrontWarning[] = []
    slots.forEach(({ storyId }, i) => {
      const story = stories.get(storyId)
      if (seen.has(storyId)) warnings.push({ kind: 'doubled', container, storyId })
      else if (!story) warnings.push({ kind: 'gone', container, storyId })
      else if (story.state !== 'published')
        warnings.push({ kind: 'unseen', container, storyId, state: story.state })
      else if (i >= size) warnings.push({ kind: 'beyond', container, storyId })
      else if (daysSince(story.publishedAt, now) > staleAfterDays)
        warnings.push({ kind: 'stale', container, storyId, days: daysSince(story.publishedAt, now) })
      seen.add(storyId)
    })
    if (slots.length === 0 && !fill) warnings.push({ kind: 'empty', container })
    return warnings
  })
}

function daysSince(date: Date | null, now: Date): number {
  return date ? Math.floor((now.getTime() - date.getTime()) / 86_400_000) : 0
}
