import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { publishedText } from '../stories/story.ts'
import { configurationFor } from './search.ts'

const batch = 100
/** A tsvector holds a megabyte; nobody searches for a word that first comes after this many letters. */
const mostLetters = 120_000

/** Indexes one published story, or with no id every one whose newest revision is not indexed yet. */
export const indexStoriesJob: JobKind<{ storyId?: number }> = {
  name: 'index-stories',
  schema: z.object({ storyId: z.int().optional() }),
  expireInSeconds: 3600,
  async run({ storyId }, house) {
    for (let after = 0; ; ) {
      const ids = await unindexed(house.db, { storyId, after })
      if (ids.length === 0) return
      await house.db.transaction().execute(tx => indexStories(tx, ids))
      after = ids.at(-1)!
    }
  },
}

/** Finds what a lost job left out of the index. */
export const sweepIndexJob: JobKind<Record<string, never>> = {
  name: 'sweep-index',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  run: (_data, house) => indexStoriesJob.run({}, house),
}

/** Forgets words that no published story has (any more): those of a story that was removed must not be proposed. */
export const forgetWordsJob: JobKind<Record<string, never>> = {
  name: 'forget-words',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  expireInSeconds: 3600,
  async run(_data, { db }) {
    await sql`
      delete from search_words where not exists (
        select from (select distinct unnest(tsvector_to_array(document)) as word from story_search) kept
        where kept.word = search_words.word)`.execute(db)
  },
}

async function unindexed(
  db: Database,
  { storyId, after }: { storyId?: number; after: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('published_stories')
    .leftJoin('story_search', 'story_search.story_id', 'published_stories.story_id')
    .select('published_stories.story_id')
    .where(eb =>
      eb.or([
        eb('story_search.revision_id', 'is', null),
        eb('story_search.revision_id', '<>', eb.ref('published_stories.revision_id')),
      ]),
    )
    .$if(storyId !== undefined, query => query.where('published_stories.story_id', '=', storyId!))
    .where('published_stories.story_id', '>', after)
    .orderBy('published_stories.story_id')
    .limit(batch)
    .execute()
  return rows.map(row => row.story_id)
}

/** Writes the index rows of published stories, and the words they bring. */
export async function indexStories(tx: Transaction, ids: readonly number[]): Promise<void> {
  const stories = await publishedText(tx, ids)
  if (stories.length === 0) return
  const rows = stories.map(story => {
    const configuration = sql`${configurationFor(story.language)}::regconfig`
    const body = story.text.slice(0, mostLetters)
    const document = sql.join(
      [
        weighed(story.headline, 'A', configuration),
        weighed(story.standfirst, 'B', configuration),
        weighed(body, 'D', configuration),
      ],
      sql` || `,
    )
    return sql`(${story.storyId}::bigint, ${story.revisionId}::bigint, ${story.publishedAt}::timestamptz, ${story.language}, ${configuration}, ${body}, ${document})`
  })
  await sql`
    insert into story_search (story_id, revision_id, published_at, language, configuration, body, document)
    values ${sql.join(rows)}
    on conflict (story_id) do update set revision_id = excluded.revision_id, published_at = excluded.published_at,
      language = excluded.language, configuration = excluded.configuration, body = excluded.body,
      document = excluded.document`.execute(tx)
  // Looked for first: most words are known, and trying to insert one costs ten times as much as not finding it.
  await sql`
    insert into search_words (word)
    select word from (
      select distinct word from published_stories p join story_search s using (story_id),
        unnest(tsvector_to_array(to_tsvector('masthead_simple', p.headline || ' ' || p.standfirst || ' ' || s.body))) as word
      where p.story_id = any(${[...ids]}::bigint[]) and length(word) between 3 and 40 and word !~ '[0-9]'
    ) words
    where not exists (select from search_words known where known.word = words.word)
    order by word
    on conflict do nothing`.execute(tx)
}

/** Each text in the word forms of its language and as it is written, so that an exact word is found in any language. */
function weighed(
  text: string,
  weight: 'A' | 'B' | 'D',
  configuration: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const letter = sql.lit(weight)
  return sql`setweight(to_tsvector(${configuration}, ${text}::text), ${letter}) || setweight(to_tsvector('masthead_simple', ${text}::text), ${letter})`
}
