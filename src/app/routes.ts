import { join } from 'node:path'
import { frontPage } from '../features/fronts/front-page.reader.tsx'
import { briefPage, newsPage } from '../features/live/brief-pages.reader.tsx'
import { newsStream } from '../features/live/brief-stream.ts'
import { serveMedia } from '../features/media/media-pages.reader.ts'
import { chooseTheme, newsroomHome, shortcutsPage } from '../features/newsroom/newsroom-pages.newsroom.tsx'
import { searchPage } from '../features/search/search-pages.reader.tsx'
import { correctionsPage } from '../features/stories/corrections-page.reader.tsx'
import { htmlBlockPage } from '../features/stories/html-block-page.reader.ts'
import { archivePage, authorPage, monthPage, topicPage } from '../features/stories/list-pages.reader.tsx'
import { storyPage } from '../features/stories/story-page.reader.tsx'
import { type FeedFormat, feedFiles, feedFormats } from '../features/syndication/feed.ts'
import { authorFeed, newsFeedFeed, siteFeed, topicFeed } from '../features/syndication/feed-pages.reader.ts'
import { appleTouchIcon, favicon, icon } from '../features/syndication/icon-pages.reader.ts'
import { manifest, oEmbed, robots } from '../features/syndication/machine-pages.reader.ts'
import { newsSitemap, sitemapIndex, sitemapPage } from '../features/syndication/sitemap-pages.reader.ts'
import { checkout } from '../platform/checkout.ts'
import { assetsRoute } from '../platform/http/assets.ts'
import type { Route } from '../platform/http/route.ts'
import { health, metrics, readiness } from '../platform/http/status-pages.ts'
import { rail } from './rail.tsx'

const printed = { method: 'GET', who: 'anyone', printed: true } as const
const once = { method: 'GET', who: 'anyone' } as const

/** Every address, who may ask for it, and what answers. A name in `query` counts; every other one is ignored. */
export const routes: Route[] = [
  // The queries are those by which WordPress names a story.
  { ...printed, path: '/', query: ['p', 'page_id', 'attachment_id'], answer: frontPage(rail) },
  { ...printed, path: '/topics/:slug', query: ['before'], answer: topicPage(rail) },
  { ...printed, path: '/authors/:slug', query: ['before'], answer: authorPage(rail) },
  { ...printed, path: '/archive', answer: archivePage },
  { ...printed, path: '/archive/:year/:month', query: ['before'], answer: monthPage(rail) },

  {
    ...once,
    path: '/search',
    query: ['q', 'topic', 'author', 'language', 'from', 'until', 'page'],
    perMinute: 120,
    answer: searchPage,
  },
  { ...printed, path: '/corrections', query: ['before'], answer: correctionsPage(rail) },

  { ...printed, path: '/news', query: ['before'], answer: newsPage(rail) },
  { ...printed, path: '/news/:id', answer: briefPage(rail) },
  { ...once, path: '/news/stream', query: ['after'], open: newsStream },

  ...feeds('', siteFeed),
  ...feeds('/topics/:slug', topicFeed),
  ...feeds('/authors/:slug', authorFeed),
  ...feeds('/news', newsFeedFeed),
  { ...printed, path: '/sitemap.xml', answer: sitemapIndex },
  { ...printed, path: '/sitemaps/:name', answer: sitemapPage },
  { ...printed, path: '/news-sitemap.xml', answer: newsSitemap },
  { ...printed, path: '/robots.txt', answer: robots },
  { ...printed, path: '/manifest.webmanifest', answer: manifest },
  { ...printed, path: '/oembed', query: ['url', 'format', 'maxwidth', 'maxheight'], answer: oEmbed },
  { ...printed, path: '/favicon.ico', answer: favicon },
  { ...printed, path: '/apple-touch-icon.png', answer: appleTouchIcon },
  { ...printed, path: '/icon-:size(^\\d+).png', answer: icon },

  { ...printed, path: '/blocks/:story/:block', answer: htmlBlockPage },
  { ...once, path: '/media/*', answer: serveMedia },
  assetsRoute('/assets/:name', join(checkout, 'dist', 'client')),
  assetsRoute('/newsroom/assets/:name', join(checkout, 'dist', 'newsroom')),

  // The newsroom. "Own" (a reporter's own stories) is checked by the action that knows whose it is.
  { method: 'GET', path: '/newsroom', who: 'staff', answer: newsroomHome },
  { method: 'GET', path: '/newsroom/shortcuts', who: 'staff', answer: shortcutsPage },
  { method: 'POST', path: '/newsroom/theme', who: 'staff', takes: 'form', answer: chooseTheme },

  { ...once, path: '/healthz', answer: health },
  { ...once, path: '/readyz', answer: readiness },
  { ...once, path: '/metrics', answer: metrics },

  { ...printed, path: '/:slug', answer: storyPage(rail) },
]

/** The three formats of one feed. */
function feeds(folder: string, answer: (format: FeedFormat) => Route['answer']): Route[] {
  return feedFormats.map(format => ({
    ...printed,
    path: `${folder}/${feedFiles[format]}`,
    answer: answer(format),
  }))
}
