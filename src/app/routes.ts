import { join } from 'node:path'
import {
  letterHtml,
  letterPage,
  letterSource,
  mailboxPage,
} from '../../practice/mailbox/mailbox-pages.newsroom.tsx'
import {
  authorDesk,
  authorsDesk,
  removeAuthorForm,
  saveAuthorForm,
} from '../features/authors/author-pages.newsroom.tsx'
import {
  cancelFrontForm,
  changeFrontForm,
  frontDesk,
  frontPreview,
  frontsDesk,
  publishFrontForm,
  restoreFrontForm,
  scheduleFrontForm,
} from '../features/fronts/desk/front-desk-pages.newsroom.tsx'
import { saveSlotForm, slotDesk } from '../features/fronts/desk/slot-pages.newsroom.tsx'
import { frontPage } from '../features/fronts/front-page.reader.tsx'
import { processorWebhook } from '../features/ledger/processor-webhook.ts'
import { briefPage, newsPage } from '../features/live/brief-pages.reader.tsx'
import { newsStream } from '../features/live/brief-stream.ts'
import {
  photographDesk,
  replacePhotographForm,
  savePhotographForm,
} from '../features/media/desk/photograph-detail-pages.newsroom.tsx'
import {
  changePhotographsForm,
  photographsDesk,
  removePhotographsForm,
  undoPhotographsForm,
  uploadPhotographs,
} from '../features/media/desk/photograph-list-pages.newsroom.tsx'
import { serveMedia } from '../features/media/media-pages.reader.ts'
import { chooseTheme, newsroomHome, shortcutsPage } from '../features/newsroom/newsroom-pages.newsroom.tsx'
import { readPublication } from '../features/publication/publication.ts'
import { searchPage } from '../features/search/search-pages.reader.tsx'
import { languagesDesk, saveLanguagesForm } from '../features/settings/language-pages.newsroom.tsx'
import { navigationDesk, saveNavigationForm } from '../features/settings/navigation-pages.newsroom.tsx'
import {
  publicationDesk,
  saveSettingsForm,
  settingsDesk,
  settingsPreview,
} from '../features/settings/settings-pages.newsroom.tsx'
import { correctionsPage } from '../features/stories/corrections-page.reader.tsx'
import { htmlBlockPage } from '../features/stories/html-block-page.reader.ts'
import { archivePage, authorPage, monthPage, topicPage } from '../features/stories/list-pages.reader.tsx'
import { storySocket } from '../features/stories/live-draft/story-socket.ts'
import {
  redirectsDesk,
  removeRedirectForm,
  saveRedirectForm,
} from '../features/stories/redirects/redirect-pages.newsroom.tsx'
import { storyPage } from '../features/stories/story-page.reader.tsx'
import { type FeedFormat, feedFiles, feedFormats } from '../features/syndication/feed.ts'
import {
  authorFeed,
  correctionsFeed,
  newsFeedFeed,
  siteFeed,
  topicFeed,
} from '../features/syndication/feed-pages.reader.ts'
import { appleTouchIcon, favicon, icon } from '../features/syndication/icon-pages.reader.ts'
import { manifest, oEmbed, robots } from '../features/syndication/machine-pages.reader.ts'
import { newsSitemap, sitemapIndex, sitemapPage } from '../features/syndication/sitemap-pages.reader.ts'
import {
  mergeTopicForm,
  removeTopicForm,
  saveTopicForm,
  topicDesk,
  topicsDesk,
} from '../features/topics/topic-pages.newsroom.tsx'
import { checkout } from '../platform/checkout.ts'
import { assetsRoute } from '../platform/http/assets.ts'
import type { Route, Who } from '../platform/http/route.ts'
import { health, metrics, readiness } from '../platform/http/status-pages.ts'
import { appealDoors, appealsWith } from './appeals.tsx'
import { campaignRoutes } from './campaign-routes.ts'
import { findRoutes, liveDeskRoutes, storyListRoutes } from './desk-routes.ts'
import { editorRoutes } from './editor-routes.ts'
import { giftRoutes } from './gift-routes.ts'
import { marginRoutes } from './margin-routes.ts'
import { practiceRoutes } from './practice-routes.ts'
import { processorEffects } from './processor-effects.ts'
import { publishingRoutes } from './publishing-routes.ts'
import { rail } from './rail.tsx'
import { readerRoutes } from './reader-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { supportRoutes } from './support-routes.ts'

const printed = { method: 'GET', who: 'anyone', printed: true } as const
const once = { method: 'GET', who: 'anyone' } as const
/** Names by which a page says what was just done. */
const notices = ['saved', 'merged', 'removed']

const doors = appealDoors(() => routes)
const appeals = appealsWith(doors)

/** Every address, who may ask for it, and what answers. A name in `query` counts; every other one is ignored. */
export const routes: Route[] = [
  // The queries are those by which WordPress names a story.
  { ...printed, path: '/', query: ['p', 'page_id', 'attachment_id'], answer: frontPage(rail, appeals) },
  { ...printed, path: '/topics/:slug', query: ['before'], answer: topicPage(rail, appeals) },
  { ...printed, path: '/authors/:slug', query: ['before'], answer: authorPage(rail, appeals) },
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

  { ...printed, path: '/news', query: ['before'], answer: newsPage(rail, appeals) },
  { ...printed, path: '/news/:id', answer: briefPage(rail) },
  { ...once, path: '/news/stream', query: ['after'], open: newsStream },

  ...feeds('', siteFeed),
  ...feeds('/topics/:slug', topicFeed),
  ...feeds('/authors/:slug', authorFeed),
  ...feeds('/news', newsFeedFeed),
  ...feeds('/corrections', correctionsFeed),
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
  ...findRoutes,
  { method: 'POST', path: '/newsroom/theme', who: 'staff', takes: 'form', answer: chooseTheme },

  // The processor proves itself by its signature over the bytes.
  {
    method: 'POST',
    path: '/webhooks/stripe',
    who: 'processor',
    takes: 'raw',
    answer: processorWebhook(processorEffects),
  },

  // The mailbox says itself who may read it, since it is read before signing in.
  { ...once, path: '/practice/mail', query: ['to'], answer: mailboxPage(readPublication) },
  { ...once, path: '/practice/mail/:id', answer: letterPage(readPublication) },
  { ...once, path: '/practice/mail/:id/letter', answer: letterHtml },
  { ...once, path: '/practice/mail/:id/source', answer: letterSource },

  { method: 'GET', path: '/newsroom/fronts', who: 'curate-fronts', answer: frontsDesk },
  {
    method: 'GET',
    path: '/newsroom/fronts/:slug',
    who: 'curate-fronts',
    query: ['q', 'container', 'done'],
    answer: frontDesk,
  },
  form('/newsroom/fronts/:slug', 'curate-fronts', changeFrontForm),
  { method: 'GET', path: '/newsroom/fronts/:slug/preview', who: 'curate-fronts', answer: frontPreview(rail) },
  form('/newsroom/fronts/:slug/publish', 'curate-fronts', publishFrontForm),
  form('/newsroom/fronts/:slug/schedule', 'curate-fronts', scheduleFrontForm),
  form('/newsroom/fronts/:slug/cancel', 'curate-fronts', cancelFrontForm),
  form('/newsroom/fronts/:slug/restore', 'curate-fronts', restoreFrontForm),
  ...desk('/newsroom/fronts/:slug/slots/:container/:story', 'curate-fronts', slotDesk, saveSlotForm),

  {
    method: 'GET',
    path: '/newsroom/photographs',
    who: 'use-photographs',
    query: [
      'q',
      'rights',
      'use',
      'lacks',
      'before',
      'uploaded',
      'changed',
      'undo',
      'undone',
      'removed',
      'used',
    ],
    answer: photographsDesk,
  },
  {
    method: 'POST',
    path: '/newsroom/photographs',
    who: 'use-photographs',
    takes: 'files',
    answer: uploadPhotographs,
  },
  form('/newsroom/photographs/change', 'manage-photographs', changePhotographsForm),
  form('/newsroom/photographs/undo', 'manage-photographs', undoPhotographsForm),
  form('/newsroom/photographs/remove', 'manage-photographs', removePhotographsForm),
  {
    method: 'GET',
    path: '/newsroom/photographs/:id',
    who: 'use-photographs',
    query: ['done'],
    answer: photographDesk,
  },
  form('/newsroom/photographs/:id', 'use-photographs', savePhotographForm),
  {
    method: 'POST',
    path: '/newsroom/photographs/:id/replace',
    who: 'manage-photographs',
    takes: 'files',
    answer: replacePhotographForm,
  },

  { method: 'GET', path: '/newsroom/publication', who: 'manage-topics', answer: publicationDesk },
  ...desk('/newsroom/publication/settings', 'run-publication', settingsDesk, saveSettingsForm, 'files'),
  {
    method: 'POST',
    path: '/newsroom/publication/settings/preview',
    who: 'run-publication',
    takes: 'files',
    answer: settingsPreview(frontPage(rail)),
  },
  ...desk('/newsroom/publication/navigation', 'run-publication', navigationDesk, saveNavigationForm),
  ...desk('/newsroom/publication/languages', 'run-publication', languagesDesk, saveLanguagesForm),
  {
    method: 'GET',
    path: '/newsroom/publication/topics',
    who: 'manage-topics',
    query: notices,
    answer: topicsDesk,
  },
  ...desk('/newsroom/publication/topics/:id', 'manage-topics', topicDesk, saveTopicForm),
  form('/newsroom/publication/topics/:id/merge', 'manage-topics', mergeTopicForm),
  form('/newsroom/publication/topics/:id/remove', 'manage-topics', removeTopicForm),
  {
    method: 'GET',
    path: '/newsroom/publication/authors',
    who: 'manage-topics',
    query: notices,
    answer: authorsDesk,
  },
  ...desk('/newsroom/publication/authors/:id', 'manage-topics', authorDesk, saveAuthorForm, 'files'),
  form('/newsroom/publication/authors/:id/remove', 'manage-topics', removeAuthorForm),
  ...desk('/newsroom/publication/redirects', 'manage-topics', redirectsDesk, saveRedirectForm),
  form('/newsroom/publication/redirects/remove', 'manage-topics', removeRedirectForm),

  ...liveDeskRoutes,

  ...storyListRoutes,
  ...publishingRoutes,
  ...editorRoutes,
  ...marginRoutes,
  { method: 'GET', path: '/newsroom/stories/:id/live', who: 'write-stories', socket: storySocket },

  ...staffRoutes,
  ...readerRoutes,
  ...supportRoutes,
  ...giftRoutes,
  ...campaignRoutes(doors),
  ...practiceRoutes,

  { ...once, path: '/healthz', answer: health },
  { ...once, path: '/readyz', answer: readiness },
  { ...once, path: '/metrics', answer: metrics },

  { ...printed, path: '/:slug', answer: storyPage(rail, appeals) },
]

/** A desk's page, and the form on it that is sent to the same address. */
function desk(
  path: string,
  who: Who,
  show: Route['answer'],
  save: Route['answer'],
  takes: Route['takes'] = 'form',
): Route[] {
  return [
    { method: 'GET', path, who, query: ['q', 'after', ...notices], answer: show },
    { method: 'POST', path, who, takes, answer: save },
  ]
}

function form(path: string, who: Who, answer: Route['answer']): Route {
  return { method: 'POST', path, who, takes: 'form', answer }
}

/** The three formats of one feed. */
function feeds(folder: string, answer: (format: FeedFormat) => Route['answer']): Route[] {
  return feedFormats.map(format => ({
    ...printed,
    path: `${folder}/${feedFiles[format]}`,
    answer: answer(format),
  }))
}
