import { sql } from 'kysely'
import type { Database, Transaction } from '../../../platform/database/database.ts'
import type { RevisionKind } from '../story.ts'
import type { TimelineEntry } from './timeline.ts'

/**
 * Saved drafts and revisions of a story, newest first, and first of all the text as it is now. With `before` those that
 * are older than that.
 */
export async function listTimeline(
  db: Database,
  storyId: number,
  { before, limit }: { before: Date | null; limit: number },
): Promise<TimelineEntry[]> {
  const { rows } = await sql<{
    ref: string
    at: Date
    who: string[]
    kind: 'writing' | 'moved' | 'restore' | 'revision'
    detail: string
    number: number
    change: RevisionKind
  }>`
    select * from (
      select 'd' || d.id as ref, case d.reason when 'writing' then d.text_at else d.kept_at end as at,
        array(select p.name from unnest(d.written_by) with ordinality w(id, n) join staff p on p.id = w.id order by w.n)
          as who,
        d.reason as kind, d.detail, 0 as number, '' as change, d.id as tie
      from saved_drafts d where d.story_id = ${storyId}
      union all
      select 'r' || r.number, r.published_at, array[r.published_by], 'revision', r.reason, r.number, r.kind, r.id
      from revisions r where r.story_id = ${storyId}
    ) entries
    where ${before}::timestamptz is null or at < ${before}
    order by at desc, tie desc limit ${limit}`.execute(db)
  const entries = rows.map(
    ({ ref, at, who, kind, detail, number, change }): TimelineEntry => ({
      ref,
      at,
      who,
      what:
        kind === 'revision'
          ? { kind, number, change, reason: detail }
          : kind === 'moved'
            ? { kind, to: detail }
            : { kind },
    }),
  )
  return before ? entries : [await findNow(db, storyId), ...entries]
}

async function findNow(db: Database, storyId: number): Promise<TimelineEntry> {
  const { rows } = await sql<{ at: Date; who: string[] }>`
    select s.draft_updated_at as at, array(select p.name from story_writers w join staff p on p.id = w.staff_id
      where w.story_id = s.id order by w.last_at desc) as who
    from stories s where s.id = ${storyId}`.execute(db)
  return { ref: 'now', at: rows[0]!.at, who: rows[0]!.who, what: { kind: 'now' } }
}

/** What a saved draft or a revision says; undefined where there is none. */
export async function findPast(
  db: Database,
  storyId: number,
  { kind, number }: { kind: 'draft' | 'revision'; number: number },
): Promise<unknown> {
  const row =
    kind === 'draft'
      ? await db
          .selectFrom('saved_drafts')
          .select('content')
          .where('story_id', '=', storyId)
          .where('id', '=', number)
          .executeTakeFirst()
      : await db
          .selectFrom('revisions')
          .select('content')
          .where('story_id', '=', storyId)
          .where('number', '=', number)
          .executeTakeFirst()
  return row?.content
}

/** Keeps the draft as it is stored now, whenever the last one was kept. Returns its number. The story must be locked. */
export async function keepDraft(
  tx: Transaction,
  options: { storyId: number; reason: 'moved' | 'restore'; detail?: string; now: Date },
): Promise<number> {
  const { storyId, reason, detail = '', now } = options
  const { rows } = await sql<{ id: number }>`
    select keep_draft(id, draft, draft_updated_at, ${now}::timestamptz, ${reason}::text, ${detail}::text) as id
    from stories where id = ${storyId}`.execute(tx)
  return rows[0]!.id
}

/**
 * Thins out what was kept: all of the last day stay, one an hour for a week, one a day for ninety days; what was kept
 * for a reason stays ninety days. Returns how many went.
 */
export async function pruneDrafts(db: Database, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from saved_drafts d using (
      select id, kept_at, reason,
        row_number() over (partition by story_id, date_trunc('hour', kept_at, 'UTC') order by kept_at desc, id desc) as of_hour,
        row_number() over (partition by story_id, date_trunc('day', kept_at, 'UTC') order by kept_at desc, id desc) as of_day
      from saved_drafts where kept_at < ${now}::timestamptz - interval '1 day'
    ) old
    where old.id = d.id and (
      old.kept_at < ${now}::timestamptz - interval '90 days'
      or old.reason = 'writing' and old.of_hour > 1
      or old.reason = 'writing' and old.of_day > 1 and old.kept_at < ${now}::timestamptz - interval '7 days')`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
