import { ids, type Transaction } from '../../platform/database/database.ts'
import { countWords, readBlocks, readingMinutes } from './blocks/blocks.ts'
import type { StoryContent } from './story.ts'

export interface Projection {
  storyId: number
  revisionId: number
  kind: 'story' | 'page'
  content: StoryContent
  publishedAt: Date
  updatedAt: Date | null
}

/**
 * Writes what readers' pages and lists show of one published story. Only publishing actions call it, in their
 * transaction: whatever has no projection is on no page, in no feed and in no search result.
 */
export async function projectStory(tx: Transaction, projection: Projection): Promise<void> {
  await takeDownProjection(tx, projection.storyId)
  await projectStories(tx, [projection])
}

/** The same for many stories that have no projection yet, in few statements; an import's way. */
export async function projectStories(tx: Transaction, projections: readonly Projection[]): Promise<void> {
  if (projections.length === 0) return
  await tx.insertInto('published_stories').values(projections.map(rowOf)).execute()
  const topics = projections.flatMap(({ storyId, publishedAt, content }) =>
    [...new Set(content.topics)].map(id => ({ topic_id: id, published_at: publishedAt, story_id: storyId })),
  )
  const authors = projections.flatMap(({ storyId, publishedAt, content }) =>
    [...new Set(content.authors)].map(id => ({
      author_id: id,
      published_at: publishedAt,
      story_id: storyId,
    })),
  )
  if (topics.length) await tx.insertInto('published_story_topics').values(topics).execute()
  if (authors.length) await tx.insertInto('published_story_authors').values(authors).execute()
}

/** Takes a story off every page, list, feed and search result. */
export async function takeDownProjection(tx: Transaction, storyId: number): Promise<void> {
  await tx.deleteFrom('published_stories').where('story_id', '=', storyId).execute()
}

function rowOf({ storyId, revisionId, kind, content, publishedAt, updatedAt }: Projection) {
  const words = countWords(readBlocks(content.blocks), content.language)
  return {
    story_id: storyId,
    revision_id: revisionId,
    slug: content.slug,
    kind,
    headline: content.headline,
    standfirst: content.standfirst,
    label: content.label,
    language: content.language,
    published_at: publishedAt,
    updated_at: updatedAt,
    photograph_id: content.photograph?.id ?? null,
    primary_topic_id: content.topics[0] ?? null,
    topic_ids: ids(content.topics),
    author_ids: ids(content.authors),
    words,
    minutes: readingMinutes(words),
  }
}
