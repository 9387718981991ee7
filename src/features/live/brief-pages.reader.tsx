import { type Appeals, noAppeals, stripOf } from '../../design/appeal-parts.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { publicationPage, readPublication } from '../publication/publication.ts'
import { plainText, type Rail } from '../stories/story.ts'
import { briefArticle, liveBlog } from './brief-json-ld.ts'
import { briefExists, findBrief, findNeighbours, listBriefs, type ReaderBrief } from './brief-queries.ts'
import { BriefView, FeedView, WithdrawnView } from './brief-view.reader.tsx'
import { feedName } from './feed-region.reader.tsx'
import { liveMessages } from './live-messages.ts'
import { newestEventId } from './stream-queries.ts'

const onePage = 40
const mostPinned = 10

/** `/news` and `/news?before=<brief>`: the News Feed with days as headings, newest first. */
export function newsPage(rail: Rail, appeals: Appeals = noAppeals) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const before = await readBefore(ask.query.before, house)
    const [publication, beside] = await Promise.all([readPublication(house), rail(house)])
    const { after, pinned, briefs, earlier } = await readFeed(house, before)
    const name = feedName(publication)
    const texts = liveMessages(publication.language)
    const path = before === undefined ? '/news' : `/news?before=${before}`
    const description = texts.describe(publication.name)
    const all = [...pinned, ...briefs]
    const blog = liveBlog({ name, description, path, briefs: all }, publication)
    return publicationPage(house, {
      publication,
      ask,
      section: { label: name, href: '/news' },
      appeals: await stripOf(
        { appeals, house, ask: { ...ask, path: '/news' } },
        { language: publication.language },
      ),
      head: {
        title: before === undefined ? name : `${name}: ${texts.earlierNews}`,
        description,
        canonical: publication.siteUrl + path,
        // Where an older page begins shifts with every brief; the briefs themselves have lasting addresses.
        robots: before === undefined ? undefined : 'noindex, follow',
        openGraph: { type: 'website', title: name, description },
        jsonLd: blog ? [blog] : [],
        feeds: [
          { title: name, type: 'application/rss+xml', href: '/news/rss.xml' },
          { title: name, type: 'application/feed+json', href: '/news/feed.json' },
        ],
        next: earlier,
      },
      body: (
        <FeedView
          publication={publication}
          after={after}
          pinned={pinned}
          mostPinned={mostPinned}
          briefs={briefs}
          earlier={earlier}
          picks={beside.picks}
        />
      ),
      keys: ['feed', ...storyKeys(all), ...beside.keys],
    })
  }
}

/** `/news/:id`: one brief; 404 where there never was one, 410 with a note where it has been withdrawn. */
export function briefPage(rail: Rail) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const id = readBriefId(ask.params.id ?? '')
    const brief = id === null ? null : await findBrief(house.db, id)
    if (!brief) throw new NotFound()
    const [publication, beside] = await Promise.all([readPublication(house), rail(house)])
    const section = { label: feedName(publication), href: '/news' }
    const keys = ['feed', `brief:${brief.id}`, ...storyKeys([brief]), ...beside.keys]
    const canonical = `${publication.siteUrl}/news/${brief.id}`
    if (brief.state === 'withdrawn') {
      return publicationPage(house, {
        publication,
        ask,
        status: 410,
        section,
        head: { title: liveMessages(publication.language).withdrawn, canonical, robots: 'noindex' },
        body: <WithdrawnView publication={publication} {...beside} />,
        keys,
      })
    }
    const neighbours = await findNeighbours(house.db, brief.id)
    return publicationPage(house, {
      publication,
      ask,
      section,
      head: {
        title: brief.headline,
        description: descriptionOf(brief),
        canonical,
        openGraph: {
          type: 'article',
          title: brief.headline,
          publishedAt: brief.publishedAt,
          updatedAt: brief.updatedAt ?? undefined,
        },
        jsonLd: [briefArticle(brief, publication)],
        prev: neighbours.earlier ? `/news/${neighbours.earlier.id}` : undefined,
        next: neighbours.later ? `/news/${neighbours.later.id}` : undefined,
      },
      body: <BriefView publication={publication} brief={brief} neighbours={neighbours} {...beside} />,
      keys,
    })
  }
}

async function readFeed(house: House, before: number | undefined) {
  if (before !== undefined) {
    const found = await listBriefs(house.db, { before, limit: onePage + 1 })
    return { after: undefined, pinned: [], ...onePageOf(found) }
  }
  // Asked first: what happens in between is then both on the page and in the stream, never in neither.
  const after = await newestEventId(house.db)
  const [pinned, found] = await Promise.all([
    listBriefs(house.db, { pinned: true, limit: mostPinned }),
    listBriefs(house.db, { pinned: false, limit: onePage + 1 }),
  ])
  return { after, pinned, ...onePageOf(found) }
}

function onePageOf(found: ReaderBrief[]): { briefs: ReaderBrief[]; earlier: string | undefined } {
  const briefs = found.slice(0, onePage)
  const last = briefs.at(-1)
  return { briefs, earlier: found.length > onePage && last ? `/news?before=${last.id}` : undefined }
}

async function readBefore(text: string | undefined, house: House): Promise<number | undefined> {
  if (text === undefined) return undefined
  const id = readBriefId(text)
  if (id === null) {
    throw new BadInput({ field: 'before', sentence: '“before” in the address is not the number of a brief.' })
  }
  if (!(await briefExists(house.db, id))) throw new NotFound()
  return id
}

/** A brief's number as addresses write it; null for anything else. */
function readBriefId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

/** A story's headline and address stand with its briefs. */
function storyKeys(briefs: readonly ReaderBrief[]): string[] {
  return briefs.flatMap(({ storyId }) => (storyId === null ? [] : `story:${storyId}`))
}

function descriptionOf(brief: ReaderBrief): string {
  const text = plainText(brief.content[0] ?? []).trim() || brief.headline
  return text.length > 300 ? `${text.slice(0, 299).trimEnd()}…`.toWellFormed() : text
}
