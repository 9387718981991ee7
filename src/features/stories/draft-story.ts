import type { House } from '../../platform/house.ts'
import { findAuthors } from '../authors/author.ts'
import { findPhotographs } from '../media/photograph.ts'
import { findTopics } from '../topics/topic.ts'
import { countWords, readBlocks } from './blocks/blocks.ts'
import { readingMinutes } from './blocks/count-words.ts'
import { findDraftFacts } from './draft-queries.ts'
import type { PublishedStory, StoryContent } from './story.ts'

/**
 * A story as readers would have it if this text were published now. What was never published takes this moment for its
 * time. Throws NotFound for no such story.
 */
export async function draftStory(
  house: Pick<House, 'db' | 'clock'>,
  storyId: number,
  content: StoryContent,
): Promise<PublishedStory> {
  const [facts, authors, topics, photographs] = await Promise.all([
    findDraftFacts(house.db, storyId),
    findAuthors(house.db, content.authors),
    findTopics(house.db, content.topics),
    findPhotographs(house.db, content.photograph ? [content.photograph.id] : []),
  ])
  const words = countWords(readBlocks(content.blocks), content.language)
  const named = content.topics.flatMap(id => topics.get(id) ?? [])
  return {
    id: storyId,
    slug: content.slug || facts.slug || 'preview',
    kind: facts.kind,
    headline: content.headline,
    standfirst: content.standfirst,
    label: content.label,
    language: content.language,
    publishedAt: facts.firstPublishedAt ?? house.clock.now(),
    updatedAt: facts.updatedAt,
    minutes: readingMinutes(words),
    words,
    topic: named[0] ?? null,
    photograph: (content.photograph && photographs.get(content.photograph.id)) ?? null,
    feedId: facts.feedId,
    revision: 0,
    content,
    authors: content.authors.flatMap(id => authors.get(id) ?? []),
    topics: named,
    corrections: facts.corrections,
    translations: facts.translations,
  }
}
