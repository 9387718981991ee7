import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { likeText } from '../../../platform/database/like-pattern.ts'

export const rightsFilters = ['ended', 'ending', 'none'] as const
export const useFilters = ['used', 'orphans'] as const
export const lackFilters = ['alt', 'credit', 'picture'] as const

export interface PhotographFilter {
  words: string
  rights?: (typeof rightsFilters)[number]
  use?: (typeof useFilters)[number]
  /** What is missing. */
  lacks?: (typeof lackFilters)[number]
  /** The last one seen. */
  before?: number
  limit: number
  /** The publication's day, YYYY-MM-DD. */
  today: string
}

/** Ids of the photographs that match, newest first. */
export async function listPhotographIds(db: Database, filter: PhotographFilter): Promise<number[]> {
  const { words, rights, use, lacks, before, limit, today } = filter
  const said = sql<string>`(caption || ' ' || alt || ' ' || credit || ' ' || coalesce(rights ->> 'holder', ''))`
  const until = sql<string>`rights ->> 'until'`
  let query = db.selectFrom('photographs').select('id')
  for (const word of words.split(/\s+/).filter(Boolean).slice(0, 8))
    query = query.where(said, 'ilike', `%${likeText(word)}%`)
  if (rights === 'ended') query = query.where(until, '<', today)
  if (rights === 'ending') query = query.where(until, '>=', today).where(until, '<=', daysAfter(today, 30))
  if (rights === 'none')
    query = query.where(sql<boolean>`coalesce(rights ->> 'holder', '') = '' and credit = ''`)
  if (use) query = query.where(sql<boolean>`photograph_is_used(id)`, '=', use === 'used')
  if (lacks === 'alt') query = query.where(sql<boolean>`btrim(alt) = ''`)
  if (lacks === 'credit') query = query.where(sql<boolean>`btrim(credit) = ''`)
  if (lacks === 'picture') query = query.where('state', 'in', ['failed', 'elsewhere'])
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** How many photographs that are used somewhere may not be shown any more. */
export async function countEndedRights(db: Database, today: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from photographs where rights ->> 'until' is not null and rights ->> 'until' < ${today}
        and photograph_is_used(id) limit 100) ended`.execute(db)
  return rows[0]?.n ?? 0
}

export interface PhotographUse {
  kind: 'story' | 'draft' | 'front' | 'author' | 'topic'
  /** Where it is edited. */
  href: string
  title: string
  /** True where this place has words of its own for it. */
  ownWords: boolean
}

/** Everywhere a photograph is shown, or will be. */
export async function listUses(db: Database, id: number): Promise<PhotographUse[]> {
  const { rows } = await sql<PhotographUse>`
    select 'story' as kind, '/newsroom/stories/' || p.story_id as href, p.headline as title,
      ${ownWords(sql.ref('r.content'), id)} as "ownWords"
    from published_stories p join revisions r on r.id = p.revision_id
    where photographs_of(r.content) @> array[${id}::bigint]
    union all
    select 'draft', '/newsroom/stories/' || s.id, coalesce(nullif(s.draft ->> 'headline', ''), '…'),
      ${ownWords(sql.ref('s.draft'), id)}
    from stories s where photographs_of(s.draft) @> array[${id}::bigint]
      and not exists (select 1 from published_stories p join revisions r on r.id = p.revision_id
        where p.story_id = s.id and photographs_of(r.content) @> array[${id}::bigint])
    union all
    select 'front', '/newsroom/fronts/' || f.slug, f.title, false from fronts f
    where jsonb_path_exists(f.live, '$.containers[*].slots[*].photographId ? (@ == $id)', jsonb_build_object('id', ${id}::bigint))
      or jsonb_path_exists(f.draft, '$.containers[*].slots[*].photographId ? (@ == $id)', jsonb_build_object('id', ${id}::bigint))
    union all
    select 'author', '/newsroom/publication/authors/' || a.id, a.name, false from authors a where a.photograph_id = ${id}
    union all
    select 'topic', '/newsroom/publication/topics/' || t.id, t.name, false from topics t where t.photograph_id = ${id}
    limit 200`.execute(db)
  return rows
}

/** Whether a story says a caption, a credit or an alternative text of its own where it shows the photograph. */
function ownWords(content: ReturnType<typeof sql.ref>, id: number) {
  return sql<boolean>`jsonb_path_exists(${content},
    '$.blocks[*].** ? (@.photographId == $id && (exists(@.caption ? (@ != null)) || exists(@.credit ? (@ != null)) || exists(@.alt ? (@ != null))))',
    jsonb_build_object('id', ${id}::bigint), true)
    or ((${content} #>> '{photograph,id}') = ${String(id)}
      and coalesce(${content} #>> '{photograph,caption}', ${content} #>> '{photograph,credit}', ${content} #>> '{photograph,alt}') is not null)`
}

export async function isUsed(db: Database, id: number): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select photograph_is_used(${id}) as used`.execute(db)
  return rows[0]?.used ?? false
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
