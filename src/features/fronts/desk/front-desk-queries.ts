import { sql } from 'kysely'
import type { Database, Transaction } from '../../../platform/database/database.ts'
import { json } from '../../../platform/database/database.ts'
import { likeText } from '../../../platform/database/like-pattern.ts'
import { type FrontContent, frontContent } from '../front.ts'

export interface FrontDraft {
  id: number
  slug: string
  title: string
  live: FrontContent
  draft: FrontContent
  before: FrontContent | null
  version: number
  changedBy: string
  changedAt: Date | null
}

export interface SlotStory {
  id: number
  headline: string
  state: string
  publishedAt: Date | null
  slug: string
}

export async function readFrontDraft(db: Database, slug: string): Promise<FrontDraft | null> {
  const row = await db.selectFrom('fronts').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row ? draftFrom(row) : null
}

export async function lockFrontDraft(tx: Transaction, slug: string): Promise<FrontDraft | null> {
  const row = await tx
    .selectFrom('fronts')
    .selectAll()
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()
  return row ? draftFrom(row) : null
}

function draftFrom(row: {
  id: number
  slug: string
  title: string
  live: unknown
  draft: unknown
  draft_before: unknown
  draft_version: number
  draft_changed_by: string
  draft_changed_at: Date | null
}): FrontDraft {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    live: frontContent.parse(row.live),
    draft: frontContent.parse(row.draft),
    before: row.draft_before ? frontContent.parse(row.draft_before) : null,
    version: row.draft_version,
    changedBy: row.draft_changed_by,
    changedAt: row.draft_changed_at,
  }
}

/** A front that nobody has arranged yet begins with what readers see of it by itself. */
export async function insertFront(
  tx: Transaction,
  front: { slug: string; title: string; content: FrontContent; now: Date },
): Promise<void> {
  await tx
    .insertInto('fronts')
    .values({
      slug: front.slug,
      title: front.title,
      live: json(front.content),
      draft: json(front.content),
      updated_at: front.now,
    })
    .onConflict(conflict => conflict.column('slug').doNothing())
    .execute()
}

export async function writeDraft(
  tx: Transaction,
  front: FrontDraft,
  { draft, by, now }: { draft: FrontContent; by: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('fronts')
    .set({
      draft: json(draft),
      draft_before: json(front.draft),
      draft_version: front.version + 1,
      draft_changed_by: by,
      draft_changed_at: now,
    })
    .where('id', '=', front.id)
    .execute()
}

/** Stories by id, whatever their state: what the desk must know of a slot's story. */
export async function findSlotStories(db: Database, ids: readonly number[]): Promise<Map<number, SlotStory>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SlotStory>`
    select s.id, coalesce(p.headline, s.draft ->> 'headline', '') as headline, s.state,
      p.published_at as "publishedAt", coalesce(p.slug, s.draft ->> 'slug', '') as slug
    from stories s left join published_stories p on p.story_id = s.id
    where s.id = any(${sql`${`{${ids.join(',')}}`}::bigint[]`})`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** Stories for a slot: those that are out, newest first, and those that soon will be. */
export async function searchSlotStories(db: Database, words: string): Promise<SlotStory[]> {
  const pattern = `%${likeText(words)}%`
  const published = sql<SlotStory>`
    select p.story_id as id, p.headline, 'published' as state, p.published_at as "publishedAt", p.slug
    from published_stories p where p.kind = 'story' and p.headline ilike ${pattern}
    order by p.published_at desc, p.story_id desc limit 12`.execute(db)
  const coming = sql<SlotStory>`
    select s.id, s.draft ->> 'headline' as headline, s.state, null as "publishedAt", s.draft ->> 'slug' as slug
    from story_list l join stories s on s.id = l.story_id
    where l.kind = 'story' and l.state in ('ready', 'scheduled') and l.headline ilike ${pattern}
    order by s.draft_updated_at desc limit 6`.execute(db)
  const [out, soon] = await Promise.all([published, coming])
  return [...soon.rows, ...out.rows]
}

export interface FrontRevision {
  number: number
  publishedBy: string
  publishedAt: Date
}

export async function listFrontRevisions(db: Database, frontId: number): Promise<FrontRevision[]> {
  const rows = await db
    .selectFrom('front_revisions')
    .select(['number', 'published_by', 'published_at'])
    .where('front_id', '=', frontId)
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
  return rows.map(row => ({
    number: row.number,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
  }))
}

export async function readFrontRevision(
  db: Database,
  frontId: number,
  number: number,
): Promise<FrontContent | null> {
  const row = await db
    .selectFrom('front_revisions')
    .select('content')
    .where('front_id', '=', frontId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? frontContent.parse(row.content) : null
}

export interface FrontSchedule {
  id: number
  dueAt: Date
  madeBy: string
}

export async function listFrontSchedules(db: Database, frontId: number): Promise<FrontSchedule[]> {
  const rows = await db
    .selectFrom('front_schedules')
    .select(['id', 'due_at', 'made_by'])
    .where('front_id', '=', frontId)
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .execute()
  return rows.map(row => ({ id: row.id, dueAt: row.due_at, madeBy: row.made_by }))
}

export interface FrontAct {
  at: Date
  by: string
  act: string
  detail: Record<string, unknown>
}

/** Who changed what on this front lately. */
export async function listFrontActs(db: Database, slug: string): Promise<FrontAct[]> {
  const rows = await db
    .selectFrom('audit_log')
    .select(['at', 'staff_name', 'act', 'detail'])
    .where('subject_kind', '=', 'front')
    .where('subject_id', '=', slug)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map(row => ({
    at: row.at,
    by: row.staff_name,
    act: row.act,
    detail: row.detail as Record<string, unknown>,
  }))
}

export interface PictureChoice {
  id: number
  caption: string
  alt: string
  credit: string
}

/** Photographs for a slot by words of their captions, credits and descriptions, newest first. */
export async function searchPictures(db: Database, words: string): Promise<PictureChoice[]> {
  const pattern = `%${likeText(words)}%`
  return db
    .selectFrom('photographs')
    .select(['id', 'caption', 'alt', 'credit'])
    .where('state', '=', 'ready')
    .where(eb =>
      eb.or([eb('caption', 'ilike', pattern), eb('alt', 'ilike', pattern), eb('credit', 'ilike', pattern)]),
    )
    .orderBy('id', 'desc')
    .limit(12)
    .execute()
}
