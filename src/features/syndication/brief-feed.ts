import type { House } from '../../platform/house.ts'
import { briefHtml, listBriefs } from '../live/brief.ts'
import type { Publication } from '../publication/publication.ts'
import { type Feed, feedFiles } from './feed.ts'
import { syndicationMessages } from './syndication-messages.ts'

const feedLength = 50

/** The newest briefs as a feed, with their keys for the press. */
export async function briefFeed(
  house: Pick<House, 'db'>,
  publication: Publication,
): Promise<{ feed: Feed; keys: string[] }> {
  const { siteUrl, language, name } = publication
  const briefs = await listBriefs(house.db, { limit: feedLength })
  const items = briefs.map(brief => ({
    id: brief.feedId,
    url: `${siteUrl}/news/${brief.id}`,
    title: brief.headline,
    summary: '',
    content: briefHtml(brief, siteUrl),
    language: brief.language ?? language,
    published: brief.publishedAt,
    updated: brief.updatedAt ?? brief.publishedAt,
    authors: [],
    topics: [],
    image: null,
  }))
  const folder = `${siteUrl}/news`
  return {
    feed: {
      title: `${name}: ${publication.newsFeed.name || syndicationMessages(language).newsFeed}`,
      description: '',
      language,
      page: folder,
      self: {
        rss: `${folder}/${feedFiles.rss}`,
        atom: `${folder}/${feedFiles.atom}`,
        json: `${folder}/${feedFiles.json}`,
      },
      icon: `${siteUrl}/icon-512.png`,
      publisher: name,
      updated: new Date(Math.max(0, ...items.map(item => item.updated.getTime()))),
      items,
    },
    keys: ['publication', 'feed', 'stories'],
  }
}
