import { type Selectable, sql } from 'kysely'
import { type Database, json, type Transaction } from '../../platform/database/database.ts'
import type { BriefsTable } from '../../platform/database/schema.ts'
import type { Inline } from '../stories/story.ts'
import type { Brief, BriefContent } from './brief.ts'

/** A brief with the published story it belongs to, if there is one to link to. */
export interface ReaderBrief extends Brief {
  story: { id: number; slug: string; headline: string; language: string } | null
}

export interface BriefList {
  /** Only briefs before this one, in the order newest first; its id, whatever has become of it. */
  before?: number
  /** Only pinned ones, or only those that are not; both where nothing is said. */
  pinned?: boolean
  limit: number
}

/** Published briefs, newest first; only pinned ones in their own order. */
export async function listBriefs(db: Database, { before, pinned, limit }: BriefList): Promise<ReaderBrief[]> {
  let list = selectBriefs(db).where('briefs.state', '=', 'published')
  if (before !== undefined) list = list.where(isBefore(before))
  if (pinned !== undefined) list = list.where('briefs.pinned', '=', pinned)
  if (pinned) list = list.orderBy('briefs.pin_rank')
  const rows = await list
    .orderBy('briefs.published_at', 'desc')
    .orderBy('briefs.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readerBriefFrom)
}

/** One brief, withdrawn ones too; null where readers never had one. */
export async function findBrief(db: Database, id: number): Promise<ReaderBrief | null> {
  const row = await selectBriefs(db)
    .where('briefs.id', '=', id)
    .where('briefs.state', 'in', ['published', 'withdrawn'])
    .executeTakeFirst()
  return row ? readerBriefFrom(row) : null
}

/** Briefs by id, withdrawn ones too. */
export async function findBriefs(db: Database, ids: readonly number[]): Promise<Map<number, ReaderBrief>> {
  if (ids.length === 0) return new Map()
  const rows = await selectBriefs(db)
    .where('briefs.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, readerBriefFrom(row)]))
}

/** The published briefs next to one: `earlier` and `later` in time; null at the ends. */
export async function findNeighbours(
  db: Database,
  id: number,
): Promise<{ earlier: ReaderBrief | null; later: ReaderBrief | null }> {
  const published = () => selectBriefs(db).where('briefs.state', '=', 'published').limit(1)
  const [earlier, later] = await Promise.all([
    published()
      .where(isBefore(id))
      .orderBy('briefs.published_at', 'desc')
      .orderBy('briefs.id', 'desc')
      .executeTakeFirst(),
    published()
      .where(sql<boolean>`(briefs.published_at, briefs.id) > ${placeOf(id)}`)
      .orderBy('briefs.published_at')
      .orderBy('briefs.id')
      .executeTakeFirst(),
  ])
  return { earlier: earlier ? readerBriefFrom(earlier) : null, later: later ? readerBriefFrom(later) : null }
}

export async function briefExists(db: Database, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('briefs')
    .select('id')
    .where('id', '=', id)
    .where('state', 'in', ['published', 'withdrawn'])
    .executeTakeFirst()
  return row !== undefined
}

export interface NewBrief extends BriefContent {
  postedBy: string
  createdBy: number | null
  publishedAt: Date
  queuedFor: Date | null
  /** A number of the browser's own, given once to each brief. */
  key: string | null
}

/** Null where a brief with this key is there already. */
export async function insertBrief(tx: Transaction, brief: NewBrief): Promise<Brief | null> {
  const row = await tx
    .insertInto('briefs')
    .values({
      ...columns(brief),
      state: brief.queuedFor ? 'queued' : 'published',
      posted_by: brief.postedBy,
      created_by: brief.createdBy,
      published_at: brief.publishedAt,
      queued_for: brief.queuedFor,
      pin_rank: brief.pinned ? topOfPins : 0,
      post_key: brief.key,
    })
    .onConflict(conflict => conflict.column('post_key').where('post_key', 'is not', null).doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? briefFrom(row) : null
}

/** Before all that are pinned now. */
const topOfPins = sql<number>`(select coalesce(min(pin_rank), 1) - 1 from briefs where pinned and state = 'published')`

export async function findBriefByKey(tx: Transaction, key: string): Promise<Brief | null> {
  const row = await tx.selectFrom('briefs').selectAll().where('post_key', '=', key).executeTakeFirst()
  return row ? briefFrom(row) : null
}

/** The brief, locked until the end of the transaction. */
export async function lockBrief(tx: Transaction, id: number): Promise<Brief | null> {
  const row = await tx.selectFrom('briefs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? briefFrom(row) : null
}

export async function updateBrief(
  tx: Transaction,
  id: number,
  brief: BriefContent & Pick<Brief, 'updatedAt' | 'publishedAt' | 'queuedFor'> & { pinAnew: boolean },
): Promise<Brief> {
  const row = await tx
    .updateTable('briefs')
    .set({
      ...columns(brief),
      updated_at: brief.updatedAt,
      published_at: brief.publishedAt,
      queued_for: brief.queuedFor,
      ...(brief.pinAnew ? { pin_rank: topOfPins } : {}),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return briefFrom(row)
}

/** Another state; `withdrawnAt` is null for what stands again. */
export async function setBriefState(
  tx: Transaction,
  id: number,
  change: { state: Brief['state']; withdrawnAt: Date | null; publishedAt?: Date; queuedFor?: Date | null },
): Promise<void> {
  await tx
    .updateTable('briefs')
    .set({
      state: change.state,
      withdrawn_at: change.withdrawnAt,
      ...(change.publishedAt ? { published_at: change.publishedAt } : {}),
      ...(change.queuedFor === undefined ? {} : { queued_for: change.queuedFor }),
    })
    .where('id', '=', id)
    .execute()
}

/** Queued briefs whose time has come, those of the earliest first. */
export async function listDueBriefs(db: Database, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('briefs')
    .select('id')
    .where('state', '=', 'queued')
    .where('queued_for', '<=', now)
    .orderBy('queued_for')
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** Locks what is pinned, in its order. */
export async function lockPinned(tx: Transaction): Promise<number[]> {
  const rows = await tx
    .selectFrom('briefs')
    .select('id')
    .where('pinned', '=', true)
    .where('state', '=', 'published')
    .orderBy('pin_rank')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()
  return rows.map(row => row.id)
}

/** Numbers pinned briefs in the order given; returns those whose number has changed. */
export async function orderPinned(tx: Transaction, inOrder: readonly number[]): Promise<number[]> {
  const changed: number[] = []
  for (const [i, id] of inOrder.entries()) {
    const row = await tx
      .updateTable('briefs')
      .set({ pin_rank: i + 1 })
      .where('id', '=', id)
      .where('pin_rank', '<>', i + 1)
      .returning('id')
      .executeTakeFirst()
    if (row) changed.push(id)
  }
  return changed
}

export async function linkToStory(tx: Transaction, id: number, storyId: number): Promise<void> {
  await tx.updateTable('briefs').set({ story_id: storyId }).where('id', '=', id).execute()
}

/** The id of the story that has, or ever had, this address; null where there is none. */
export async function storyAt(db: Database, slug: string): Promise<number | null> {
  const row = await db
    .selectFrom('story_slugs')
    .select('story_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.story_id ?? null
}

export async function storyExists(db: Database, id: number): Promise<boolean> {
  const row = await db.selectFrom('stories').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

function columns(brief: BriefContent) {
  return {
    headline: brief.headline,
    content: json(brief.content),
    language: brief.language,
    breaking: brief.breaking,
    pinned: brief.pinned,
    story_id: brief.storyId,
  }
}

function placeOf(id: number) {
  return sql`(select place.published_at, place.id from briefs place where place.id = ${id})`
}

function isBefore(id: number) {
  return sql<boolean>`(briefs.published_at, briefs.id) < ${placeOf(id)}`
}

export function selectBriefs(db: Database) {
  return db
    .selectFrom('briefs')
    .leftJoin('published_stories', 'published_stories.story_id', 'briefs.story_id')
    .selectAll('briefs')
    .select([
      'published_stories.slug as story_slug',
      'published_stories.headline as story_headline',
      'published_stories.language as story_language',
    ])
}

type ReaderRow = Awaited<ReturnType<ReturnType<typeof selectBriefs>['execute']>>[number]

export function readerBriefFrom(row: ReaderRow): ReaderBrief {
  const { story_id: id, story_slug: slug, story_headline: headline, story_language: language } = row
  const linked = id !== null && slug !== null && headline !== null && language !== null
  return { ...briefFrom(row), story: linked ? { id, slug, headline, language } : null }
}

export function briefFrom(row: Selectable<BriefsTable>): Brief {
  return {
    id: row.id,
    feedId: row.feed_id,
    state: row.state,
    headline: row.headline,
    content: row.content as Inline[][],
    language: row.language,
    breaking: row.breaking,
    pinned: row.pinned,
    pinRank: row.pin_rank,
    storyId: row.story_id,
    postedBy: row.posted_by,
    createdBy: row.created_by,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    withdrawnAt: row.withdrawn_at,
    queuedFor: row.queued_for,
  }
}
