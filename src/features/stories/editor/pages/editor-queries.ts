import { sql } from 'kysely'
import type { Database } from '../../../../platform/database/database.ts'
import { likeText } from '../../../../platform/database/like-pattern.ts'
import { Gone, NotFound } from '../../../../platform/errors/errors.ts'
import type { Choice, Translation } from '../editor-facts.ts'

export interface EditorStory {
  id: number
  feedId: string
  kind: 'story' | 'page'
  state: string
  firstPublishedAt: Date | null
  updatedAt: Date | null
  /** Where readers find it, or found it last. */
  publishedSlug: string | null
}

/** What the editor has to know of a story besides its text. Throws NotFound, Gone. */
export async function findEditorStory(db: Database, storyId: number): Promise<EditorStory> {
  const row = await db
    .selectFrom('stories')
    .leftJoin('published_stories', 'published_stories.story_id', 'stories.id')
    .select(['stories.id', 'stories.feed_id', 'stories.kind', 'stories.state', 'stories.removed_at'])
    .select(['stories.first_published_at', 'stories.updated_at', 'published_stories.slug'])
    .select(
      sql<string | null>`(select s.slug from story_slugs s where s.story_id = stories.id
        order by s.since desc limit 1)`.as('last_slug'),
    )
    .where('stories.id', '=', storyId)
    .executeTakeFirst()
  if (!row) throw new NotFound('There is no such story.')
  if (row.removed_at) throw new Gone('The text of this story was removed for good.')
  return {
    id: row.id,
    feedId: row.feed_id,
    kind: row.kind,
    state: row.state,
    firstPublishedAt: row.first_published_at,
    updatedAt: row.updated_at,
    publishedSlug: row.slug ?? row.last_slug,
  }
}

/** The same story in other languages, published or not, by language. */
export async function listTranslations(db: Database, storyId: number): Promise<Translation[]> {
  const { rows } = await sql<Translation>`
    select other.id, other.draft ->> 'language' as language, other.draft ->> 'headline' as headline,
      other.state = 'published' as published
    from stories one join stories other
      on other.id = one.translation_of or other.translation_of = coalesce(one.translation_of, one.id)
    where one.id = ${storyId} and other.id <> one.id
    order by 2, 1`.execute(db)
  return rows
}

/** The story that translations of this one are translations of: itself, or its own original. */
export async function originalOf(db: Database, storyId: number): Promise<number> {
  const row = await db
    .selectFrom('stories')
    .select('translation_of')
    .where('id', '=', storyId)
    .executeTakeFirst()
  return row?.translation_of ?? storyId
}

/** Links two stories as the same in two languages, or takes the link away (null). */
export async function linkTranslation(db: Database, storyId: number, original: number | null): Promise<void> {
  await db.updateTable('stories').set({ translation_of: original }).where('id', '=', storyId).execute()
}

export async function hasTranslations(db: Database, storyId: number): Promise<boolean> {
  const row = await db
    .selectFrom('stories')
    .select('id')
    .where('translation_of', '=', storyId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The languages of these stories, as they are being written. */
export async function linkedLanguages(db: Database, storyIds: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ language: string | null }>`
    select distinct draft ->> 'language' as language from stories
    where id = any(${[...storyIds]}::bigint[])`.execute(db)
  return rows.flatMap(({ language }) => language || [])
}

/** Authors or topics by their numbers, in the order asked for. */
export async function namesOf(
  db: Database,
  table: 'authors' | 'topics',
  ids: readonly number[],
): Promise<Choice[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Authors or topics whose name has a word that begins so; those that begin so themselves first. */
export async function searchNames(
  db: Database,
  table: 'authors' | 'topics',
  words: string,
): Promise<Choice[]> {
  const start = `${likeText(words)}%`
  return db
    .selectFrom(table)
    .select(['id', 'name'])
    .where(eb =>
      eb.or([eb('name', 'ilike', start), eb('name', 'ilike', `% ${start}`), eb('slug', 'ilike', start)]),
    )
    .orderBy(sql`name ilike ${start}`, 'desc')
    .orderBy('name')
    .limit(12)
    .execute()
}

/** Published stories whose headline has these words, newest first; all the newest where no word is given. */
export async function searchStories(
  db: Database,
  options: { words: string; without: number },
): Promise<{ id: number; headline: string; publishedAt: Date }[]> {
  let query = db
    .selectFrom('published_stories')
    .select(['story_id as id', 'headline', 'published_at as publishedAt'])
    .where('kind', '=', 'story')
    .where('story_id', '<>', options.without)
  for (const word of wordsIn(options.words)) query = query.where('headline', 'ilike', `%${likeText(word)}%`)
  return query.orderBy('published_at', 'desc').limit(8).execute()
}

/** Stories of any state, by headline, that could be the same in another language. */
export async function searchAnyStory(
  db: Database,
  options: { words: string; without: number },
): Promise<Translation[]> {
  const match = wordsIn(options.words).map(word => `%${likeText(word)}%`)
  const { rows } = await sql<Translation>`
    select id, draft ->> 'language' as language, draft ->> 'headline' as headline, state = 'published' as published
    from stories
    where id <> ${options.without} and removed_at is null and draft ->> 'headline' ilike all (${match}::text[])
    order by draft_updated_at desc limit 8`.execute(db)
  return rows
}

/** Photographs whose words have these words, newest first. */
export async function searchPhotographs(db: Database, words: string): Promise<number[]> {
  let query = db.selectFrom('photographs').select('id').where('state', 'in', ['ready', 'pending'])
  for (const word of wordsIn(words)) {
    const like = `%${likeText(word)}%`
    query = query.where(eb =>
      eb.or([eb('caption', 'ilike', like), eb('credit', 'ilike', like), eb('alt', 'ilike', like)]),
    )
  }
  const rows = await query.orderBy('id', 'desc').limit(24).execute()
  return rows.map(row => row.id)
}

/** Whose an address is, where it is somebody's. */
export async function slugOwner(db: Database, slug: string): Promise<number | null> {
  const row = await db
    .selectFrom('story_slugs')
    .select('story_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.story_id ?? null
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).slice(0, 8)
}
