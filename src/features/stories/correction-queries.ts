import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { Correction } from './story.ts'
import type { Place } from './story-queries.ts'

export interface ListedCorrection extends Correction {
  story: { slug: string; headline: string; language: string; feedId: string }
}

/** Corrections of published stories, newest first. `before` is a place in this list: its time and correction. */
export async function listCorrections(
  db: Database,
  { before, limit }: { before?: Place; limit: number },
): Promise<ListedCorrection[]> {
  const rows = await db
    .selectFrom('corrections')
    .innerJoin('published_stories', 'published_stories.story_id', 'corrections.story_id')
    .innerJoin('stories', 'stories.id', 'corrections.story_id')
    .select(['corrections.id', 'text', 'severity', 'placement', 'corrections.published_at', 'refers_to'])
    .select(['slug', 'headline', 'language', 'feed_id'])
    .$if(before !== undefined, query =>
      query.where(
        sql<boolean>`(corrections.published_at, corrections.id) < (${before!.publishedAt}, ${before!.storyId})`,
      ),
    )
    .orderBy('corrections.published_at', 'desc')
    .orderBy('corrections.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ slug, headline, language, feed_id, published_at, refers_to, ...correction }) => ({
    ...correction,
    publishedAt: published_at,
    refersTo: refers_to,
    story: { slug, headline, language, feedId: feed_id },
  }))
}
