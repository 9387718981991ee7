import { formatDate } from '../../design/dates.ts'
import type { PhotographData } from '../../design/photograph-data.ts'
import type { House } from '../../platform/house.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import type { Publication } from '../publication/publication.ts'
import { feedHtml, type ListQuery, listWholeStories, type PublishedStory } from '../stories/story.ts'
import { type Feed, type FeedItem, feedFiles } from './feed.ts'

const feedLength = 30

export interface StoryFeedOptions {
  publication: Publication
  title: string
  description: string
  /** Path of the page it goes with, "/" or "/topics/harbour". */
  path: string
  query: Omit<ListQuery, 'limit'>
}

/** The newest stories of a list as a feed, with their keys for the press. */
export async function storyFeed(
  house: Pick<House, 'db' | 'config'>,
  options: StoryFeedOptions,
): Promise<{ feed: Feed; keys: string[] }> {
  const { publication, title, description, path, query } = options
  const { siteUrl } = publication
  const stories = await listWholeStories(house.db, { ...query, limit: feedLength })
  const contents = await feedHtml(house, stories, {
    language: publication.language,
    date: at => formatDate(at, publication),
  })
  const items = stories.map((story, i) => itemOf(publication, story, contents[i]!))
  const folder = path === '/' ? siteUrl : webAddress(siteUrl, path)
  return {
    feed: {
      title,
      description,
      language: publication.language,
      page: webAddress(siteUrl, path),
      self: {
        rss: `${folder}/${feedFiles.rss}`,
        atom: `${folder}/${feedFiles.atom}`,
        json: `${folder}/${feedFiles.json}`,
      },
      icon: `${siteUrl}/icon-512.png`,
      publisher: publication.name,
      updated: new Date(Math.max(0, ...items.map(item => item.updated.getTime()))),
      items,
    },
    // Bodies show photographs and other stories of every kind, so each change of one prints the feeds again.
    keys: ['publication', 'stories', 'photographs'],
  }
}

function itemOf(publication: Publication, story: PublishedStory, content: string): FeedItem {
  const { siteUrl } = publication
  const times = [story.publishedAt, story.updatedAt, ...story.corrections.map(each => each.publishedAt)]
  return {
    id: story.feedId,
    url: webAddress(siteUrl, `/${story.slug}`),
    title: story.headline,
    summary: story.standfirst,
    content,
    language: story.language,
    published: story.publishedAt,
    updated: new Date(Math.max(...times.map(time => time?.getTime() ?? 0))),
    authors: story.authors.map(author => ({
      name: author.name,
      url: webAddress(siteUrl, `/authors/${author.slug}`),
    })),
    topics: story.topics.map(topic => topic.name),
    image: imageOf(siteUrl, story.photograph, story),
  }
}

function imageOf(
  siteUrl: string,
  photograph: PhotographData | null,
  { content }: PublishedStory,
): FeedItem['image'] {
  if (!photograph || photograph.state === 'elsewhere' || photograph.state === 'failed') return null
  const best = photograph.renditions
    .filter(each => each.format === 'jpeg' && each.width <= 1280)
    .sort((a, b) => b.width - a.width)[0]
  const src = best?.src ?? photograph.src
  return {
    url: new URL(src, siteUrl).href,
    // What has transparent parts has PNG in place of JPEG.
    mime: src.endsWith('.png') ? 'image/png' : 'image/jpeg',
    width: best?.width,
    height: best?.height,
    alt: content.photograph?.alt ?? photograph.alt,
    credit: content.photograph?.credit ?? photograph.credit,
  }
}
