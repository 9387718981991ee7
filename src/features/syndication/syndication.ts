// Everything the publication tells machines at addresses of their own.
export { type FeedFormat, feedFiles, feedFormats } from './feed.ts'
export { authorFeed, newsFeedFeed, siteFeed, topicFeed } from './feed-pages.reader.ts'
export { appleTouchIcon, favicon, icon } from './icon-pages.reader.ts'
export { manifest, oEmbed, robots } from './machine-pages.reader.ts'
export { newsSitemap, sitemapIndex, sitemapPage } from './sitemap-pages.reader.ts'
