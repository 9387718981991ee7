import { z } from 'zod'
import type { PhotographData } from '../../design/photograph-data.ts'
import type { RailParts } from '../../design/rail-box.tsx'
import type { House } from '../../platform/house.ts'
import { aiHelp } from './ai-help.ts'

export { addCorrection } from './add-correction.ts'
export { listAddresses } from './address-queries.ts'
export type { BlockContext } from './blocks/block.ts'
export { readBlock } from './blocks/blocks.ts'
export { cleanText } from './blocks/clean-text.ts'
export { type Inline, inline, isSafeHref, type Mark, plainText } from './blocks/inline.ts'
export { inlineAnywhere, inlineWeb } from './blocks/inline-html.tsx'
export { deepestList } from './blocks/list/schema.ts'
export { createStory, saveDraft } from './create-story.ts'
export { feedHtml } from './feed-html.ts'
export { projectStories, projectStory, takeDownProjection } from './project-story.ts'
export { publishIn, publishStory } from './publish-story.ts'
export { type PublishedText, publishedText } from './published-text.ts'
export { isOwnStory, requireStoryAccess } from './publishing/story-access.ts'
export { deskStates, movesFor, type StoryState, storyStates } from './publishing/workflow.ts'
export { reservedSlugs } from './reserved-slugs.ts'
export { scheduleStory } from './schedule-story.ts'
export { socialImage } from './story-head.ts'
export { publishScheduledJob } from './story-jobs.ts'
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

export const slug = z
  .string()
  .min(1)
  .max(190)
  .regex(/^[\p{L}\p{N}\p{M}]+(?:[-_.~][\p{L}\p{N}\p{M}]+)*$/u, 'letters, digits and single hyphens')

/**
 * A story's whole text: what the desk works on (draft) and what a revision keeps.
 * `topics[0]` is the primary topic. Blocks are kept as they came; `readBlocks` (blocks/blocks.ts) gives them their kinds.
 */
export const storyContent = z.object({
  headline: z.string().trim().min(1).max(500),
  standfirst: z.string().max(2000).default(''),
  /** A word before the headline on cards and the story: "Opinion", "Analysis", "Portrait". */
  label: z.string().max(60).default(''),
  slug,
  language: z.string().max(35),
  /** IANA name; null is the publication's own. */
  timeZone: z.string().max(60).nullable().default(null),
  authors: z.array(z.number().int()).default([]),
  topics: z.array(z.number().int()).default([]),
  photograph: z
    .object({
      id: z.number().int(),
      alt: z.string().optional(),
      caption: z.string().optional(),
      credit: z.string().optional(),
    })
    .nullable()
    .default(null),
  searchHeadline: z.string().max(300).default(''),
  searchDescription: z.string().max(500).default(''),
  /** Address of the original when this is a reprint; else null. */
  canonicalUrl: z.string().nullable().default(null),
  /** Where AI helped, as readers are told; an empty list says it did not, null that nobody has said. */
  aiHelp: aiHelp.nullable().default(null),
  blocks: z.array(z.looseObject({ id: z.string(), type: z.string() })).default([]),
})
export type StoryContent = z.infer<typeof storyContent>
export type StoryContentInput = z.input<typeof storyContent>

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
