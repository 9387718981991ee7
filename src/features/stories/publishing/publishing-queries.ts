import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import type { Correction, RevisionKind, StoryContent } from '../story.ts'
import type { Overtaken, Schedule, Seen } from './overtaken.ts'
import type { StoryState } from './workflow.ts'

/** What a form about publishing is bound to, as it is now, who published last, and what waits for its time. */
export async function readSeenState(
  db: Database,
  storyId: number,
): Promise<Seen & { newest: Overtaken['publishing']; standing: Schedule }> {
  const { rows } = await sql<{
    draft: string
    correction: number
    schedule: string
    state: StoryState
    scheduled_for: Date | null
    scheduled_by: string | null
    number: number | null
    kind: RevisionKind
    published_by: string
    published_at: Date
  }>`
    select md5(s.draft::text) as draft, r.number, r.kind, r.published_by, r.published_at, s.state,
      coalesce(s.scheduled_for, p.at) as scheduled_for, coalesce(s.scheduled_by, p.planned_by) as scheduled_by,
      left(md5(concat_ws('/', s.state = 'withdrawn', extract(epoch from s.scheduled_for), extract(epoch from p.at),
        p.kind, p.saved_draft)), 8) as schedule,
      (select coalesce(max(id), 0) from corrections where story_id = s.id) as correction
    from stories s left join revisions r on r.id = s.current_revision left join planned_changes p on p.story_id = s.id
    where s.id = ${storyId}`.execute(db)
  const row = rows[0]
  const { number = null } = row ?? {}
  return {
    revision: number ?? 0,
    correction: row?.correction ?? 0,
    draft: row?.draft ?? '',
    schedule: row?.schedule ?? '',
    newest:
      row === undefined || number === null
        ? null
        : { by: row.published_by, at: row.published_at, kind: row.kind, number },
    standing: row?.scheduled_for
      ? { what: 'scheduled', by: row.scheduled_by ?? '', at: row.scheduled_for }
      : { what: row?.state === 'withdrawn' ? 'withdrawn' : 'open' },
  }
}

/** Everything the desk knows of a story but its notes and drafts of before. */
export interface DeskStory {
  id: number
  kind: 'story' | 'page'
  state: StoryState
  audience: 'everyone' | 'nobody'
  draft: unknown
  draftUpdatedAt: Date
  scheduledFor: Date | null
  scheduledBy: string | null
  scheduleFailure: string
  dueAt: Date | null
  embargoUntil: Date | null
  assignee: { id: number; name: string } | null
  createdBy: number | null
  /** Since when, and by whom, changes of what is out wait for an editor. */
  handedIn: { at: Date; by: number; name: string } | null
  firstPublishedAt: Date | null
  updatedAt: Date | null
  withdrawnAt: Date | null
  withdrawalNote: string
  removedAt: Date | null
  /** The newest revision's text, and the address it is published at. */
  published: { content: StoryContent; number: number; slug: string | null } | null
  /** Addresses the story had, newest first. */
  slugs: string[]
}

/** Null where there is no such story. */
export async function findDeskStory(db: Database, storyId: number): Promise<DeskStory | null> {
  const row = await db
    .selectFrom('stories as s')
    .leftJoin('staff', 'staff.id', 's.assignee_id')
    .leftJoin('staff as hand', 'hand.id', 's.handed_in_by')
    .leftJoin('revisions as r', 'r.id', 's.current_revision')
    .leftJoin('published_stories as p', 'p.story_id', 's.id')
    .select(['s.id', 's.kind', 's.state', 's.audience', 's.draft', 's.draft_updated_at', 's.scheduled_for'])
    .select(['s.scheduled_by', 's.schedule_failure', 's.due_at', 's.embargo_until', 's.assignee_id'])
    .select(['s.created_by', 's.first_published_at', 's.updated_at', 's.withdrawn_at', 's.withdrawal_note'])
    .select(['s.removed_at', 'staff.name as assignee_name', 'r.content', 'r.number', 'p.slug'])
    .select(['s.handed_in_at', 's.handed_in_by', 'hand.name as handed_in_name'])
    .select(
      sql<string[]>`array(select slug from story_slugs where story_id = s.id order by since desc, slug)`.as(
        'slugs',
      ),
    )
    .where('s.id', '=', storyId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    audience: row.audience,
    draft: row.draft,
    draftUpdatedAt: row.draft_updated_at,
    scheduledFor: row.scheduled_for,
    scheduledBy: row.scheduled_by,
    scheduleFailure: row.schedule_failure,
    dueAt: row.due_at,
    embargoUntil: row.embargo_until,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '?' },
    createdBy: row.created_by,
    handedIn:
      row.handed_in_at && row.handed_in_by !== null
        ? { at: row.handed_in_at, by: row.handed_in_by, name: row.handed_in_name ?? '?' }
        : null,
    firstPublishedAt: row.first_published_at,
    updatedAt: row.updated_at,
    withdrawnAt: row.withdrawn_at,
    withdrawalNote: row.withdrawal_note,
    removedAt: row.removed_at,
    published:
      row.content === null || row.number === null
        ? null
        : { content: row.content as StoryContent, number: row.number, slug: row.slug },
    slugs: row.slugs,
  }
}

/** The story that has an address, or had it; null where it is free. */
export async function findSlugOwner(
  db: Database,
  slug: string,
): Promise<{ storyId: number; headline: string; isCurrent: boolean } | null> {
  const row = await db
    .selectFrom('story_slugs')
    .leftJoin('published_stories as p', 'p.story_id', 'story_slugs.story_id')
    .innerJoin('stories as s', 's.id', 'story_slugs.story_id')
    .select(['story_slugs.story_id', 'p.slug', sql<string | null>`s.draft->>'headline'`.as('headline')])
    .where('story_slugs.slug', '=', slug)
    .executeTakeFirst()
  return row ? { storyId: row.story_id, headline: row.headline ?? '', isCurrent: row.slug === slug } : null
}

/** What checks ask of photographs; those that are not there are missing. */
export async function findPictureFacts(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, PictureFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('photographs')
    .select(['id', 'alt', 'credit', 'width', 'rights'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map(({ id, alt, credit, width, rights }) => {
      const { until } = Object(rights) as { until?: unknown }
      return [id, { alt, credit, width, usableUntil: typeof until === 'string' ? until : null }]
    }),
  )
}

export interface PictureFacts {
  alt: string
  credit: string
  /** Of the original; null where it is not known. */
  width: number | null
  /** The last day on which it may be published, YYYY-MM-DD. */
  usableUntil: string | null
}

/** Of these topics and authors, those that there are not. */
export async function findUnknown(
  db: Database,
  { topics, authors }: { topics: readonly number[]; authors: readonly number[] },
): Promise<{ topics: number[]; authors: number[] }> {
  const { rows } = await sql<{ topics: number[]; authors: number[] }>`
    select array(select t from unnest(${[...topics]}::bigint[]) t where not exists (select from topics where id = t)) as topics,
      array(select a from unnest(${[...authors]}::bigint[]) a where not exists (select from authors where id = a)) as authors`.execute(
    db,
  )
  return rows[0] ?? { topics: [], authors: [] }
}

export interface PastPublishing {
  number: number
  kind: RevisionKind
  by: string
  at: Date
  reason: string
}

/** Every publishing of a story, newest first. */
export async function listPublishings(db: Database, storyId: number): Promise<PastPublishing[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(['number', 'kind', 'published_by', 'published_at', 'reason'])
    .where('story_id', '=', storyId)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ published_by, published_at, ...row }) => ({
    ...row,
    by: published_by,
    at: published_at,
  }))
}

/** The reason somebody gave when the story last went out although checks had found something; '' for none. */
export async function findLastReason(db: Database, storyId: number): Promise<string> {
  const row = await db
    .selectFrom('audit_log')
    .select(sql<string | null>`detail->>'reason'`.as('reason'))
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', String(storyId))
    .where('act', 'in', ['publish-story', 'schedule-story', 'schedule-change', 'restore-story'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.reason ?? ''
}

/** Every correction of a story, newest first. */
export async function listOwnCorrections(db: Database, storyId: number): Promise<Correction[]> {
  return db
    .selectFrom('corrections')
    .select(['id', 'text', 'severity', 'placement', 'published_at as publishedAt', 'refers_to as refersTo'])
    .where('story_id', '=', storyId)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
