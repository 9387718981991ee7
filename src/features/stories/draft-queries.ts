import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors/errors.ts'
import type { Correction, PublishedStory } from './story.ts'

/** What a story's page shows that is not in its draft. */
export interface DraftFacts {
  kind: 'story' | 'page'
  feedId: string
  slug: string | null
  firstPublishedAt: Date | null
  updatedAt: Date | null
  corrections: Correction[]
  translations: PublishedStory['translations']
}

/** Throws NotFound for no such story. */
export async function findDraftFacts(db: Database, storyId: number): Promise<DraftFacts> {
  const story = await db
    .selectFrom('stories')
    .leftJoin('published_stories', 'published_stories.story_id', 'stories.id')
    .select(['stories.kind', 'stories.feed_id', 'published_stories.slug'])
    .select(['stories.first_published_at', 'stories.updated_at'])
    .select(
      sql<PublishedStory['translations']>`(
        select coalesce(json_agg(json_build_object('slug', p.slug, 'language', p.language, 'headline', p.headline)
          order by p.language), '[]')
        from stories s join published_stories p on p.story_id = s.id
        where s.id <> stories.id
          and (s.id = stories.translation_of or s.translation_of = coalesce(stories.translation_of, stories.id)))`.as(
        'translations',
      ),
    )
    .where('stories.id', '=', storyId)
    .executeTakeFirst()
  if (!story) throw new NotFound('There is no such story.')
  const corrections = await db
    .selectFrom('corrections')
    .select(['id', 'text', 'severity', 'placement', 'published_at as publishedAt', 'refers_to as refersTo'])
    .where('story_id', '=', storyId)
    .orderBy('published_at')
    .execute()
  return {
    kind: story.kind,
    feedId: story.feed_id,
    slug: story.slug,
    firstPublishedAt: story.first_published_at,
    updatedAt: story.updated_at,
    corrections,
    translations: story.translations,
  }
}
