import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import type { Brief } from '../brief.ts'
import { briefFrom } from '../brief-queries.ts'

/** A brief as the desk sees it, in whatever state, with its story in whatever state. */
export interface DeskBrief extends Brief {
  story: { id: number; headline: string; state: string; slug: string | null } | null
}

export interface DeskQuery {
  /** Only briefs of this member of staff. */
  createdBy?: number
  /** Only briefs before this one, newest first. */
  before?: number
  limit: number
}

/** Published briefs that are not pinned, newest first. */
export async function listDeskBriefs(
  db: Database,
  { createdBy, before, limit }: DeskQuery,
): Promise<DeskBrief[]> {
  let list = selectDesk(db).where('briefs.state', '=', 'published').where('briefs.pinned', '=', false)
  if (createdBy !== undefined) list = list.where('briefs.created_by', '=', createdBy)
  if (before !== undefined)
    list = list.where(
      sql<boolean>`(briefs.published_at, briefs.id) < (select b.published_at, b.id from briefs b where b.id = ${before})`,
    )
  const rows = await list
    .orderBy('briefs.published_at', 'desc')
    .orderBy('briefs.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(deskBriefFrom)
}

/** What is pinned, in its order. */
export async function listDeskPinned(db: Database): Promise<DeskBrief[]> {
  const rows = await selectDesk(db)
    .where('briefs.state', '=', 'published')
    .where('briefs.pinned', '=', true)
    .orderBy('briefs.pin_rank')
    .orderBy('briefs.published_at', 'desc')
    .orderBy('briefs.id', 'desc')
    .execute()
  return rows.map(deskBriefFrom)
}

/** What waits for its time, what goes out next first. */
export async function listQueued(db: Database): Promise<DeskBrief[]> {
  const rows = await selectDesk(db)
    .where('briefs.state', '=', 'queued')
    .orderBy('briefs.queued_for')
    .orderBy('briefs.id')
    .execute()
  return rows.map(deskBriefFrom)
}

/** What was withdrawn or taken out of the queue since a moment, newest first. */
export async function listWithdrawnSince(db: Database, since: Date): Promise<DeskBrief[]> {
  const rows = await selectDesk(db)
    .where('briefs.state', 'in', ['withdrawn', 'cancelled'])
    .where('briefs.withdrawn_at', '>', since)
    .orderBy('briefs.withdrawn_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(deskBriefFrom)
}

/** One brief, in whatever state; null where there is none. */
export async function findDeskBrief(db: Database, id: number): Promise<DeskBrief | null> {
  const row = await selectDesk(db).where('briefs.id', '=', id).executeTakeFirst()
  return row ? deskBriefFrom(row) : null
}

function selectDesk(db: Database) {
  return db
    .selectFrom('briefs')
    .leftJoin('stories', 'stories.id', 'briefs.story_id')
    .leftJoin('published_stories', 'published_stories.story_id', 'briefs.story_id')
    .selectAll('briefs')
    .select([
      sql<string | null>`stories.draft ->> 'headline'`.as('story_headline'),
      'stories.state as story_state',
      'published_stories.slug as story_slug',
    ])
}

function deskBriefFrom(
  row: Awaited<ReturnType<ReturnType<typeof selectDesk>['execute']>>[number],
): DeskBrief {
  const { story_id: id, story_headline, story_state, story_slug } = row
  return {
    ...briefFrom(row),
    story:
      id === null || story_state === null
        ? null
        : { id, headline: story_headline ?? '', state: story_state, slug: story_slug },
  }
}
