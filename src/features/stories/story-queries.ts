import { type Expression, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { keptQuery } from '../../platform/database/kept-query.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { photographIn, toPhotograph } from '../media/photograph.ts'
import type { Correction, PublishedStory, StoryAuthor, StoryCard, StoryContent } from './story.ts'

/** Where a list goes on: after this story, in the order newest first. */
export interface Place {
  publishedAt: Date
  storyId: number
}

export interface ListQuery {
  topicId?: number
  authorId?: number
  language?: string
  label?: string
  /** From (inclusive) and until (exclusive) in time of publication. */
  from?: Date
  until?: Date
  before?: Place
  without?: readonly number[]
  limit: number
}

/** Published stories, newest first. Uses one index for any filter, so it is as quick at 100,000 stories as at 100. */
export async function listStories(db: Database, query: ListQuery): Promise<StoryCard[]> {
  return (await withNames(listed(db, query)).execute()).map(toCard)
}

/** The same, ids alone: for lists that are put together before anything is shown. */
export async function listStoryIds(db: Database, query: ListQuery): Promise<number[]> {
  const rows = await listed(db, query).select('published_stories.story_id').execute()
  return rows.map(row => row.story_id)
}

/** Published stories and pages by id; those that are not published are missing. */
export async function findCards(db: Database, ids: readonly number[]): Promise<Map<number, StoryCard>> {
  if (ids.length === 0) return new Map()
  const rows = await cardsOf(db, { ids })
  return new Map(rows.map(row => [row.story_id, toCard(row)]))
}

/** The published story or page at an address, whole; null where there is none. */
export async function findPublishedStory(db: Database, slug: string): Promise<PublishedStory | null> {
  const [row] = await wholeAt(db, { slug })
  return row ? toWhole(row) : null
}

/** What a story's newest revision holds, while it is published. */
export async function findPublishedContent(db: Database, storyId: number): Promise<StoryContent | null> {
  const row = await db
    .selectFrom('published_stories')
    .innerJoin('revisions', 'revisions.id', 'published_stories.revision_id')
    .select('revisions.content')
    .where('published_stories.story_id', '=', storyId)
    .executeTakeFirst()
  return row ? (row.content as StoryContent) : null
}

/** The newest published stories, whole, for feeds. */
export async function listWholeStories(db: Database, query: ListQuery): Promise<PublishedStory[]> {
  const ids = await listStoryIds(db, query)
  if (ids.length === 0) return []
  const rows = await selectWhole(db).where('published_stories.story_id', 'in', ids).execute()
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.map(toWhole).sort((a, b) => place.get(a.id)! - place.get(b.id)!)
}

/** The other stories of which this one is a translation, or that are translations of it or with it. */
export async function findTranslations(db: Database, storyId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select other.id from stories one join stories other
      on other.id = one.translation_of or other.translation_of = coalesce(one.translation_of, one.id)
    where one.id = ${storyId} and other.id <> one.id`.execute(db)
  return rows.map(row => row.id)
}

export type FormerAddress = { storyId: number } & (
  | { movedTo: string }
  | { withdrawn: true; note: string }
  | { removed: { status: 410 | 451; note: string; at: Date } }
)

/** What became of an address that is not a published story's: where it leads now, or that it was taken back or away. */
export async function findFormerAddress(db: Database, slug: string): Promise<FormerAddress | null> {
  const row = await db
    .selectFrom('story_slugs')
    .innerJoin('stories', 'stories.id', 'story_slugs.story_id')
    .leftJoin('published_stories', 'published_stories.story_id', 'stories.id')
    .leftJoin('tombstones', 'tombstones.story_id', 'stories.id')
    .select(['stories.id', 'stories.state', 'stories.withdrawal_note', 'published_stories.slug as current'])
    .select(['tombstones.status', 'tombstones.note', 'tombstones.removed_at'])
    .where('story_slugs.slug', '=', slug)
    .executeTakeFirst()
  if (row?.current) return { movedTo: row.current, storyId: row.id }
  if (row?.status && row.removed_at)
    return { removed: { status: row.status, note: row.note ?? '', at: row.removed_at }, storyId: row.id }
  return row?.state === 'withdrawn' ? { withdrawn: true, storyId: row.id, note: row.withdrawal_note } : null
}

/** The first days of the months that have stories, newest first, in the publication's zone; found by hopping the index. */
export async function listMonths(db: Database, timeZone: string): Promise<{ year: number; month: number }[]> {
  const { rows } = await sql<{ month: string }>`
    with recursive hops as (
      (select published_at from published_stories where kind = 'story' order by published_at desc limit 1)
      union all
      select (select p.published_at from published_stories p
              where p.kind = 'story'
                and p.published_at < date_trunc('month', hops.published_at, ${timeZone})
              order by p.published_at desc limit 1)
      from hops where hops.published_at is not null
    )
    select to_char(published_at at time zone ${timeZone}, 'YYYY-MM') as month from hops where published_at is not null
  `.execute(db)
  return rows.map(row => ({ year: Number(row.month.slice(0, 4)), month: Number(row.month.slice(5)) }))
}

function listed(db: Database, query: ListQuery) {
  let list = db.selectFrom('published_stories').where('published_stories.kind', '=', 'story')
  const { topicId, authorId, language, label, from, until, before, without = [], limit } = query
  // Topic and author lists walk their own index; its published_at is the same as the story's.
  let published: Expression<Date> = sql.ref('published_stories.published_at')
  if (topicId !== undefined) {
    list = list
      .innerJoin(
        'published_story_topics as listed_topic',
        'listed_topic.story_id',
        'published_stories.story_id',
      )
      .where('listed_topic.topic_id', '=', topicId) as typeof list
    published = sql.ref('listed_topic.published_at')
  } else if (authorId !== undefined) {
    list = list
      .innerJoin(
        'published_story_authors as listed_author',
        'listed_author.story_id',
        'published_stories.story_id',
      )
      .where('listed_author.author_id', '=', authorId) as typeof list
    published = sql.ref('listed_author.published_at')
  }
  const storyId = sql.ref(
    topicId !== undefined
      ? 'listed_topic.story_id'
      : authorId !== undefined
        ? 'listed_author.story_id'
        : 'published_stories.story_id',
  )
  if (language !== undefined) list = list.where('published_stories.language', '=', language)
  if (label !== undefined) list = list.where('published_stories.label', '=', label)
  if (from) list = list.where(sql<boolean>`${published} >= ${from}`)
  if (until) list = list.where(sql<boolean>`${published} < ${until}`)
  if (before)
    list = list.where(sql<boolean>`(${published}, ${storyId}) < (${before.publishedAt}, ${before.storyId})`)
  if (without.length) list = list.where('published_stories.story_id', 'not in', [...without])
  return list.orderBy(sql`${published} desc`).orderBy(sql`${storyId} desc`).limit(limit)
}

const authorNames = sql<StoryAuthor[]>`(
  select coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'role', a.role,
    'photographId', a.photograph_id) order by array_position(published_stories.author_ids, a.id)), '[]')
  from authors a where a.id = any(published_stories.author_ids))`

const topicNames = sql<{ id: number; slug: string; name: string }[]>`(
  select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name)
    order by array_position(published_stories.topic_ids, t.id)), '[]')
  from topics t where t.id = any(published_stories.topic_ids))`

function withNames<O>(query: SelectQueryBuilder<Schema, 'published_stories', O>) {
  return query
    .select(['published_stories.story_id', 'published_stories.kind', 'published_stories.slug'])
    .select(['published_stories.headline', 'published_stories.standfirst', 'published_stories.label'])
    .select(['published_stories.language', 'published_stories.published_at', 'published_stories.updated_at'])
    .select(['published_stories.minutes', 'published_stories.words'])
    .select([authorNames.as('authors'), topicNames.as('topics')])
    .select(photographIn('published_stories.photograph_id').as('photograph'))
}

function selectWhole(db: Database) {
  return withNames(db.selectFrom('published_stories'))
    .innerJoin('stories', 'stories.id', 'published_stories.story_id')
    .innerJoin('revisions', 'revisions.id', 'published_stories.revision_id')
    .select([
      'stories.feed_id',
      'revisions.number as revision',
      'revisions.content',
      sql<(Omit<Correction, 'publishedAt'> & { publishedAt: string })[]>`(
        select coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'severity', c.severity,
          'placement', c.placement, 'publishedAt', c.published_at, 'refersTo', c.refers_to) order by c.published_at), '[]')
        from corrections c where c.story_id = stories.id)`.as('corrections'),
      sql<PublishedStory['translations']>`(
        select coalesce(json_agg(json_build_object('slug', p.slug, 'language', p.language, 'headline', p.headline)
          order by p.language), '[]')
        from stories s join published_stories p on p.story_id = s.id
        where s.id <> stories.id
          and (s.id = stories.translation_of or s.translation_of = coalesce(stories.translation_of, stories.id)))`.as(
        'translations',
      ),
    ])
}

const cardsOf = keptQuery((db, { ids }: { ids: readonly number[] }) =>
  withNames(db.selectFrom('published_stories').where('story_id', '=', sql<number>`any(${ids}::bigint[])`)),
)

const wholeAt = keptQuery((db, { slug }: { slug: string }) =>
  selectWhole(db).where('published_stories.slug', '=', slug),
)

type CardRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number]
type WholeRow = Awaited<ReturnType<ReturnType<typeof selectWhole>['execute']>>[number]

function toWhole(row: WholeRow): PublishedStory {
  return {
    ...toCard(row),
    authors: row.authors,
    topics: row.topics,
    feedId: row.feed_id,
    revision: row.revision,
    content: row.content as StoryContent,
    corrections: row.corrections.map(each => ({ ...each, publishedAt: new Date(each.publishedAt) })),
    translations: row.translations,
  }
}

function toCard(row: CardRow): StoryCard {
  return {
    id: row.story_id,
    slug: row.slug,
    kind: row.kind,
    headline: row.headline,
    standfirst: row.standfirst,
    label: row.label,
    language: row.language,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    minutes: row.minutes,
    words: row.words,
    topic: row.topics[0] ?? null,
    authors: row.authors,
    photograph: row.photograph && toPhotograph(row.photograph),
  }
}
