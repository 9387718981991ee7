import type { Database } from '../../platform/database/database.ts'
import { listStories } from '../stories/story.ts'
import { findTopics } from '../topics/topic.ts'
import { type FrontContent, frontContent } from './front.ts'

const looked = 60
const mostTopics = 4

/**
 * The front of a publication whose editors have not made one yet, an imported archive for instance: the newest
 * stories large, then as a river, then a container for each of the topics that are written about most these days.
 */
export async function firstFront(db: Database, titles: { latest: string }): Promise<FrontContent> {
  const newest = await listStories(db, { limit: looked })
  const counts = Map.groupBy(newest, story => story.topic?.id)
  const topicIds = [...counts]
    .filter(([id, stories]) => id !== undefined && stories.length > 1)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, mostTopics)
    .map(([id]) => id!)
  const topics = await findTopics(db, topicIds)
  return frontContent.parse({
    containers: [
      { id: 'lead', layout: 'lead', size: 3, slots: [], fill: {} },
      { id: 'latest', layout: 'river', title: titles.latest, href: '/archive', size: 8, slots: [], fill: {} },
      ...topicIds.map((topicId, i) => ({
        id: `topic-${topicId}`,
        layout: i % 2 === 0 ? 'grid' : 'list',
        title: topics.get(topicId)!.name.slice(0, 120),
        href: `/topics/${topics.get(topicId)!.slug}`,
        size: 5,
        slots: [],
        fill: { topicId },
      })),
    ],
  })
}
