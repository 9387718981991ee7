import type { PhotographData } from '../../design/photograph-data.ts'
import type { RailParts } from '../../design/rail-box.tsx'
import type { House } from '../../platform/house.ts'
import type { StoryContent } from './story-content.ts'

export { addCorrection } from './add-correction.ts'
export { listAddresses } from './address-queries.ts'
export type { BlockContext } from './blocks/block.ts'
export { readBlock } from './blocks/blocks.ts'
export { cleanText } from './blocks/clean-text.ts'
export { type Inline, inline, isSafeHref, type Mark, plainText } from './blocks/inline.ts'
export { inlineAnywhere, inlineWeb } from './blocks/inline-html.tsx'
export { deepestList } from './blocks/list/schema.ts'
export { correctionAnchor } from './correction-anchor.ts'
export { type ListedCorrection, listCorrections } from './correction-queries.ts'
export { createStory, saveDraft } from './create-story.ts'
export { beginStory, beginStoryIn } from './editor/pages/begin-story.ts'
export { feedHtml } from './feed-html.ts'
export { type DraftContent, draftContent } from './live-draft/draft-content.ts'
export { liveDrafts } from './live-draft/live-drafts.ts'
export type { Present } from './live-draft/presence-queries.ts'
export { projectStories, projectStory, takeDownProjection } from './project-story.ts'
export { publishIn, publishStory } from './publish-story.ts'
export { type PublishedText, publishedText } from './published-text.ts'
export { removeStory } from './publishing/remove-story.ts'
export { isOwnStory, requireStoryAccess } from './publishing/story-access.ts'
export { deskStates, movesFor, type StoryState, storyStates } from './publishing/workflow.ts'
export { reservedSlugs } from './reserved-slugs.ts'
export { scheduleStory } from './schedule-story.ts'
export { type StoryContent, type StoryContentInput, slug, storyContent } from './story-content.ts'
export { socialImage } from './story-head.ts'
export { publishScheduledJob } from './story-jobs.ts'
export { storyNotices } from './story-notices.ts'
export {
  findCards,
  findFormerAddress,
  findPublishedStory,
  type ListQuery,
  listMonths,
  listStories,
  listStoryIds,
  listWholeStories,
  type Place,
} from './story-queries.ts'
export { withdrawStory } from './withdraw-story.ts'

/** Gives the rail for a page; handed to the handlers by the route table, since other features fill it. */
export type Rail = (house: House) => Promise<RailParts>

export type RevisionKind = 'first' | 'update' | 'correction' | 'silent'

/** A published story as lists show it. */
export interface StoryCard {
  id: number
  slug: string
  kind: 'story' | 'page'
  headline: string
  standfirst: string
  label: string
  language: string
  publishedAt: Date
  updatedAt: Date | null
  minutes: number
  words: number
  topic: { id: number; slug: string; name: string } | null
  authors: { id: number; slug: string; name: string; photographId: number | null }[]
  photograph: PhotographData | null
}

export interface Correction {
  id: number
  text: string
  severity: 'minor' | 'major'
  placement: 'top' | 'bottom'
  publishedAt: Date
  /** The earlier correction of the same story that it is about. */
  refersTo: number | null
}

/** Everything a published story's own page shows, and what its feeds, letters and narration are made from. */
export interface PublishedStory extends Omit<StoryCard, 'authors'> {
  feedId: string
  revision: number
  content: StoryContent
  authors: StoryAuthor[]
  topics: { id: number; slug: string; name: string }[]
  corrections: Correction[]
  /** The same story in other languages. */
  translations: { slug: string; language: string; headline: string }[]
}

export interface StoryAuthor {
  id: number
  slug: string
  name: string
  role: string
  photographId: number | null
}
