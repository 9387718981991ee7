import { findAuthors } from '../authors/author.ts'
import { findPhotographs } from '../media/photograph.ts'
import { projectStories, type StoryContent } from '../stories/story.ts'
import { findTopics } from '../topics/topic.ts'
import type { Applying } from './apply-media.ts'
import { type MadeDraft, makeDraft, readDate } from './make-draft.ts'
import { isHidden } from './place-stories.ts'
import { findTargets } from './resolve-body.ts'
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

interface Draft extends MadeDraft {
  standing: StandingStory | undefined
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
    const draft = makeDraft(writing, { placed, staged, targets, authors, topics })
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
