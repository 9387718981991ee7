import { z } from 'zod'
import { aiHelp } from './ai-help.ts'

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
  /** A sensitive story: no appeal stands on its page. */
  asksNothing: z.boolean().default(false),
  blocks: z.array(z.looseObject({ id: z.string(), type: z.string() })).default([]),
})
export type StoryContent = z.infer<typeof storyContent>
export type StoryContentInput = z.input<typeof storyContent>
