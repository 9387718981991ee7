import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/database.ts'
import { BadInput, Conflict, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { findAuthors } from '../authors/author.ts'
import { findPhotographs } from '../media/photograph.ts'
import { findTopics } from '../topics/topic.ts'
import { readBlocks, referencesOf } from './blocks/blocks.ts'
import { projectStory } from './project-story.ts'
import { keepNewestDraft } from './publishing/newest-draft.ts'
import { readPublishable } from './publishing/publishable.ts'
import { reservedSlugs } from './reserved-slugs.ts'
import type { RevisionKind, StoryContent } from './story.ts'
import { keysOfStory } from './story-keys.ts'
import { findTranslations } from './story-queries.ts'

export interface Publishing {
  storyId: number
  /** Who publishes, as the log of revisions shows it. */
  by: string
  /** What the change is to readers; the first publishing is always 'first'. */
  kind?: Exclude<RevisionKind, 'first'>
  reason?: string
  /** The time that counts as published; now where nothing is said. */
  at?: Date
  /** What goes out, where it was taken from the draft before; otherwise the draft as it is. */
  text?: { content: unknown; takenAt: Date }
  /** What else belongs to this publishing: runs in its transaction, before its event. */
  also?(revision: { number: number; kind: RevisionKind; restored: boolean }): Promise<void>
}

/**
 * Publishes a story's draft, or a text that was taken from it before: writes an immutable revision, what readers' pages show, and the event that brings it to
 * every page, feed and stream, all in one transaction. Returns the revision's number.
 * Throws NotFound for no such story; Conflict when its address is taken, an embargo stands or it may not become public;
 * BadInput when the draft cannot be published as it stands, or names a topic or
 * an author that there is not.
 */
export async function publishStory(
  house: Pick<House, 'clock' | 'db'>,
  publishing: Publishing,
): Promise<number> {
  await keepNewestDraft(house, publishing.storyId)
  return house.db.transaction().execute(tx => publishIn(tx, house, publishing))
}

/** The same inside a transaction that does more; `keepNewestDraft` belongs before it. */
export async function publishIn(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  publishing: Publishing,
): Promise<number> {
  const { storyId, by, reason = '' } = publishing
  const now = publishing.at ?? house.clock.now()
  const story = await tx
    .selectFrom('stories')
    .selectAll()
    .where('id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  requirePublic(story, now)
  const content = readPublishable(publishing.text ? publishing.text.content : story.draft)
  const before = await tx
    .selectFrom('published_stories')
    .selectAll()
    .where('story_id', '=', storyId)
    .executeTakeFirst()

  const publishedAt = story.first_published_at ?? now
  const kind = story.current_revision === null ? 'first' : (publishing.kind ?? 'update')
  const updatedAt = kind === 'update' || kind === 'correction' ? now : story.updated_at
  await takeSlug(tx, { slug: content.slug, storyId, since: now })
  const revision = await writeRevision(tx, { storyId, content, by, kind, reason, at: now })
  await tx
    .updateTable('stories')
    .set({
      state: 'published',
      first_published_at: publishedAt,
      updated_at: updatedAt,
      scheduled_for: null,
      withdrawn_at: null,
      withdrawal_note: '',
      current_revision: revision.id,
      embargo_until: null,
      scheduled_by: null,
      schedule_failure: '',
      text_taken_at: publishing.text?.takenAt ?? null,
    })
    .where('id', '=', storyId)
    .execute()
  await projectStory(tx, {
    storyId,
    revisionId: revision.id,
    kind: story.kind,
    content,
    publishedAt,
    updatedAt,
  })
  await publishing.also?.({ number: revision.number, kind, restored: story.state === 'withdrawn' })
  await recordEvent(tx, house.clock, {
    kind: 'story-published',
    keys: keysOfStory(
      storyId,
      [before, { topic_ids: content.topics, author_ids: content.authors }],
      await findTranslations(tx, storyId),
    ),
    payload: { storyId, revision: revision.number, change: kind, slug: content.slug },
  })
  return revision.number
}

/** Throws Conflict for what may not be out at that time, whoever asks. */
export function requirePublic(
  story: { audience: string; removed_at: Date | null; embargo_until: Date | null },
  at: Date,
): void {
  if (story.removed_at) throw new Conflict('The text of this story was removed for good.')
  if (story.audience === 'nobody')
    throw new Conflict('This story was private where it came from; open it before publishing it.')
  if (story.embargo_until && story.embargo_until > at)
    throw new Conflict('An embargo stands: the story cannot go out before it ends.')
}

/** Gives the story its address; a story that had it before keeps it, and old addresses go on leading here. */
async function takeSlug(
  tx: Transaction,
  options: { slug: string; storyId: number; since: Date },
): Promise<void> {
  const { slug, storyId, since } = options
  if (reservedSlugs.has(slug))
    throw new Conflict(`The address “/${slug}” belongs to the publication itself; choose another.`)
  const taken = await tx
    .insertInto('story_slugs')
    .values({ slug, story_id: storyId, since })
    .onConflict(conflict =>
      conflict.column('slug').doUpdateSet({ since }).where('story_slugs.story_id', '=', storyId),
    )
    .returning('slug')
    .executeTakeFirst()
  if (!taken) throw new Conflict(`The address “/${slug}” belongs to another story; choose another.`)
}

async function writeRevision(
  tx: Transaction,
  revision: {
    storyId: number
    content: StoryContent
    by: string
    kind: RevisionKind
    reason: string
    at: Date
  },
): Promise<{ id: number; number: number }> {
  return tx
    .insertInto('revisions')
    .values({
      story_id: revision.storyId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from revisions where story_id = ${revision.storyId})`,
      content: json(revision.content),
      context: json(await contextOf(tx, revision.content)),
      published_by: revision.by,
      published_at: revision.at,
      kind: revision.kind,
      reason: revision.reason,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/**
 * Names, captions and credits as they stand now, so that a revision still tells them when they have changed. Throws
 * BadInput for a topic or an author that there is not.
 */
async function contextOf(tx: Transaction, content: StoryContent): Promise<object> {
  const references = referencesOf(readBlocks(content.blocks))
  const pictures = [...references.photographs, ...(content.photograph ? [content.photograph.id] : [])]
  const [authors, topics, photographs] = [
    await findAuthors(tx, content.authors),
    await findTopics(tx, content.topics),
    await findPhotographs(tx, pictures),
  ]
  requireAll(content.authors, authors, 'author')
  requireAll(content.topics, topics, 'topic')
  return {
    authors: [...authors.values()].map(({ id, name, slug }) => ({ id, name, slug })),
    topics: [...topics.values()].map(({ id, name, slug }) => ({ id, name, slug })),
    photographs: [...photographs.values()].map(({ id, alt, caption, credit }) => ({
      id,
      alt,
      caption,
      credit,
    })),
  }
}

function requireAll(
  ids: readonly number[],
  found: ReadonlyMap<number, unknown>,
  kind: 'author' | 'topic',
): void {
  const unknown = ids.find(id => !found.has(id))
  if (unknown === undefined) return
  throw new BadInput({
    field: `${kind}s`,
    sentence: `The story cannot be published: there is no ${kind} ${unknown}. Choose another ${kind}.`,
  })
}
