import type { Feed, FeedItem } from './feed.ts'
import { cdata, document, element } from './xml.ts'

const namespaces = {
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** The feed as RSS 2.0 (rssboard.org/rss-specification) with full content, authors by name and Media RSS pictures. */
export function rss(feed: Feed): string {
  return document(
    element(
      'rss',
      { version: '2.0', ...namespaces },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.page),
        element('description', {}, feed.description || feed.title),
        element('language', {}, feed.language.toLowerCase()),
        element('lastBuildDate', {}, feed.updated.toUTCString()),
        element('generator', {}, 'Masthead'),
        element('atom:link', { href: feed.self.rss, rel: 'self', type: 'application/rss+xml' }),
        element(
          'image',
          {},
          element('url', {}, feed.icon),
          element('title', {}, feed.title),
          element('link', {}, feed.page),
        ),
        feed.items.map(item),
      ),
    ),
  )
}

function item(one: FeedItem) {
  return element(
    'item',
    {},
    element('title', {}, one.title),
    element('link', {}, one.url),
    element('guid', { isPermaLink: 'false' }, one.id),
    element('pubDate', {}, one.published.toUTCString()),
    one.updated > one.published && element('atom:updated', {}, one.updated.toISOString()),
    one.authors.map(author => element('dc:creator', {}, author.name)),
    element('dc:language', {}, one.language),
    one.topics.map(topic => element('category', {}, topic)),
    one.summary && element('description', {}, one.summary),
    element('content:encoded', {}, cdata(one.content)),
    one.image &&
      element(
        'media:content',
        {
          url: one.image.url,
          medium: 'image',
          type: one.image.mime,
          width: one.image.width,
          height: one.image.height,
          fileSize: one.image.bytes,
        },
        one.image.alt && element('media:description', { type: 'plain' }, one.image.alt),
        one.image.credit && element('media:credit', { role: 'photographer' }, one.image.credit),
      ),
  )
}
