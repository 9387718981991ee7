import type { Block } from '../../blocks/blocks.ts'
import type { DraftContent } from '../../live-draft/draft-content.ts'
import type { MarginFacts } from '../../notes/margin.ts'
import type { LinkFacts } from '../links/link-facts.ts'
import type { PictureFacts } from '../publishing-queries.ts'

/** Everything the checks may look at, gathered at once (story-facts.ts). */
export interface StoryFacts {
  storyId: number
  kind: 'story' | 'page'
  isPrivate: boolean
  content: DraftContent
  blocks: readonly Block[]
  pictures: ReadonlyMap<number, PictureFacts>
  unknown: { topics: readonly number[]; authors: readonly number[] }
  /** The other story that has the address; null where it is free or this story's own. */
  slugOwner: { storyId: number; headline: string } | null
  links: readonly LinkFacts[]
  margin: MarginFacts
  embargoUntil: Date | null
  /** When it would go out. */
  at: Date
  /** The publication's. */
  timeZone: string
}

/**
 * 'stops' what must not go out; 'asks' for a reason where an editor wants to go on all the same; 'waits' for an answer
 * that may come, and holds nothing up.
 */
export type Weight = 'stops' | 'asks' | 'waits'

/** Something a check has found. */
export interface Finding {
  check: string
  weight: Weight
  /** What is the matter, and why it matters to readers. */
  sentence: string
  why: string
  place: Place
}

/** Where it can be put right: a block in the text, a field beside it, or a note in its margin (null: all of them). */
export type Place = { block: string } | { field: string } | { note: number | null }

/** One check. Pure: the same facts give the same findings. To add one: its file, and its line in checks.ts. */
export type PublishCheck = (facts: StoryFacts) => Finding[]
