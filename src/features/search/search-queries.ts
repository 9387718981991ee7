import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { configurationFor, type Hit, likeliest, type Passage, type SearchResult } from './search.ts'

export interface SearchQuery {
  q: string
  topicId?: number
  authorId?: number
  language?: string
  from?: Date
  until?: Date
  page: number
  /** Whose word forms are known beside the words themselves. */
  publicationLanguage: string
}

export const hitsPerPage = 12
/** Of very many matches the newest, twelve pages of them, are weighed against one another, so a common word costs no more than a rare one. */
const mostWeighed = 144

/** Reading a story's words takes about 14 times as long as finding it by one; `mostWeighed` have to be found. */
const readingCost = 14 * mostWeighed

const start = '\u0002'
const stop = '\u0003'
const options = `StartSel=${start}, StopSel=${stop}`

/** Published stories that match, best first; where nothing does, those that match what was probably meant. */
export async function searchStories(db: Database, query: SearchQuery): Promise<SearchResult> {
  const found = await findHits(db, query)
  if (found.hits.length > 0 || query.page > 1) return { ...found, correctedTo: null }
  const corrected = await correct(db, query.q)
  if (corrected === null) return { ...found, correctedTo: null }
  const again = await findHits(db, { ...query, q: corrected })
  return again.hits.length > 0 ? { ...again, correctedTo: corrected } : { ...found, correctedTo: null }
}

async function findHits(db: Database, query: SearchQuery): Promise<{ hits: Hit[]; more: boolean }> {
  const { q, topicId, authorId, language, from, until, page, publicationLanguage } = query
  const words = sql`(websearch_to_tsquery(${configurationFor(language ?? publicationLanguage)}::regconfig, ${q})
    || websearch_to_tsquery('masthead_simple', ${q}))`
  const conditions = [
    // Written out, not taken from `wanted`: so the planner sees how common the words are.
    sql`s.document @@ ${words}`,
    ...(language ? [sql`s.language = ${language}`] : []),
    ...(from ? [sql`s.published_at >= ${from}`] : []),
    ...(until ? [sql`s.published_at < ${until}`] : []),
    ...(topicId === undefined
      ? []
      : [
          sql`exists (select 1 from published_story_topics t where t.story_id = s.story_id and t.topic_id = ${topicId})`,
        ]),
    ...(authorId === undefined
      ? []
      : [
          sql`exists (select 1 from published_story_authors a where a.story_id = s.story_id and a.author_id = ${authorId})`,
        ]),
  ]
  const matching = sql`select s.story_id, s.published_at, s.document from story_search s where ${sql.join(conditions, sql` and `)}`
  const how = (await isCommon(db, matching)) ? sql`not materialized` : sql`materialized`
  const { rows } = await sql<{ story_id: number; headline: string; standfirst: string; body: string }>`
    with wanted as materialized (select ${words} as query),
    matching as ${how} (${matching}),
    newest as materialized (
      select * from matching order by published_at desc limit ${mostWeighed}
    ),
    best as materialized (
      select story_id, ts_rank('{0.05, 0.1, 0.5, 1}', document, wanted.query, 1)
        / (1 + extract(epoch from now() - published_at)::float8 / 31557600 * 0.2) as score
      from newest, wanted
      order by score desc, story_id desc
      limit ${hitsPerPage + 1} offset ${(page - 1) * hitsPerPage}
    )
    select best.story_id,
      ts_headline(s.configuration, p.headline, wanted.query, ${`${options}, HighlightAll=true`}) as headline,
      ts_headline(s.configuration, p.standfirst, wanted.query, ${`${options}, HighlightAll=true`}) as standfirst,
      ts_headline(s.configuration, left(s.body, 12000), wanted.query,
        ${`${options}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "`}) as body
    from best
    join story_search s using (story_id)
    join published_stories p using (story_id), wanted
    order by best.score desc, best.story_id desc`.execute(db)
  const hits = rows.slice(0, hitsPerPage).map(row => ({
    storyId: row.story_id,
    headline: passagesOf(row.headline),
    passages: passagesOf(bestPassage(row)),
  }))
  return { hits, more: rows.length > hitsPerPage }
}

/**
 * Whether so many stories match that the newest of them are found sooner by going back through time and reading each
 * story's words than by looking all of them up. It is what the planner expects: it knows how common the words are, but
 * not how long it takes to read a story's words.
 */
async function isCommon(db: Database, matching: RawBuilder<unknown>): Promise<boolean> {
  const [plan, table] = await Promise.all([
    sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`explain (format json) ${matching}`.execute(db),
    sql<{ stories: number }>`
      select greatest(reltuples, 0)::float8 as stories from pg_class where oid = 'story_search'::regclass`.execute(
      db,
    ),
  ])
  const expected = plan.rows[0]!['QUERY PLAN'][0].Plan['Plan Rows']
  return expected ** 2 > readingCost * table.rows[0]!.stories
}

/** The body where the words are, else the standfirst. */
function bestPassage({ standfirst, body }: { standfirst: string; body: string }): string {
  if (standfirst.includes(start) || !body.includes(start)) return standfirst || body
  return body
}

function passagesOf(text: string): Passage[] {
  return text.split(new RegExp(`(${start}[^${stop}]*${stop})`)).flatMap((part): Passage[] => {
    if (part === '') return []
    return part.startsWith(start)
      ? [{ text: part.slice(1, -1), found: true }]
      : [{ text: part, found: false }]
  })
}

/**
 * A word with each two neighbours swapped, and with each letter left out: what it was, where two letters changed places
 * or one came in. They are looked for as they are, which takes no time; swaps leave too few letter triples alike for `%`
 * to see anyway.
 */
function oneSlipBack(word: string): string[] {
  const letters = [...word]
  const without = (i: number, count: number, instead: string[]) =>
    [...letters.slice(0, i), ...instead, ...letters.slice(i + count)].join('')
  return letters.flatMap((letter, i) => {
    const next = letters[i + 1]
    return next === undefined ? [without(i, 1, [])] : [without(i, 1, []), without(i, 2, [next, letter])]
  })
}

/** The query with each word that no story has replaced by the likeliest one that some story has; null for no change. */
async function correct(db: Database, q: string): Promise<string | null> {
  const words = [...new Set(q.toLowerCase().match(/[\p{L}\p{N}]{3,40}/gu) ?? [])].slice(0, 8)
  let corrected = q.toLowerCase()
  for (const word of words) {
    const near = await wordsWhere(
      db,
      word,
      sql`word = plain(${word}) or word = any(${oneSlipBack(word)}::text[])`,
    )
    if (near[0]?.same) continue
    const better =
      likeliest(word, wordsOf(near)) ??
      likeliest(word, wordsOf(await wordsWhere(db, word, sql`word % plain(${word})`)))
    if (better) corrected = corrected.replaceAll(word, better)
  }
  return corrected === q.toLowerCase() ? null : corrected
}

interface KnownWord {
  word: string
  same: boolean
}

/** Words of stories, the most alike first. */
async function wordsWhere(db: Database, word: string, condition: RawBuilder<unknown>): Promise<KnownWord[]> {
  const { rows } = await sql<KnownWord>`
    select word, word = plain(${word}) as same from search_words where ${condition}
    order by same desc, similarity(word, plain(${word})) desc, word limit 24`.execute(db)
  return rows
}

function wordsOf(rows: readonly KnownWord[]): string[] {
  return rows.map(({ word }) => word)
}
