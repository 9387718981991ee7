import { zonedMonth } from '../../design/zones.ts'
import { NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import { listAuthors } from '../authors/author.ts'
import { type Publication, readPublication } from '../publication/publication.ts'
import { listAddresses, listMonths } from '../stories/story.ts'
import { listTopics } from '../topics/topic.ts'
import { document, element, type Xml } from './xml.ts'

/** The most addresses a sitemap may hold (sitemaps.org). */
const mostAddresses = 50_000
const newsHours = 48
const mostNews = 1000

const sitemap = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }
const images = { 'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1' }
const news = { 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' }

/** `/sitemap.xml`: one sitemap for each month, and one for everything that is not a story. */
export async function sitemapIndex(_ask: Ask, house: House): Promise<Answer> {
  const publication = await readPublication(house)
  const months = await listMonths(house.db, publication.timeZone)
  const paths = [
    '/sitemaps/pages.xml',
    ...months.map(({ year, month }) => `/sitemaps/${year}-${two(month)}.xml`),
  ]
  return xmlAnswer(
    element(
      'sitemapindex',
      sitemap,
      paths.map(path => element('sitemap', {}, element('loc', {}, publication.siteUrl + path))),
    ),
    ['publication', 'stories'],
  )
}

/** `/sitemaps/:name`: the stories of a month ("2026-11.xml"), or the pages ("pages.xml"). */
export async function sitemapPage(ask: Ask, house: House): Promise<Answer> {
  const publication = await readPublication(house)
  if (ask.params.name === 'pages.xml') return pagesSitemap(publication, house)
  const match = /^(\d{4})-(\d{2})\.xml$/.exec(ask.params.name ?? '')
  const year = Number(match?.[1])
  const month = Number(match?.[2])
  if (!match || month < 1 || month > 12) throw new NotFound()
  const span = zonedMonth({ year, month }, publication.timeZone)
  const stories = await listAddresses(house.db, { kind: 'story', ...span, limit: mostAddresses })
  if (stories.length === 0) throw new NotFound()
  const rows = stories.map(({ slug, changedAt, picture }) =>
    element(
      'url',
      {},
      element('loc', {}, webAddress(publication.siteUrl, `/${slug}`)),
      element('lastmod', {}, changedAt.toISOString()),
      picture &&
        element('image:image', {}, element('image:loc', {}, new URL(picture, publication.siteUrl).href)),
    ),
  )
  return xmlAnswer(element('urlset', { ...sitemap, ...images }, rows), [
    'publication',
    'stories',
    'photographs',
  ])
}

/** `/news-sitemap.xml`: what was published in the last 48 hours (Google's news sitemap). */
export async function newsSitemap(_ask: Ask, house: House): Promise<Answer> {
  const publication = await readPublication(house)
  const from = new Date(house.clock.now().getTime() - newsHours * 3_600_000)
  const stories = await listAddresses(house.db, { kind: 'story', from, limit: mostNews })
  const rows = stories.map(story =>
    element(
      'url',
      {},
      element('loc', {}, webAddress(publication.siteUrl, `/${story.slug}`)),
      element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          element('news:name', {}, publication.name),
          element('news:language', {}, newsLanguage(story.language)),
        ),
        element('news:publication_date', {}, story.publishedAt.toISOString()),
        element('news:title', {}, story.headline),
      ),
    ),
  )
  // Stories leave it by growing old, without any event.
  return {
    ...xmlAnswer(element('urlset', { ...sitemap, ...news }, rows), ['publication', 'stories']),
    freshForSeconds: 300,
  }
}

async function pagesSitemap(publication: Publication, house: House): Promise<Answer> {
  const [pages, topics, authors] = await Promise.all([
    listAddresses(house.db, { kind: 'page', limit: mostAddresses / 2 }),
    listTopics(house.db),
    listAuthors(house.db),
  ])
  const paths = [
    '/',
    '/news',
    '/archive',
    '/corrections',
    ...pages.map(page => `/${page.slug}`),
    ...topics.map(({ slug }) => `/topics/${slug}`),
    ...authors.map(({ slug }) => `/authors/${slug}`),
  ].slice(0, mostAddresses)
  const rows = paths.map(path =>
    element('url', {}, element('loc', {}, webAddress(publication.siteUrl, path))),
  )
  return xmlAnswer(element('urlset', sitemap, rows), ['publication', 'stories'])
}

function xmlAnswer(root: Xml, keys: string[]): Answer {
  return { type: 'application/xml; charset=utf-8', body: document(root), keys }
}

/** ISO 639, and for Chinese the two forms that news search tells apart. */
function newsLanguage(tag: string): string {
  const [language = 'en', region] = tag.toLowerCase().split('-')
  return language === 'zh' ? (region === 'tw' || region === 'hk' ? 'zh-tw' : 'zh-cn') : language
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
