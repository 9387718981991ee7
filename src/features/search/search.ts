import { z } from 'zod'

/** What a reader searches for. Every field is optional: an empty search shows the form alone. */
export const searchInput = z.object({
  q: z.string().trim().max(200).default(''),
  /** Slugs and a language tag, as the filters send them. */
  topic: z.string().max(190).default(''),
  author: z.string().max(190).default(''),
  language: z.string().max(35).default(''),
  /** Days, "YYYY-MM-DD", in the publication's zone; both inclusive. */
  from: z.union([z.literal(''), z.iso.date()]).default(''),
  until: z.union([z.literal(''), z.iso.date()]).default(''),
  page: z.coerce.number().int().min(1).max(20).default(1),
})
export type SearchInput = z.output<typeof searchInput>

/** A piece of text, and whether it is what was searched for. */
export interface Passage {
  text: string
  found: boolean
}

export interface Hit {
  storyId: number
  headline: Passage[]
  /** The best places of the standfirst and the body. */
  passages: Passage[]
}

export interface SearchResult {
  hits: Hit[]
  more: boolean
  /** What was searched for instead, when nothing is written the way it was asked. */
  correctedTo: string | null
}

const configurations: Record<string, string> = {
  en: 'masthead_en',
  es: 'masthead_es',
  de: 'masthead_de',
  fr: 'masthead_fr',
  ar: 'masthead_ar',
}

/** The text search configuration for a language; plain words where PostgreSQL has no stemmer for it. */
export function configurationFor(language: string): string {
  return configurations[language.toLowerCase().split('-')[0] ?? ''] ?? 'masthead_simple'
}

/** How many letters have to be changed, added, taken or swapped to make one word of the other. */
export function distance(a: string, b: string): number {
  const width = b.length + 1
  let older: number[] = []
  let previous = Array.from({ length: width }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j < width; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, older[j - 2]! + 1)
      row.push(best)
    }
    older = previous
    previous = row
  }
  return previous[width - 1]!
}

/** The candidate that a misspelt word most likely means; null where none is near enough. */
export function likeliest(word: string, candidates: readonly string[]): string | null {
  const most = word.length <= 3 ? 0 : word.length <= 5 ? 1 : word.length <= 9 ? 2 : 3
  const scored = candidates
    .map(candidate => ({ candidate, steps: distance(word, candidate), sameStart: candidate[0] === word[0] }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps || Number(b.sameStart) - Number(a.sameStart))
  if (scored[0]) return scored[0].candidate
  // The beginning of a longer word is not a misspelling, but means it all the same.
  return word.length >= 3 ? (candidates.find(candidate => candidate.startsWith(word)) ?? null) : null
}
