import { findAuthors } from '../authors/author.ts'
import { findPhotographs } from '../media/photograph.ts'
import { projectStories, type StoryContent, storyContent } from '../stories/story.ts'
import { findTopics } from '../topics/topic.ts'
import type { Applying } from './apply-media.ts'
import { isHidden } from './place-stories.ts'
import { shortened } from './plain-words.ts'
import { findTargets, resolveBlocks, resolvePhotograph, type Targets } from './resolve-body.ts'
import type { StagedStory } from './stage.ts'
import { findLocals, remember, takeIds } from './stage-queries.ts'
import {
  deleteProjections,
  findStanding,
  insertCorrections,
  insertRevisions,
  insertStories,
  insertStorySlugs,
  type PlacedStory,
  type RevisionRow,
  readPlaced,
  readTexts,
  type StandingStory,
  type StoryRow,
  takenFeedIds,
  updateStories,
} from './story-queries.ts'

const batchStories = 200
const batchBytes = 3_000_000

export interface Writing extends Applying {
  ownSites: ReadonlySet<string>
  /** Of the publication, and for stories that name none. */
  language: string
  /** Called after each batch with how many stories it wrote. */
  wrote(stories: number): void
}

/** Writes the stories that were given a place: drafts, and for those that readers see a revision and its projection. */
export async function writeStories(writing: Writing): Promise<void> {
  let after = 0
  for (;;) {
    const placed = await readPlaced(writing.tx, after)
    if (placed.length === 0) return
    for (const batch of inBatches(placed)) {
      await writeBatch(writing, batch)
      writing.wrote(batch.length)
    }
    after = placed.at(-1)!.n
  }
}

function* inBatches(placed: readonly PlacedStory[]): Generator<PlacedStory[]> {
  let batch: PlacedStory[] = []
  let bytes = 0
  for (const each of placed) {
    if (batch.length > 0 && (batch.length >= batchStories || bytes + each.size > batchBytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(each)
    bytes += each.size
  }
  if (batch.length > 0) yield batch
}

interface Draft {
  placed: PlacedStory
  staged: StagedStory
  standing: StandingStory | undefined
  content: StoryContent
  when: When
}

async function writeBatch(writing: Writing, batch: readonly PlacedStory[]): Promise<void> {
  const { tx, origin, now, keeper } = writing
  const texts = await readTexts<StagedStory>(
    tx,
    batch.map(each => each.foreign_id),
  )
  const targets = await findTargets(tx, {
    origin,
    bodies: [...texts.values()].map(text => [text.blocks, { photographId: text.featured ?? null }]),
    ownSites: writing.ownSites,
  })
  const all = [...texts.values()]
  const authors = await findLocals(tx, {
    origin,
    kind: 'author',
    foreignIds: all.flatMap(each => each.authors),
  })
  const topics = await findLocals(tx, { origin, kind: 'topic', foreignIds: all.flatMap(each => each.topics) })
  const standing = await findStanding(
    tx,
    batch.filter(each => each.action === 'update').map(each => each.local_id),
  )
  const drafts = batch.flatMap(placed => {
    const staged = texts.get(placed.foreign_id)!
    const draft = draftOf(writing, { placed, staged, targets, authors, topics })
    return draft ? [{ ...draft, standing: standing.get(placed.local_id) }] : []
  })
  await write(writing, drafts)
  await remember(tx, {
    origin,
    kind: 'story',
    now,
    rows: drafts.map(({ placed }) => ({
      foreign_id: placed.foreign_id,
      local_id: placed.local_id,
      fingerprint: placed.fingerprint,
    })),
  })
  for (const { staged, when, placed } of drafts) {
    const hidden = isHidden(staged.state) ? ` (${staged.state})` : ''
    keeper.count(`${staged.kind} ${when.state}${hidden}`, placed.action === 'new' ? 'added' : 'updated')
  }
}

async function write(writing: Writing, drafts: readonly Draft[]): Promise<void> {
  const { tx, now } = writing
  const open = drafts.filter(({ when }) => when.state === 'published' || when.state === 'withdrawn')
  const revisionIds = await takeIds(tx, 'revisions', open.length)
  const revisionOf = new Map(open.map((each, index) => [each.placed.local_id, revisionIds[index]!]))
  const contexts = await contextsOf(tx, open)
  const feedIds = drafts.flatMap(({ staged, standing }) =>
    staged.feedId && !standing ? [staged.feedId] : [],
  )
  const takenFeeds = await takenFeedIds(tx, feedIds)

  const rows = drafts.map(draft => storyRow(draft, { now, revisionOf, takenFeeds }))
  await insertStories(
    tx,
    rows.filter((_, index) => drafts[index]!.placed.action === 'new'),
  )
  const updates = rows.filter((_, index) => drafts[index]!.placed.action === 'update')
  await updateStories(tx, updates)
  await insertRevisions(
    tx,
    open.map(draft => revisionRow(draft, { now, revisionOf, contexts, writing })),
  )
  await insertStorySlugs(
    tx,
    open.map(({ placed, content, when }) => ({
      slug: content.slug,
      story_id: placed.local_id,
      since: when.publishedAt ?? now,
    })),
  )
  await insertCorrections(tx, open.flatMap(correctionsOf))
  await deleteProjections(
    tx,
    updates.map(each => each.id),
  )
  await projectStories(
    tx,
    open
      .filter(({ when }) => when.state === 'published')
      .map(({ placed, staged, content, when }) => ({
        storyId: placed.local_id,
        revisionId: revisionOf.get(placed.local_id)!,
        kind: staged.kind,
        content,
        publishedAt: when.publishedAt!,
        updatedAt: when.updatedAt,
      })),
  )
}

function draftOf(
  writing: Writing,
  options: {
    placed: PlacedStory
    staged: StagedStory
    targets: Targets
    authors: ReadonlyMap<string, number>
    topics: ReadonlyMap<string, number>
  },
): Omit<Draft, 'standing'> | null {
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

interface When {
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
function readDate(value: Date | string | undefined): Date | undefined {
  if (value === undefined) return
  const date = new Date(value)
  const year = date.getUTCFullYear()
  return year >= 1000 && year <= 9999 ? date : undefined
}

function storyRow(
  { placed, staged, content, when, standing }: Draft,
  {
    now,
    revisionOf,
    takenFeeds,
  }: { now: Date; revisionOf: ReadonlyMap<number, number>; takenFeeds: Set<string> },
): StoryRow {
  const feedId =
    staged.feedId && staged.feedId.length <= 1000 && !takenFeeds.has(staged.feedId) ? staged.feedId : null
  if (feedId) takenFeeds.add(feedId)
  const created = readDate(staged.createdAt) ?? when.publishedAt ?? now
  return {
    id: placed.local_id,
    feed_id: standing ? standing.feed_id : feedId,
    kind: staged.kind,
    state: when.state,
    audience: isHidden(staged.state) ? 'nobody' : 'everyone',
    draft: content,
    // Never after the time of the import: what is later was written by the desk.
    draft_updated_at: earliest(when.updatedAt ?? when.publishedAt ?? created, now),
    scheduled_for: when.scheduledFor,
    first_published_at: when.publishedAt,
    updated_at: when.updatedAt,
    withdrawn_at: when.state === 'withdrawn' ? now : null,
    current_revision: revisionOf.get(placed.local_id) ?? null,
    created_at: earliest(created, now),
  }
}

function revisionRow(
  { placed, content, when, standing }: Draft,
  options: {
    now: Date
    revisionOf: ReadonlyMap<number, number>
    contexts: ReadonlyMap<number, object>
    writing: Writing
  },
): RevisionRow {
  const number = (standing?.revisions ?? 0) + 1
  return {
    id: options.revisionOf.get(placed.local_id)!,
    story_id: placed.local_id,
    number,
    content,
    context: options.contexts.get(placed.local_id) ?? {},
    published_by: `import ${options.writing.origin.split(' ')[0]}`,
    published_at: number === 1 ? when.publishedAt! : options.now,
    kind: number === 1 ? 'first' : 'silent',
    reason: number === 1 ? '' : 'changed in the archive it came from',
  }
}

/** Names, captions and credits as they stand now, as publishing writes them. */
async function contextsOf(tx: Writing['tx'], drafts: readonly Draft[]): Promise<Map<number, object>> {
  const contents = drafts.map(each => each.content)
  const authors = await findAuthors(tx, [...new Set(contents.flatMap(each => each.authors))])
  const topics = await findTopics(tx, [...new Set(contents.flatMap(each => each.topics))])
  const pictures = new Map(drafts.map(each => [each.placed.local_id, picturesIn(each.content)]))
  const photographs = await findPhotographs(tx, [...new Set([...pictures.values()].flat())])
  return new Map(
    drafts.map(({ placed, content }) => [
      placed.local_id,
      {
        authors: content.authors.flatMap(id => pick(authors.get(id), ['id', 'name', 'slug'])),
        topics: content.topics.flatMap(id => pick(topics.get(id), ['id', 'name', 'slug'])),
        photographs: pictures
          .get(placed.local_id)!
          .flatMap(id => pick(photographs.get(id), ['id', 'alt', 'caption', 'credit'])),
      },
    ]),
  )
}

function picturesIn(content: StoryContent): number[] {
  const ids = content.blocks.flatMap(block => {
    if (block.type === 'photograph') return [block.photographId as number]
    if (block.type === 'gallery')
      return (block.photographs as { photographId: number }[]).map(each => each.photographId)
    return []
  })
  return [...new Set([...ids, ...(content.photograph ? [content.photograph.id] : [])])]
}

function pick<T extends object, K extends keyof T>(value: T | undefined, keys: readonly K[]): Pick<T, K>[] {
  return value ? [Object.fromEntries(keys.map(key => [key, value[key]])) as Pick<T, K>] : []
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

function correctionsOf({ placed, staged }: Draft) {
  return (staged.corrections ?? []).map(each => ({
    story_id: placed.local_id,
    text: each.text,
    severity: each.severity ?? ('minor' as const),
    placement: each.placement ?? ('bottom' as const),
    published_at: String(each.publishedAt),
  }))
}

function earliest(one: Date, other: Date): Date {
  return one < other ? one : other
}
