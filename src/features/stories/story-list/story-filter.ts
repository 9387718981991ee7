import { z } from 'zod'
import { type StoryState, storyStates } from '../publishing/workflow.ts'

/** What the story list is narrowed to; what is absent does not narrow it. All of it stands in the list's address. */
export interface StoryFilter {
  /** Words that the headline holds. */
  q?: string
  state?: StoryState
  kind?: 'story' | 'page'
  /** Of what is out: changed since, handed in to an editor, or with a change that goes out by itself. */
  changes?: (typeof changesNames)[number]
  /** Name or slug of a topic. */
  topic?: string
  /** Name or slug of an author. */
  author?: string
  language?: string
  /** Number of a member of staff, or nobody. */
  assignee?: number | 'nobody'
  /** Only what is assigned to, was begun by or is shared with whoever asks. */
  mine?: true
  /** Days in the publication's zone ("2026-11-22"), both included. */
  from?: string
  until?: string
}

/** Where a page of the list goes on. */
export interface ListPlace {
  listedAt: Date
  storyId: number
}

export const changesNames = ['made', 'waiting', 'scheduled'] as const

export const filterNames = [
  'q',
  'state',
  'kind',
  'changes',
  'topic',
  'author',
  'language',
  'assignee',
  'mine',
  'from',
  'until',
] as const
export type FilterName = (typeof filterNames)[number]

const words = z.string().trim().max(200)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(text => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)))

const fields = {
  q: words,
  state: z.enum(storyStates),
  kind: z.enum(['story', 'page']),
  changes: z.enum(changesNames),
  topic: words,
  author: words,
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z0-9-]+$/),
  assignee: z.union([
    z.literal('nobody'),
    z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number),
  ]),
  mine: z.enum(['1', 'on']).transform(() => true as const),
  from: day,
  until: day,
} satisfies Record<FilterName, z.ZodType>

/** Reads the list's address. A field that cannot be read is left out and named; the others still count. */
export function readFilter(query: Readonly<Record<string, unknown>>): {
  filter: StoryFilter
  wrong: FilterName[]
} {
  const filter: Record<string, unknown> = {}
  const wrong: FilterName[] = []
  for (const name of filterNames) {
    const given = query[name]
    if (given === undefined || given === '') continue
    const parsed = fields[name].safeParse(given)
    if (!parsed.success) wrong.push(name)
    else if (parsed.data !== '') filter[name] = parsed.data
  }
  return { filter, wrong }
}

/** The filter as the part of an address after the question mark, in one order; '' where nothing is narrowed. */
export function filterQuery(filter: StoryFilter): string {
  const query = new URLSearchParams()
  for (const name of filterNames) {
    const value = filter[name]
    if (value !== undefined) query.set(name, value === true ? '1' : String(value))
  }
  return query.toString()
}

/** The list's address. */
export function listAddress(filter: StoryFilter, more: Record<string, string> = {}): string {
  const query = [filterQuery(filter), new URLSearchParams(more).toString()].filter(Boolean).join('&')
  return query === '' ? '/newsroom/stories' : `/newsroom/stories?${query}`
}

/** "1763802000000_42", in the address; null for anything else. */
export function readPlace(text: string | undefined): ListPlace | null {
  const match = /^(\d{1,14})_(\d{1,15})$/.exec(text ?? '')
  return match ? { listedAt: new Date(Number(match[1])), storyId: Number(match[2]) } : null
}

export function writePlace({ listedAt, storyId }: ListPlace): string {
  return `${listedAt.getTime()}_${storyId}`
}

/** Words as the search compares them: small letters without accents, each on its own. */
export function soughtWords(q: string): string[] {
  return q.split(/\s+/).filter(Boolean).slice(0, 12)
}
