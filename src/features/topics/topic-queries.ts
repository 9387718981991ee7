import { type Selectable, sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { TopicsTable } from '../../platform/database/schema.ts'
import type { Topic } from './topic.ts'

/** The topics with these ids, by id; ids that do not exist are missing, and one that was merged gives the topic it went into. */
export async function findTopics(db: Database, ids: readonly number[]): Promise<Map<number, Topic>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topics as asked')
    .innerJoin('topics as topic', join =>
      join.on(sql<boolean>`topic.id = coalesce(asked.merged_into, asked.id)`),
    )
    .selectAll('topic')
    .select('asked.id as asked_id')
    .where('asked.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.asked_id, topicFrom(row)]))
}

/** The ids under which stories are listed now: merged topics give the one they went into, and none comes twice. */
export async function currentTopicIds(db: Database, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topics')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...ids])
    .where('merged_into', 'is not', null)
    .execute()
  return new Map(rows.map(row => [row.id, row.merged_into!]))
}

export async function findTopicBySlug(db: Database, slug: string): Promise<Topic | null> {
  const row = await db
    .selectFrom('topics')
    .selectAll()
    .where('slug', '=', slug)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
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

/** Every topic there is, used or not, for those who write. */
export async function listAllTopics(db: Database): Promise<Topic[]> {
  const rows = await db
    .selectFrom('topics')
    .selectAll()
    .where('merged_into', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(topicFrom)
}

/** The same with how many published stories and drafts each has. */
export async function listTopicsWithCounts(
  db: Database,
): Promise<(Topic & { published: number; drafts: number })[]> {
  // What is not published is little beside the archive, and is counted for all topics in one walk.
  // A draft that names a topic merged since means the one it was merged into.
  const begun = sql<{ topic_id: number; drafts: number }>`(
    select coalesce(named.merged_into, named.id) as topic_id, count(distinct story_id)::int as drafts
    from story_list, unnest(topic_ids) as topic join topics named on named.id = topic
    where state in ('draft', 'in-review', 'ready', 'scheduled') group by 1)`
  const rows = await db
    .selectFrom('topics')
    .leftJoin(begun.as('begun'), 'begun.topic_id', 'topics.id')
    .selectAll('topics')
    .select([
      sql<number>`(select count(*)::int from published_story_topics p where p.topic_id = topics.id)`.as(
        'published',
      ),
      sql<number>`coalesce(begun.drafts, 0)`.as('drafts'),
    ])
    .where('merged_into', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...topicFrom(row), published: row.published, drafts: row.drafts }))
}

/** Locks a topic that is still one of its own; undefined where there is none. */
export async function lockTopic(tx: Transaction, id: number): Promise<Topic | undefined> {
  const row = await tx
    .selectFrom('topics')
    .selectAll()
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && topicFrom(row)
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
