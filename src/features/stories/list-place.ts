import type { Place } from './story-queries.ts'

/** A place in a list as it stands in an address: milliseconds and story id, so that paging never skips or repeats. */
export function placeText(story: { id: number; publishedAt: Date }): string {
  return `${story.publishedAt.getTime().toString(36)}-${story.id.toString(36)}`
}

/** Reads such a place; null for anything else. */
export function placeFrom(text: string): Place | null {
  const match = /^(-?[0-9a-z]{1,11})-([0-9a-z]{1,10})$/.exec(text)
  if (!match) return null
  const publishedAt = new Date(Number.parseInt(match[1]!, 36))
  const storyId = Number.parseInt(match[2]!, 36)
  return Number.isNaN(publishedAt.getTime()) || !Number.isSafeInteger(storyId)
    ? null
    : { publishedAt, storyId }
}
