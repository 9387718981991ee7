import type { Feed, FeedItem } from './feed.ts'

/** The feed as JSON Feed 1.1 (jsonfeed.org/version/1.1) with full content. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description || undefined,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    icon: feed.icon,
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.items.map(item),
  })
}

function item(one: FeedItem) {
  return {
    id: one.id,
    url: one.url,
    title: one.title,
    summary: one.summary || undefined,
    content_html: one.content,
    language: one.language,
    date_published: one.published.toISOString(),
    date_modified: one.updated.toISOString(),
    image: one.image?.url,
    authors: one.authors.length ? one.authors : undefined,
    tags: one.topics.length ? one.topics : undefined,
  }
}
