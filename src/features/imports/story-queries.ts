import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'

/** A story that an earlier import brought, as it stands now. */
export interface StandingStory {
  id: number
  state: 'draft' | 'scheduled' | 'published' | 'withdrawn'
  slug: string
  feed_id: string
  draft_updated_at: Date
  first_published_at: Date | null
  /** Who wrote the newest revision, if there is one. */
  published_by: string | null
  revisions: number
}

export async function findStanding(
  tx: Transaction,
  ids: readonly number[],
): Promise<Map<number, StandingStory>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<StandingStory>`
    select s.id, s.state, s.draft->>'slug' as slug, s.feed_id, s.draft_updated_at, s.first_published_at, r.published_by,
      coalesce(r.number, 0) as revisions
    from stories s
    left join lateral (select published_by, number from revisions where story_id = s.id order by number desc limit 1) r on true
    where s.id = any(${[...ids]}::bigint[])`.execute(tx)
  return new Map(rows.map(row => [Number(row.id), { ...row, id: Number(row.id) }]))
}

/** Of these slugs, those that a story here or earlier in this import has. */
export async function takenSlugs(tx: Transaction, slugs: readonly string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set()
  const { rows } = await sql<{ slug: string }>`
    select slug from story_slugs where slug = any(${[...slugs]}::text[])
    union select slug from staged_slugs where slug = any(${[...slugs]}::text[])`.execute(tx)
  return new Set(rows.map(row => row.slug))
}

export async function keepSlugs(tx: Transaction, slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return
  await sql`insert into staged_slugs select unnest(${[...slugs]}::text[]) on conflict do nothing`.execute(tx)
}

export async function takenFeedIds(tx: Transaction, feedIds: readonly string[]): Promise<Set<string>> {
  if (feedIds.length === 0) return new Set()
  const { rows } = await sql<{ feed_id: string }>`
    select feed_id from stories where feed_id = any(${[...feedIds]}::text[])`.execute(tx)
  return new Set(rows.map(row => row.feed_id))
}

export interface PlacedStory {
  n: number
  foreign_id: string
  title: string
  slug: string
  fingerprint: string
  local_id: number
  action: 'new' | 'update'
  size: number
}

/** Stories that are to be written, without their texts; the texts are fetched by `readTexts` in pieces that fit. */
export async function readPlaced(tx: Transaction, after: number): Promise<PlacedStory[]> {
  const { rows } = await sql<PlacedStory>`
    select n, foreign_id, title, slug, fingerprint, local_id, action, size from staged
    where kind = 'story' and action in ('new', 'update') and n > ${after} order by n limit 2000`.execute(tx)
  return rows.map(row => ({ ...row, n: Number(row.n), local_id: Number(row.local_id) }))
}

export async function readTexts<Text>(
  tx: Transaction,
  foreignIds: readonly string[],
): Promise<Map<string, Text>> {
  const { rows } = await sql<{ foreign_id: string; data: Text }>`
    select foreign_id, data from staged where kind = 'story' and foreign_id = any(${[...foreignIds]}::text[])`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.foreign_id, row.data]))
}

export interface StoryRow {
  id: number
  feed_id: string | null
  kind: 'story' | 'page'
  state: 'draft' | 'scheduled' | 'published' | 'withdrawn'
  audience: 'everyone' | 'nobody'
  draft: unknown
  draft_updated_at: Date
  scheduled_for: Date | null
  first_published_at: Date | null
  updated_at: Date | null
  withdrawn_at: Date | null
  current_revision: number | null
  created_at: Date
}

const storyColumns = sql`r(id bigint, feed_id text, kind text, state text, audience text, draft jsonb,
  draft_updated_at timestamptz, scheduled_for timestamptz, first_published_at timestamptz, updated_at timestamptz,
  withdrawn_at timestamptz, current_revision bigint, created_at timestamptz)`

export async function insertStories(tx: Transaction, rows: readonly StoryRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into stories (id, feed_id, kind, state, audience, draft, draft_updated_at, scheduled_for, first_published_at,
      updated_at, withdrawn_at, current_revision, created_at)
    select id, coalesce(feed_id, 'urn:uuid:' || gen_random_uuid()), kind, state, audience, draft, draft_updated_at,
      scheduled_for, first_published_at, updated_at, withdrawn_at, current_revision, created_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as ${storyColumns}`.execute(tx)
}

/** Renews stories; a revision they have had stays theirs even where the new state is not public. */
export async function updateStories(tx: Transaction, rows: readonly StoryRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update stories s set kind = r.kind, state = r.state, audience = r.audience, draft = r.draft,
      draft_updated_at = r.draft_updated_at, scheduled_for = r.scheduled_for,
      first_published_at = coalesce(s.first_published_at, r.first_published_at), updated_at = r.updated_at,
      withdrawn_at = r.withdrawn_at, current_revision = coalesce(r.current_revision, s.current_revision)
    from json_to_recordset(${JSON.stringify(rows)}::json) as ${storyColumns} where s.id = r.id`.execute(tx)
}

export interface RevisionRow {
  id: number
  story_id: number
  number: number
  content: unknown
  context: unknown
  published_by: string
  published_at: Date
  kind: 'first' | 'silent'
  reason: string
}

export async function insertRevisions(tx: Transaction, rows: readonly RevisionRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into revisions (id, story_id, number, content, context, published_by, published_at, kind, reason)
    select id, story_id, number, content, context, published_by, published_at, kind, reason
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, story_id bigint, number integer, content jsonb,
      context jsonb, published_by text, published_at timestamptz, kind text, reason text)`.execute(tx)
}

export async function insertStorySlugs(
  tx: Transaction,
  rows: readonly { slug: string; story_id: number; since: Date }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into story_slugs (slug, story_id, since)
    select slug, story_id, since from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(slug text, story_id bigint, since timestamptz)
    on conflict (slug) do nothing`.execute(tx)
}

export interface CorrectionRow {
  story_id: number
  text: string
  severity: 'minor' | 'major'
  placement: 'top' | 'bottom'
  published_at: string
}

/** Adds corrections that the story does not have yet. */
export async function insertCorrections(tx: Transaction, rows: readonly CorrectionRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into corrections (story_id, text, severity, placement, published_at)
    select r.story_id, r.text, r.severity, r.placement, r.published_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(story_id bigint, text text, severity text, placement text,
      published_at timestamptz)
    where not exists (select 1 from corrections c where c.story_id = r.story_id and c.text = r.text
      and c.published_at = r.published_at)`.execute(tx)
}

export async function deleteProjections(tx: Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from published_stories where story_id = any(${[...ids]}::bigint[])`.execute(tx)
}

/** Redirects from old addresses; one that is there already stays. Gives back how many were added. */
export async function writeRedirects(tx: Transaction, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with added as (
      insert into redirects (path, target, created_at)
      select spelling, target, ${now} from staged_addresses, unnest(spellings) as spelling
      where path <> target and path like '/%'
      on conflict (path) do nothing returning 1)
    select count(*) as n from added`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}
