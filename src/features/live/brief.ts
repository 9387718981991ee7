import { z } from 'zod'
import { BadInput } from '../../platform/errors/errors.ts'
import { cleanText, type Inline, inline } from '../stories/story.ts'

export { briefHtml } from './brief-html.tsx'
export { findBrief, listBriefs, type ReaderBrief } from './brief-queries.ts'
export { editBrief } from './edit-brief.ts'
export { postBrief, queueBrief } from './post-brief.ts'
export { withdrawBrief } from './withdraw-brief.ts'

/** One short item of the News Feed. */
export interface Brief {
  id: number
  /** Stays the same for ever; feeds name the brief by it. */
  feedId: string
  /** 'queued' waits for its time, 'cancelled' was taken out of the queue; readers know of neither. */
  state: 'queued' | 'cancelled' | 'published' | 'withdrawn'
  headline: string
  /** Paragraphs after the headline; often none. */
  content: Inline[][]
  /** null is the publication's own. */
  language: string | null
  breaking: boolean
  pinned: boolean
  /** Among pinned briefs the smaller comes first; of equal ones the newer. */
  pinRank: number
  storyId: number | null
  postedBy: string
  /** The member of staff; null for what came from elsewhere. */
  createdBy: number | null
  publishedAt: Date
  /** When its words last changed; null while they are as posted. */
  updatedAt: Date | null
  withdrawnAt: Date | null
  /** When it goes out, or should have, where it was queued. */
  queuedFor: Date | null
}

const paragraph = z
  .array(inline)
  .max(400, 'cannot have more than 400 parts in one paragraph')
  .transform(parts =>
    parts.map(part => (part.type === 'text' ? { ...part, text: cleanText(part.text) } : part)),
  )
  .refine(
    parts => parts.some(part => part.type === 'text' && /\S/.test(part.text)),
    'cannot hold an empty paragraph',
  )
  .refine(parts => length(parts) <= 5000, 'cannot have more than 5,000 characters in one paragraph')

/** What the desk says of a brief; every text is one line of clean characters afterwards. */
export const briefInput = z.object({
  headline: z
    .string('is needed')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: whatever came in the field becomes one line
    .transform(text => cleanText(text.replace(/[\s\0-\x1f\x7f\u2028\u2029]+/g, ' ')).trim())
    .pipe(z.string().min(1, 'is needed').max(500, 'cannot have more than 500 characters')),
  content: z.array(paragraph).max(20, 'cannot have more than 20 paragraphs').default([]),
  breaking: z.boolean().default(false),
  pinned: z.boolean().default(false),
  storyId: z
    .int('must be the number of a story')
    .positive('must be the number of a story')
    .nullable()
    .default(null),
  language: z
    .string()
    .max(35)
    .refine(isLanguageTag, 'must be a language tag such as “en” or “uk”')
    .nullable()
    .default(null),
})
export type BriefInput = z.input<typeof briefInput>
export type BriefContent = z.output<typeof briefInput>

const named: Record<string, string> = {
  headline: 'headline',
  content: 'text',
  breaking: 'mark “breaking”',
  pinned: 'mark “pinned”',
  storyId: 'story',
  language: 'language',
}

/** Reads a brief from outside. Throws BadInput that names the field and says in a sentence what is wrong with it. */
export function readBriefInput(input: unknown): BriefContent {
  const result = briefInput.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = String(issue?.path[0] ?? 'headline')
  const ours = /^(is|must|cannot) /.test(issue?.message ?? '')
  const fault = ours ? issue?.message : `cannot be used (${issue?.message})`
  throw new BadInput({ field, sentence: `The brief’s ${named[field] ?? field} ${fault}.` })
}

function length(parts: readonly Inline[]): number {
  return parts.reduce((sum, part) => sum + (part.type === 'text' ? part.text.length : 1), 0)
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
