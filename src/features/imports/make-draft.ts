import { type StoryContent, storyContent } from '../stories/story.ts'
import { shortened } from './plain-words.ts'
import type { ReportKeeper } from './report.ts'
import { resolveBlocks, resolvePhotograph, type Targets } from './resolve-body.ts'
import type { StagedStory } from './stage.ts'
import type { PlacedStory } from './story-queries.ts'

export interface MadeDraft {
  placed: PlacedStory
  staged: StagedStory
  content: StoryContent
  when: When
}

/** The draft of a staged story with everything that is foreign resolved; null, and said, where it cannot be kept. */
export function makeDraft(
  writing: { now: Date; language: string; keeper: ReportKeeper },
  options: {
    placed: PlacedStory
    staged: StagedStory
    targets: Targets
    authors: ReadonlyMap<string, number>
    topics: ReadonlyMap<string, number>
  },
): MadeDraft | null {
  const { placed, staged, targets, authors, topics } = options
  const notes = [...staged.notes]
  const { blocks, notes: bodyNotes } = resolveBlocks(staged.blocks, targets)
  notes.push(...bodyNotes)
  const headline = headlineOf(staged, blocks, placed, notes)
  const when = timesOf(staged, writing.now, notes)
  const result = storyContent.safeParse({
    headline,
    standfirst: cut(staged.standfirst, 2000, 'standfirst', notes),
    label: cut(staged.label ?? '', 60, 'label', notes),
    slug: placed.slug,
    language: languageOf(staged.language, writing.language),
    timeZone: staged.timeZone ?? null,
    authors: found(staged.authors, authors, 'author', notes),
    topics: found(staged.topics, topics, 'topic', notes),
    photograph: featuredOf(staged, targets, notes),
    searchHeadline: shortened(staged.searchHeadline ?? '', 300),
    searchDescription: shortened(staged.searchDescription ?? '', 500),
    canonicalUrl: staged.canonicalUrl ?? null,
    blocks,
  })
  for (const what of notes) writing.keeper.changed({ title: headline, foreignId: placed.foreign_id, what })
  if (result.success) return { placed, staged, content: result.data, when }
  const issue = result.error.issues[0]
  const what = `its ${issue?.path.join('.') ?? 'content'} cannot be kept: ${issue?.message ?? 'unknown'}`
  writing.keeper.skipped({ title: headline, foreignId: placed.foreign_id, what })
  return null
}

/** Every story has a headline. One that had none is called by its first words. */
function headlineOf(
  staged: StagedStory,
  blocks: readonly unknown[],
  placed: PlacedStory,
  notes: string[],
): string {
  const title = staged.title.trim()
  if (title) return cut(title, 500, 'headline', notes)
  const words = shortened(firstWords(blocks), 80) || placed.slug.replaceAll('-', ' ')
  notes.push('had no title; its first words are its headline')
  return words
}

function firstWords(value: unknown): string {
  if (Array.isArray(value)) {
    for (const each of value) {
      const words = firstWords(each)
      if (words) return words
    }
    return ''
  }
  if (typeof value !== 'object' || value === null) return ''
  const { type, text, content, paragraphs, items } = value as Record<string, unknown>
  if (type === 'text' && typeof text === 'string') return text.trim()
  if (Array.isArray(content)) {
    return content
      .map(part => (part as { text?: string }).text ?? ' ')
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  }
  return firstWords(paragraphs ?? items ?? null)
}

export interface When {
  state: 'draft' | 'scheduled' | 'published' | 'withdrawn'
  publishedAt: Date | null
  updatedAt: Date | null
  scheduledFor: Date | null
}

function timesOf(staged: StagedStory, now: Date, notes: string[]): When {
  const published = readDate(staged.publishedAt)
  const updated = readDate(staged.updatedAt)
  const none = { publishedAt: null, updatedAt: null, scheduledFor: null }
  switch (staged.state) {
    case 'published':
    case 'withdrawn': {
      if (published && published > now && staged.state === 'published') {
        notes.push('was public with a time that has not come yet; it is scheduled for that time')
        return { ...none, state: 'scheduled', scheduledFor: published }
      }
      if (!published) notes.push('had no time of publication; it has the time of this import')
      const publishedAt = published ?? now
      return {
        state: staged.state,
        publishedAt,
        updatedAt: updated && updated > publishedAt && updated <= now ? updated : null,
        scheduledFor: null,
      }
    }
    case 'scheduled': {
      const due = readDate(staged.scheduledFor)
      if (due && due > now) return { ...none, state: 'scheduled', scheduledFor: due }
      notes.push('was scheduled for a time that has passed without its being published; it is a draft')
      return { ...none, state: 'draft' }
    }
    default:
      return { ...none, state: 'draft' }
  }
}

/** Dates come back from staging as text. PostgreSQL and calendars agree on four digits of year. */
export function readDate(value: Date | string | undefined): Date | undefined {
  if (value === undefined) return
  const date = new Date(value)
  const year = date.getUTCFullYear()
  return year >= 1000 && year <= 9999 ? date : undefined
}

function featuredOf(staged: StagedStory, targets: Targets, notes: string[]): StoryContent['photograph'] {
  if (!staged.featured) return null
  const id = resolvePhotograph(staged.featured, targets)
  if (id === undefined) {
    notes.push('its lead picture is not in the file')
    return null
  }
  const { alt, caption, credit } = staged.featured
  return { id, ...(alt ? { alt } : {}), ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) }
}

function found(
  foreign: readonly string[],
  locals: ReadonlyMap<string, number>,
  kind: string,
  notes: string[],
): number[] {
  const ids = foreign.flatMap(id => locals.get(id) ?? [])
  const missing = foreign.filter(id => !locals.has(id))
  if (missing.length > 0) notes.push(`its ${kind} “${missing[0]}” is not in the file`)
  return [...new Set(ids)]
}

/** The archive's language; that of the publication where both are forms of one language. */
function languageOf(told: string | undefined, publication: string): string {
  const tag = told?.trim().replaceAll('_', '-') ?? ''
  if (!/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag) || tag.length > 35) return publication
  return tag.split('-')[0]!.toLowerCase() === publication.split('-')[0]!.toLowerCase() ? publication : tag
}

function cut(text: string, most: number, what: string, notes: string[]): string {
  const trimmed = text.trim()
  if (trimmed.length > most) notes.push(`its ${what} was cut at ${most} characters`)
  return shortened(trimmed, most)
}
