import { sql } from 'kysely'
import type { Database } from '../../../../platform/database/database.ts'
import type { StoryState } from '../workflow.ts'

export type PlannedWhat = 'due' | 'scheduled' | 'planned-change' | 'embargo' | 'published'

export interface PlannedStory {
  storyId: number
  headline: string
  state: StoryState
  assignee: { id: number; name: string } | null
  dueAt: Date | null
  draftUpdatedAt: Date
}

/** One thing that happens to a story at a time. */
export interface PlannedThing extends PlannedStory {
  what: PlannedWhat
  at: Date
}

interface Row {
  what: PlannedWhat
  at: Date
  id: number
  headline: string | null
  state: StoryState
  due_at: Date | null
  draft_updated_at: Date
  assignee_id: number | null
  assignee_name: string | null
}

/** Whose stories are asked for: a person's own, or with null everybody's. */
export interface PlanningQuery {
  from: Date
  until: Date
  ownOf: number | null
  /** At most this many published stories; everything that is still to come is given whole. */
  mostPublished: number
}

/** What is due, goes out, may go out or went out from `from` until before `until`, in the order of time. */
export async function listPlanned(db: Database, query: PlanningQuery): Promise<PlannedThing[]> {
  const { from, until, ownOf, mostPublished } = query
  const during = (column: string) => sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${until}`
  const { rows } = await sql<Row>`
    select things.what, things.at, s.id, coalesce(things.headline, s.draft->>'headline') as headline, s.state, s.due_at, s.draft_updated_at,
      s.assignee_id, staff.name as assignee_name
    from (
      (select 'due' as what, due_at as at, id, null as headline from stories
        where ${during('due_at')} and (state in ('draft', 'in-review', 'ready') or handed_in_at is not null))
      union all
      (select 'scheduled', scheduled_for, id, null from stories where ${during('scheduled_for')} and state = 'scheduled')
      union all
      (select 'planned-change', at, story_id, content->>'headline' from planned_changes where ${during('at')})
      union all
      (select 'embargo', embargo_until, id, null from stories
        where ${during('embargo_until')} and state in ('draft', 'in-review', 'ready', 'scheduled'))
      union all
      (select 'published', published_at, story_id, null from published_stories
        where ${during('published_at')} and kind = 'story'
        order by published_at desc limit ${mostPublished})
    ) things
    join stories s on s.id = things.id
    left join staff on staff.id = s.assignee_id
    where ${isOwn(ownOf)}
    order by things.at, s.id, things.what`.execute(db)
  return rows.map(row => ({ ...toStory(row), what: row.what, at: row.at }))
}

/** How many stories were published in a time. */
export async function countPublished(
  db: Database,
  { from, until }: { from: Date; until: Date },
): Promise<number> {
  const { n } = await db
    .selectFrom('published_stories')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('kind', '=', 'story')
    .where('published_at', '>=', from)
    .where('published_at', '<', until)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** What is being written without a due time or an embargo, what was written last first. */
export async function listUnplanned(
  db: Database,
  { ownOf, limit }: { ownOf: number | null; limit: number },
): Promise<PlannedStory[]> {
  const { rows } = await sql<Row>`
    select s.id, s.draft->>'headline' as headline, s.state, s.due_at, s.draft_updated_at, s.assignee_id,
      staff.name as assignee_name
    from stories s left join staff on staff.id = s.assignee_id
    where s.state in ('draft', 'in-review', 'ready') and s.due_at is null and s.embargo_until is null
      and s.audience = 'everyone' and ${isOwn(ownOf)}
    order by s.draft_updated_at desc, s.id desc limit ${limit}`.execute(db)
  return rows.map(toStory)
}

function isOwn(staffId: number | null) {
  if (staffId === null) return sql<boolean>`true`
  return sql<boolean>`(s.created_by = ${staffId} or s.assignee_id = ${staffId}
    or exists (select from story_staff t where t.story_id = s.id and t.staff_id = ${staffId}))`
}

function toStory(row: Row): PlannedStory {
  return {
    storyId: row.id,
    headline: row.headline ?? '',
    state: row.state,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '?' },
    dueAt: row.due_at,
    draftUpdatedAt: row.draft_updated_at,
  }
}
