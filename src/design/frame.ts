import type { Colour } from './colour.ts'
import type { SansName, SerifName } from './typefaces.ts'

export interface Link {
  label: string
  href: string
}

export interface FrameLogo {
  src: string
  width: number
  height: number
}

/** What the frame of a page needs to know of the publication; publication/publication.ts fills it. */
export interface FramePublication {
  name: string
  /** For the thin bar and home screens, where the whole name has no room. */
  shortName: string
  tagline: string
  description: string
  /** Absolute address, no slash at the end. */
  siteUrl: string
  language: string
  timeZone: string
  /** Readers can become members. */
  joins?: boolean
  accent: Colour
  serif: SerifName
  sans: SansName
  logo: { light: FrameLogo; dark: FrameLogo | null } | null
  navigation: Link[]
  footer: { columns: { title: string; links: Link[] }[]; note: string }
  /** Lines of the imprint: publisher, street, town, e-mail. */
  imprint: { publisher: string; foundedIn: number | null; address: string[]; email: string }
}

/** Addresses of what the browser build made; `fonts` by file name without ending ("source-serif-4-text-latin"). */
export interface PageAssets {
  css: string
  js: string
  fonts: Readonly<Record<string, string>>
}

export interface FeedLink {
  title: string
  type:
    | 'application/rss+xml'
    | 'application/atom+xml'
    | 'application/feed+json'
    | 'application/json+oembed'
    | 'text/xml+oembed'
  href: string
}

export interface OpenGraph {
  type: 'website' | 'article' | 'profile'
  title: string
  description?: string
  image?: { src: string; width?: number; height?: number; alt?: string }
  publishedAt?: Date
  updatedAt?: Date
  section?: string
  /** Addresses of the authors' pages. */
  authors?: string[]
  /** "en_IE"; that of the publication where nothing is said. */
  locale?: string
}

/** What a page says about itself to machines. Addresses are absolute except for `prev`, `next` and `feeds`. */
export interface PageHead {
  /** Without the name of the publication; the frame adds it, except on the front. */
  title: string
  description?: string
  canonical: string
  alternates?: { hreflang: string; href: string }[]
  openGraph?: OpenGraph
  jsonLd?: object[]
  /** "noindex", "max-image-preview:large" … */
  robots?: string
  feeds?: FeedLink[]
  prev?: string
  next?: string
}
