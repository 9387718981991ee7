import { BadInput } from '../../../platform/errors/errors.ts'
import { reservedSlugs } from '../reserved-slugs.ts'
import { type StoryContent, slug as slugSchema, storyContent } from '../story.ts'

/** What keeps a draft from being published as it stands, as whole sentences with the field they are about. */
export function problemsOf(draft: unknown): { field: string; sentence: string }[] {
  const result = storyContent.safeParse(draft)
  const problems = result.success
    ? []
    : result.error.issues.map(issue => sentenceFor(String(issue.path[0] ?? 'story'), draft))
  const { slug } = Object(draft) as { slug?: unknown }
  if (typeof slug === 'string' && reservedSlugs.has(slug))
    problems.push({
      field: 'slug',
      sentence: `The address “/${slug}” belongs to the publication itself; choose another.`,
    })
  return [...new Map(problems.map(each => [each.field, each])).values()]
}

/** The draft as a revision keeps it. Throws BadInput with the first problem. */
export function readPublishable(draft: unknown): StoryContent {
  const result = storyContent.safeParse(draft)
  if (result.success) return result.data
  throw new BadInput(problemsOf(draft)[0] ?? sentenceFor('story', draft))
}

function sentenceFor(field: string, draft: unknown): { field: string; sentence: string } {
  const value = (Object(draft) as Record<string, unknown>)[field]
  const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  if (field === 'headline')
    return {
      field,
      sentence: isEmpty ? 'The story has no headline.' : 'The headline is longer than 500 letters.',
    }
  if (field === 'slug' && isEmpty) return { field, sentence: 'The story has no address.' }
  if (field === 'slug' && !slugSchema.safeParse(value).success)
    return {
      field,
      sentence: `“${String(value).slice(0, 200)}” cannot be an address: use letters, digits and single hyphens.`,
    }
  return { field, sentence: `The story’s ${field} cannot be used as it stands; it may be too long.` }
}
