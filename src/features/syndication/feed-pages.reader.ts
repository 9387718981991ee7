import { NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { findAuthorBySlug } from '../authors/author.ts'
import { readPublication } from '../publication/publication.ts'
import { findTopicBySlug } from '../topics/topic.ts'
import { atom } from './atom.ts'
import { briefFeed } from './brief-feed.ts'
import { correctionFeed } from './correction-feed.ts'
import { type Feed, type FeedFormat, feedTypes } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'
import { storyFeed } from './story-feed.ts'

const write = { rss, atom, json: jsonFeed }

/** `/rss.xml`, `/atom.xml`, `/feed.json`: the newest stories. */
export function siteFeed(format: FeedFormat) {
  return async (_ask: Ask, house: House): Promise<Answer> => {
    const publication = await readPublication(house)
    const { name, description, tagline } = publication
    const about = { title: name, description: description || tagline, path: '/', query: {} }
    return answer(await storyFeed(house, { publication, ...about }), format)
  }
}

/** The newest stories on a topic. */
export function topicFeed(format: FeedFormat) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const topic = await findTopicBySlug(house.db, ask.params.slug ?? '')
    if (!topic) throw new NotFound()
    const publication = await readPublication(house)
    const made = await storyFeed(house, {
      publication,
      title: `${publication.name}: ${topic.name}`,
      description: topic.description,
      path: `/topics/${topic.slug}`,
      query: { topicId: topic.id },
    })
    return answer({ ...made, keys: [...made.keys, `topic:${topic.id}`] }, format)
  }
}

/** The newest stories by an author. */
export function authorFeed(format: FeedFormat) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const author = await findAuthorBySlug(house.db, ask.params.slug ?? '')
    if (!author) throw new NotFound()
    const publication = await readPublication(house)
    const made = await storyFeed(house, {
      publication,
      title: `${publication.name}: ${author.name}`,
      description: author.bio,
      path: `/authors/${author.slug}`,
      query: { authorId: author.id },
    })
    return answer({ ...made, keys: [...made.keys, `author:${author.id}`] }, format)
  }
}

/** `/news/rss.xml` and its like: the newest briefs. */
export function newsFeedFeed(format: FeedFormat) {
  return async (_ask: Ask, house: House): Promise<Answer> =>
    answer(await briefFeed(house, await readPublication(house)), format)
}

/** `/corrections/rss.xml` and its like: the newest corrections. */
export function correctionsFeed(format: FeedFormat) {
  return async (_ask: Ask, house: House): Promise<Answer> =>
    answer(await correctionFeed(house, await readPublication(house)), format)
}

function answer({ feed, keys }: { feed: Feed; keys: string[] }, format: FeedFormat): Answer {
  return {
    type: feedTypes[format],
    body: write[format](feed),
    keys,
    // A reader's own page may read a feed; nothing in it belongs to one person.
    headers: { 'access-control-allow-origin': '*', 'content-security-policy': "default-src 'none'; sandbox" },
  }
}
