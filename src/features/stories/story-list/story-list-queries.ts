import { type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { likeText } from '../../../platform/database/like-pattern.ts'
import type { Schema } from '../../../platform/database/schema.ts'
import type { StoryState } from '../publishing/workflow.ts'
import { type ListPlace, type StoryFilter, soughtWords } from './story-filter.ts'

/** The filter with its names looked up and its days turned into moments. */
export interface ListQuery
  extends Pick<StoryFilter, 'q' | 'state' | 'kind' | 'changes' | 'language' | 'assignee'> {
  /** Any of these topics; an empty list finds nothing. */
  topicIds?: readonly number[]
  authorIds?: readonly number[]
  /** Only this person's own stories. */
  ownOf?: number
  from?: Date
  until?: Date
  before?: ListPlace | null
  limit: number
}

type Rows = SelectQueryBuilder<Schema, 'story_list', object>
type Own = SelectQueryBuilder<Schema, 'story_list', { story_id: number; listed_at: Date }>

/**
 * The numbers of the stories on one page of the list, newest first. Each filter walks an index of its own. The query
 * begins with "with", so that it is planned for its values (kept-plans.ts): a rare state and a common one are found by
 * different ways.
 */
export async function listStoryPlaces(db: Database, query: ListQuery): Promise<ListPlace[]> {
  const all = narrowed(db.selectFrom('story_list'), query)
  const found =
    query.ownOf === undefined ? page(all, query.limit) : ownPage(db, all, query.ownOf, query.limit)
  const rows = await db
    .with('found', () => found)
    .selectFrom('found')
    .select(['story_id', 'listed_at'])
    .orderBy('listed_at', 'desc')
    .orderBy('story_id', 'desc')
    .limit(query.limit)
    .execute()
  return rows.map(row => ({ storyId: row.story_id, listedAt: row.listed_at }))
}

function page(rows: Rows, limit: number) {
  return rows
    .select(['story_list.story_id', 'story_list.listed_at'])
    .orderBy('story_list.listed_at', 'desc')
    .orderBy('story_list.story_id', 'desc')
    .limit(limit)
}

/** What is assigned to somebody, what they began and what is shared with them: three short walks rather than one long. */
function ownPage(db: Database, all: Rows, staffId: number, limit: number) {
  const [assigned, begun, shared] = [
    all.where('story_list.assignee_id', '=', staffId),
    all.where('story_list.created_by', '=', staffId),
    all.where('story_list.story_id', 'in', eb =>
      eb.selectFrom('story_staff').select('story_id').where('staff_id', '=', staffId),
    ),
  ].map(rows => db.selectFrom(page(rows, limit).as('own')).select(['story_id', 'listed_at'])) as [
    Own,
    Own,
    Own,
  ]
  return assigned.union(begun).union(shared)
}

function narrowed(rows: Rows, query: ListQuery): Rows {
  const { q, state, kind, changes, language, assignee, topicIds, authorIds, from, until, before } = query
  let list = rows
  if (state) list = list.where('story_list.state', '=', state)
  if (kind) list = list.where('story_list.kind', '=', kind)
  if (changes === 'made') list = list.where(sql<boolean>`story_list.changed`)
  if (changes === 'waiting') list = list.where(sql<boolean>`story_list.waiting`)
  if (changes === 'scheduled') list = list.where('story_list.change_for', 'is not', null)
  if (language) list = list.where('story_list.language', '=', language)
  if (assignee === 'nobody') list = list.where('story_list.assignee_id', 'is', null)
  else if (assignee !== undefined) list = list.where('story_list.assignee_id', '=', assignee)
  if (topicIds) list = list.where(sql<boolean>`story_list.topic_ids && ${asIds(topicIds)}`)
  if (authorIds) list = list.where(sql<boolean>`story_list.author_ids && ${asIds(authorIds)}`)
  if (from) list = list.where('story_list.listed_at', '>=', from)
  if (until) list = list.where('story_list.listed_at', '<', until)
  if (before)
    list = list.where(
      sql<boolean>`(story_list.listed_at, story_list.story_id) < (${before.listedAt}, ${before.storyId})`,
    )
  for (const word of soughtWords(q ?? '')) list = list.where(holds(word))
  return list
}

/** Three letters anywhere find their rows in the index; one or two do where a word begins with them. */
function holds(word: string) {
  const within = [...word].length < 3 ? sql`sought(${likeText(word)})` : sql`ltrim(sought(${likeText(word)}))`
  return sql<boolean>`story_list.sought like '%' || ${within} || '%'`
}

function asIds(ids: readonly number[]) {
  return sql<number[]>`${`{${ids.join(',')}}`}::bigint[]`
}

/** What the list shows of a story. */
export interface ListedStory {
  id: number
  kind: 'story' | 'page'
  state: StoryState
  headline: string
  language: string
  /** Published, and the draft says something else by now. */
  changed: boolean
  /** Published, and changes of it were handed in to an editor. */
  waiting: boolean
  /** When a change of it goes out by itself. */
  changeFor: Date | null
  removed: boolean
  topics: string[]
  authors: string[]
  assignee: string | null
  /** Whether the person who asks may open it as their own. */
  own: boolean
  dueAt: Date | null
  embargoUntil: Date | null
  scheduledFor: Date | null
  publishedAt: Date | null
  withdrawnAt: Date | null
  changedAt: Date
  scheduleFailure: string
  /** Of the published text; null where only a draft can be counted. */
  words: number | null
  blocks: unknown[] | null
}

/** The stories with these numbers, in their order; `staffId` is who asks. */
export async function findListed(
  db: Database,
  ids: readonly number[],
  staffId: number,
): Promise<ListedStory[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedStory>`
    select l.story_id as id, l.kind, l.state, l.headline, l.language, l.changed, l.waiting,
      l.change_for as "changeFor",
      s.removed_at is not null as removed,
      array(select t.name from unnest(l.topic_ids) with ordinality as n(id, place)
        join topics named on named.id = n.id join topics t on t.id = coalesce(named.merged_into, named.id)
        order by n.place) as topics,
      array(select a.name from unnest(l.author_ids) with ordinality as n(id, place) join authors a on a.id = n.id
        order by n.place) as authors,
      (select name from staff where staff.id = l.assignee_id) as assignee,
      ${ownStory(staffId)} as own,
      s.due_at as "dueAt", s.embargo_until as "embargoUntil", s.scheduled_for as "scheduledFor",
      s.first_published_at as "publishedAt", s.withdrawn_at as "withdrawnAt", s.draft_updated_at as "changedAt",
      coalesce(nullif(s.schedule_failure, ''), (select failure from planned_changes c where c.story_id = l.story_id), '')
        as "scheduleFailure", p.words,
      case when p.story_id is null then s.draft -> 'blocks' end as blocks
    from story_list l join stories s on s.id = l.story_id left join published_stories p on p.story_id = l.story_id
    where l.story_id = any(${asIds(ids)})`.execute(db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Whether a row of `story_list l` is somebody's own. */
function ownStory(staffId: number) {
  return sql<boolean>`(l.assignee_id is not distinct from ${staffId} or l.created_by is not distinct from ${staffId}
    or exists (select 1 from story_staff f where f.story_id = l.story_id and f.staff_id = ${staffId}))`
}

/** Names and slugs of topics that match what was typed, with those merged into them. */
export async function topicIdsOf(db: Database, typed: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with meant as (
      select coalesce(merged_into, id) as id from topics where slug = ${typed} or lower(name) = lower(${typed}))
    select id from topics where id in (select id from meant) or merged_into in (select id from meant)`.execute(
    db,
  )
  return rows.map(row => row.id)
}

export async function authorIdsOf(db: Database, typed: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from authors where slug = ${typed} or lower(name) = lower(${typed})`.execute(db)
  return rows.map(row => row.id)
}

/** The languages that stories are in; one step through the index for each. */
export async function listedLanguages(db: Database): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    with recursive steps as (
      (select language from story_list order by language limit 1)
      union all
      select (select l.language from story_list l where l.language > steps.language order by l.language limit 1)
      from steps where steps.language is not null)
    select language from steps where language <> ''`.execute(db)
  return rows.map(row => row.language)
}

/** Every topic that is one of its own, by name. */
export function listTopicNames(db: Database): Promise<{ id: number; name: string }[]> {
  return db
    .selectFrom('topics')
    .select(['id', 'name'])
    .where('merged_into', 'is', null)
    .orderBy('name')
    .execute()
}

/** Names to choose authors from; who is not among the first may still be typed. */
export function listAuthorNames(db: Database): Promise<{ id: number; name: string }[]> {
  return db.selectFrom('authors').select(['id', 'name']).orderBy('name').limit(500).execute()
}
