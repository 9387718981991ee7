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

/** Published briefs, newest first. */
export async function listBriefs(db: Database, { before, pinned, limit }: BriefList): Promise<ReaderBrief[]> {
  let list = selectBriefs(db).where('briefs.state', '=', 'published')
  if (before !== undefined) list = list.where(isBefore(before))
  if (pinned !== undefined) list = list.where('briefs.pinned', '=', pinned)
  const rows = await list
    .orderBy('briefs.published_at', 'desc')
    .orderBy('briefs.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readerBriefFrom)
}

/** One brief, withdrawn ones too; null where there never was one. */
export async function findBrief(db: Database, id: number): Promise<ReaderBrief | null> {
  const row = await selectBriefs(db).where('briefs.id', '=', id).executeTakeFirst()
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
  const row = await db.selectFrom('briefs').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function insertBrief(
  tx: Transaction,
  brief: BriefContent & { postedBy: string; publishedAt: Date },
): Promise<Brief> {
  const row = await tx
    .insertInto('briefs')
    .values({ ...columns(brief), posted_by: brief.postedBy, published_at: brief.publishedAt })
    .returningAll()
    .executeTakeFirstOrThrow()
  return briefFrom(row)
}

/** The brief, locked until the end of the transaction. */
export async function lockBrief(tx: Transaction, id: number): Promise<Brief | null> {
  const row = await tx.selectFrom('briefs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? briefFrom(row) : null
}

export async function updateBrief(
  tx: Transaction,
  id: number,
  brief: BriefContent & { updatedAt: Date | null },
): Promise<Brief> {
  const row = await tx
    .updateTable('briefs')
    .set({ ...columns(brief), updated_at: brief.updatedAt })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return briefFrom(row)
}

export async function markWithdrawn(tx: Transaction, id: number, now: Date): Promise<void> {
  await tx.updateTable('briefs').set({ state: 'withdrawn', withdrawn_at: now }).where('id', '=', id).execute()
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

function selectBriefs(db: Database) {
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

function readerBriefFrom(row: ReaderRow): ReaderBrief {
  const { story_id: id, story_slug: slug, story_headline: headline, story_language: language } = row
  const linked = id !== null && slug !== null && headline !== null && language !== null
  return { ...briefFrom(row), story: linked ? { id, slug, headline, language } : null }
}

function briefFrom(row: Selectable<BriefsTable>): Brief {
  return {
    id: row.id,
    feedId: row.feed_id,
    state: row.state,
    headline: row.headline,
    content: row.content as Inline[][],
    language: row.language,
    breaking: row.breaking,
    pinned: row.pinned,
    storyId: row.story_id,
    postedBy: row.posted_by,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    withdrawnAt: row.withdrawn_at,
  }
}
