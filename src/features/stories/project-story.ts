import type { ExpressionBuilder } from 'kysely'
import { ids, type Transaction } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { currentTopicIds } from '../topics/topic.ts'
import { countWords, readBlocks } from './blocks/blocks.ts'
import { readingMinutes } from './blocks/count-words.ts'
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
  const { storyId } = projection
  await tx.deleteFrom('published_story_topics').where('story_id', '=', storyId).execute()
  await tx.deleteFrom('published_story_authors').where('story_id', '=', storyId).execute()
  await projectStories(tx, [projection])
}

/** The same for many stories of which no topics and authors are projected yet, in few statements; an import's way. */
export async function projectStories(tx: Transaction, projections: readonly Projection[]): Promise<void> {
  if (projections.length === 0) return
  await writeProjections(tx, await underCurrentTopics(tx, projections))
}

/** A draft or an old revision may still name a topic that has been merged into another. */
async function underCurrentTopics(
  tx: Transaction,
  projections: readonly Projection[],
): Promise<readonly Projection[]> {
  const merged = await currentTopicIds(
    tx,
    projections.flatMap(({ content }) => content.topics),
  )
  if (merged.size === 0) return projections
  return projections.map(projection => {
    const topics = projection.content.topics.map(id => merged.get(id) ?? id)
    return { ...projection, content: { ...projection.content, topics: [...new Set(topics)] } }
  })
}

async function writeProjections(tx: Transaction, projections: readonly Projection[]): Promise<void> {
  await tx
    .insertInto('published_stories')
    .values(projections.map(rowOf))
    .onConflict(conflict => conflict.column('story_id').doUpdateSet(eb => replaced(eb)))
    .execute()
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

const columns = [
  'revision_id',
  'slug',
  'kind',
  'headline',
  'standfirst',
  'label',
  'language',
  'published_at',
  'updated_at',
  'photograph_id',
  'primary_topic_id',
  'topic_ids',
  'author_ids',
  'words',
  'minutes',
] as const

/** Every column but the story's id, as the new row has it. */
function replaced(eb: ExpressionBuilder<Schema & { excluded: Schema['published_stories'] }, 'excluded'>) {
  return Object.fromEntries(columns.map(column => [column, eb.ref(`excluded.${column}`)]))
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
