import type { Feed, FeedItem } from './feed.ts'
import { document, element } from './xml.ts'

/** The feed as Atom 1.0 (RFC 4287) with full content. */
export function atom(feed: Feed): string {
  return document(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.self.atom),
      element('title', {}, feed.title),
      feed.description && element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated.toISOString()),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self.atom }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      element('icon', {}, feed.icon),
      element('author', {}, element('name', {}, feed.publisher)),
      element('generator', {}, 'Masthead'),
      feed.items.map(entry),
    ),
  )
}

function entry(one: FeedItem) {
  return element(
    'entry',
    { 'xml:lang': one.language },
    element('id', {}, one.id),
    element('title', {}, one.title),
    element('link', { rel: 'alternate', type: 'text/html', href: one.url }),
    one.image &&
      element('link', {
        rel: 'enclosure',
        type: one.image.mime,
        href: one.image.url,
        length: one.image.bytes,
      }),
    element('published', {}, one.published.toISOString()),
    element('updated', {}, one.updated.toISOString()),
    one.authors.map(author =>
      element('author', {}, element('name', {}, author.name), element('uri', {}, author.url)),
    ),
    one.topics.map(topic => element('category', { term: topic })),
    one.summary && element('summary', { type: 'text' }, one.summary),
    element('content', { type: 'html' }, one.content),
  )
}
