import { z } from 'zod'
import { type StoryContent, storyContent } from '../story-content.ts'
import { storable } from './storable.ts'

/** What no field of a draft may exceed; what is too long to publish is kept, and publishing says so. */
const line = z.string().max(20_000)

/**
 * A story's working text: the shape of StoryContent, but anything may be empty, half typed or too long. Publishing holds
 * it to `storyContent`.
 */
export const draftContent = storyContent.extend({
  headline: line.default(''),
  standfirst: line.default(''),
  label: line.default(''),
  slug: line.default(''),
  language: line.default(''),
  searchHeadline: line.default(''),
  searchDescription: line.default(''),
})
export type DraftContent = StoryContent
export type DraftContentInput = z.input<typeof draftContent>

/**
 * A draft from whatever was found in a shared document: a field that cannot be used is as it was in `before`, or empty.
 * Never throws.
 */
export function readDraft(
  found: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> = {},
): DraftContent {
  const fields = Object.entries(draftContent.shape).map(([name, schema]) => {
    const candidates = [found[name], before[name], undefined, null, []]
    for (const candidate of candidates) {
      const parsed = schema.safeParse(candidate)
      if (parsed.success) return [name, parsed.data]
    }
    return [name, undefined]
  })
  return storable(Object.fromEntries(fields) as DraftContent)
}
