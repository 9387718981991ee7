import { type Appeals, noAppeals, stripOf } from '../../design/appeal-parts.ts'
import { zonedMonth } from '../../design/zones.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import { findAuthorBySlug } from '../authors/author.ts'
import { findPhotographs } from '../media/photograph.ts'
import { breadcrumbJsonLd, publicationPage, readPublication } from '../publication/publication.ts'
import { findTopicBySlug } from '../topics/topic.ts'
import { listMessages } from './list-messages.ts'
import { placeFrom, placeText } from './list-place.ts'
import { ArchiveView, AuthorView, MonthView, monthHref, TopicView } from './list-view.reader.tsx'
import type { Rail, StoryCard } from './story.ts'
import { type ListQuery, listMonths, listStories } from './story-queries.ts'

const pageLength = 24

/** `/topics/:slug`: all stories on a topic. */
export function topicPage(rail: Rail, appeals: Appeals = noAppeals) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const topic = await findTopicBySlug(house.db, ask.params.slug ?? '')
    if (!topic) throw new NotFound()
    const path = `/topics/${topic.slug}`
    const list = await listed({ ask, house, path, query: { topicId: topic.id } })
    const [publication, beside] = await Promise.all([readPublication(house), rail(house)])
    return publicationPage(house, {
      publication,
      ask,
      head: {
        title: topic.name,
        description: topic.description || undefined,
        canonical: webAddress(publication.siteUrl, list.address),
        feeds: feedsOf(publication.name, topic.name, path),
        jsonLd: [breadcrumbJsonLd(publication, [{ name: topic.name, path }])],
        prev: list.paging.newer ?? undefined,
        next: list.paging.older ?? undefined,
      },
      section: { label: topic.name, href: path },
      appeals: await stripOf(
        { appeals, house, ask: { ...ask, path } },
        { language: publication.language, topics: [topic.id] },
      ),
      body: (
        <TopicView
          topic={{ name: topic.name, description: topic.description, feed: `${path}/rss.xml` }}
          place={publication}
          stories={list.stories}
          paging={list.paging}
          {...beside}
        />
      ),
      keys: [`topic:${topic.id}`, 'stories', ...beside.keys, ...photographKeys(list.stories)],
    })
  }
}

/** `/authors/:slug`: who somebody is, and their stories. */
export function authorPage(rail: Rail, appeals: Appeals = noAppeals) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const author = await findAuthorBySlug(house.db, ask.params.slug ?? '')
    if (!author) throw new NotFound()
    const path = `/authors/${author.slug}`
    const list = await listed({ ask, house, path, query: { authorId: author.id } })
    const [publication, beside, portraits] = await Promise.all([
      readPublication(house),
      rail(house),
      findPhotographs(house.db, author.photographId === null ? [] : [author.photographId]),
    ])
    const portrait = portraits.values().next().value ?? null
    return publicationPage(house, {
      publication,
      ask,
      head: {
        title: author.name,
        description: author.bio || undefined,
        canonical: webAddress(publication.siteUrl, list.address),
        feeds: feedsOf(publication.name, author.name, path),
        jsonLd: [breadcrumbJsonLd(publication, [{ name: author.name, path }])],
        openGraph: { type: 'profile', title: author.name, description: author.bio || undefined },
        prev: list.paging.newer ?? undefined,
        next: list.paging.older ?? undefined,
      },
      appeals: await stripOf({ appeals, house, ask: { ...ask, path } }, { language: publication.language }),
      body: (
        <AuthorView
          author={{ ...author, portrait, feed: `${path}/rss.xml` }}
          place={publication}
          stories={list.stories}
          paging={list.paging}
          {...beside}
        />
      ),
      keys: [
        `author:${author.id}`,
        'stories',
        ...(portrait ? [`photograph:${portrait.id}`] : []),
        ...beside.keys,
        ...photographKeys(list.stories),
      ],
    })
  }
}

/** `/archive`: the months there are. */
export async function archivePage(ask: Ask, house: House): Promise<Answer> {
  const publication = await readPublication(house)
  const months = await monthsOf(house, publication.timeZone)
  return publicationPage(house, {
    publication,
    ask,
    head: { title: listMessages(publication.language).archive, canonical: `${publication.siteUrl}/archive` },
    body: <ArchiveView place={publication} months={months} />,
    keys: ['stories'],
  })
}

/** `/archive/:year/:month`: the stories of one month by day. */
export function monthPage(rail: Rail) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const year = wholeNumber(ask.params.year, { from: 1000, to: 9999 })
    const month = wholeNumber(ask.params.month, { from: 1, to: 12 })
    const publication = await readPublication(house)
    const months = await monthsOf(house, publication.timeZone)
    const at = months.findIndex(each => each.year === year && each.month === month)
    if (at === -1) throw new NotFound()
    const path = monthHref(year, month)
    const query = zonedMonth({ year, month }, publication.timeZone)
    const [list, beside] = await Promise.all([listed({ ask, house, path, query }), rail(house)])
    return publicationPage(house, {
      publication,
      ask,
      head: {
        title: `${listMessages(publication.language).archive} ${year}/${String(month).padStart(2, '0')}`,
        canonical: webAddress(publication.siteUrl, list.address),
        prev: list.paging.newer ?? undefined,
        next: list.paging.older ?? undefined,
      },
      body: (
        <MonthView
          place={publication}
          year={year}
          month={month}
          stories={list.stories}
          previous={months[at + 1] ?? null}
          next={months[at - 1] ?? null}
          paging={list.paging}
          {...beside}
        />
      ),
      keys: ['stories', ...beside.keys, ...photographKeys(list.stories)],
    })
  }
}

/** One page of a list, and the addresses of the pages before and after it. */
async function listed(options: {
  ask: Ask
  house: House
  path: string
  query: Omit<ListQuery, 'limit' | 'before'>
}): Promise<{
  stories: StoryCard[]
  paging: { newer: string | null; older: string | null }
  address: string
}> {
  const { ask, house, path, query } = options
  const before = ask.query.before === undefined ? undefined : placeFrom(ask.query.before)
  if (before === null)
    throw new BadInput({
      field: 'before',
      sentence: 'This place in the list does not exist; begin at its first page.',
    })
  const found = await listStories(house.db, { ...query, before, limit: pageLength + 1 })
  const stories = found.slice(0, pageLength)
  const last = stories.at(-1)
  return {
    stories,
    paging: {
      newer: before ? path : null,
      older: found.length > pageLength && last ? `${path}?before=${placeText(last)}` : null,
    },
    address: before ? `${path}?before=${ask.query.before}` : path,
  }
}

function monthsOf(house: House, timeZone: string) {
  return house.press.keep(`months:${timeZone}`, ['stories'], () => listMonths(house.db, timeZone))
}

function feedsOf(publication: string, what: string, path: string) {
  return [
    { title: `${publication}: ${what}`, type: 'application/rss+xml' as const, href: `${path}/rss.xml` },
    { title: `${publication}: ${what}`, type: 'application/feed+json' as const, href: `${path}/feed.json` },
  ]
}

function photographKeys(stories: readonly StoryCard[]): string[] {
  return stories.flatMap(story => (story.photograph ? [`photograph:${story.photograph.id}`] : []))
}

function wholeNumber(text: string | undefined, { from, to }: { from: number; to: number }): number {
  const number = /^\d{1,4}$/.test(text ?? '') ? Number(text) : Number.NaN
  if (!(number >= from && number <= to)) throw new NotFound()
  return number
}
