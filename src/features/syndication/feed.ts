/** A feed in no particular format; rss.ts, atom.ts and json-feed.ts write it down. All addresses are absolute. */
export interface Feed {
  title: string
  description: string
  language: string
  /** The page it goes with. */
  page: string
  /** Its own addresses by format. */
  self: Record<FeedFormat, string>
  icon: string
  publisher: string
  /** When anything in it last changed. */
  updated: Date
  items: FeedItem[]
}

export interface FeedItem {
  /** Never changes, whatever becomes of the address. */
  id: string
  url: string
  title: string
  /** Plain text. */
  summary: string
  /** HTML. */
  content: string
  language: string
  published: Date
  updated: Date
  authors: { name: string; url: string }[]
  topics: string[]
  image: {
    url: string
    mime: string
    bytes?: number
    width?: number
    height?: number
    alt: string
    credit: string
  } | null
}

export const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

export const feedFiles: Record<FeedFormat, string> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' }
export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}
