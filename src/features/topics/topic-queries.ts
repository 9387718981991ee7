import type { Selectable } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { TopicsTable } from '../../platform/database/schema.ts'
import type { Topic } from './topic.ts'

/** The topics with these ids, by id; ids that do not exist are missing. */
export async function findTopics(db: Database, ids: readonly number[]): Promise<Map<number, Topic>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topics')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, topicFrom(row)]))
}

export async function findTopicBySlug(db: Database, slug: string): Promise<Topic | null> {
  const row = await db.selectFrom('topics').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row ? topicFrom(row) : null
}

/** All topics that a published story is about, by name: what is only prepared is no reader’s business yet. */
export async function listTopics(db: Database): Promise<Topic[]> {
  const rows = await db
    .selectFrom('topics')
    .selectAll()
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('published_story_topics')
          .select('topic_id')
          .whereRef('published_story_topics.topic_id', '=', 'topics.id'),
      ),
    )
    .orderBy('name')
    .execute()
  return rows.map(topicFrom)
}

function topicFrom(row: Selectable<TopicsTable>): Topic {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    photographId: row.photograph_id,
  }
}
