import type { House } from '../../platform/house.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import type { Publication } from '../publication/publication.ts'
import { correctionAnchor, type ListedCorrection, listCorrections, storyNotices } from '../stories/story.ts'
import { type Feed, type FeedItem, feedFiles } from './feed.ts'
import { element } from './xml.ts'

const feedLength = 50

/** The newest corrections as a feed, with their keys for the press. */
export async function correctionFeed(
  house: Pick<House, 'db'>,
  publication: Publication,
): Promise<{ feed: Feed; keys: string[] }> {
  const { siteUrl, language, name } = publication
  const corrections = await listCorrections(house.db, { limit: feedLength })
  const items = corrections.map(correction => itemOf(publication, correction))
  const folder = `${siteUrl}/corrections`
  return {
    feed: {
      title: `${name}: ${storyNotices(language).correctionsFeed}`,
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
    keys: ['publication', 'corrections', 'stories'],
  }
}

function itemOf(
  { siteUrl, language }: Publication,
  { id, text, publishedAt, story }: ListedCorrection,
): FeedItem {
  const anchor = correctionAnchor(id)
  const paragraphs = text.split(/\n+/).filter(Boolean)
  return {
    id: `${story.feedId}#${anchor}`,
    url: `${webAddress(siteUrl, `/${story.slug}`)}#${anchor}`,
    title: storyNotices(language).correctionOf(story.headline),
    summary: text,
    content: paragraphs.map(words => element('p', {}, words).xml).join(''),
    language: story.language,
    published: publishedAt,
    updated: publishedAt,
    authors: [],
    topics: [],
    image: null,
  }
}
