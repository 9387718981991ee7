import type { PageHead } from '../../design/frame.ts'
import type { PhotographData } from '../../design/photograph-data.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import type { Publication } from '../publication/publication.ts'
import type { PublishedStory } from './story.ts'
import { storyJsonLd } from './story-json-ld.ts'

/** What a story's page says of itself to machines. */
export function storyHead(publication: Publication, story: PublishedStory): PageHead {
  const { siteUrl } = publication
  const { content, topic } = story
  const description = content.searchDescription || story.standfirst
  return {
    title: content.searchHeadline || story.headline,
    description: description || undefined,
    canonical: canonicalOf(siteUrl, story),
    alternates: alternates(publication, story),
    robots: 'max-image-preview:large',
    jsonLd: storyJsonLd(publication, story),
    feeds: oEmbedLinks(siteUrl, story),
    openGraph: {
      type: 'article',
      title: content.searchHeadline || story.headline,
      description: description || undefined,
      image: story.photograph ? socialImage(siteUrl, story.photograph) : undefined,
      publishedAt: story.publishedAt,
      updatedAt: story.updatedAt ?? undefined,
      section: topic?.name,
      authors: story.authors.map(author => webAddress(siteUrl, `/authors/${author.slug}`)),
      locale: story.language.replace('-', '_'),
    },
  }
}

/** The original's address for a reprint, where it is one of the web; else the story's own. */
export function canonicalOf(siteUrl: string, { slug, content }: PublishedStory): string {
  const original = URL.parse(content.canonicalUrl ?? '')
  return original && /^https?:$/.test(original.protocol) ? original.href : webAddress(siteUrl, `/${slug}`)
}

/** Where other programs learn how to show the story as a card (oEmbed 1.0, section 4: whole addresses). */
function oEmbedLinks(siteUrl: string, story: PublishedStory): PageHead['feeds'] {
  const url = webAddress(siteUrl, `/${story.slug}`)
  return (['json', 'xml'] as const).map(format => ({
    title: story.headline,
    type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
    href: `${siteUrl}/oembed?${new URLSearchParams({ url, format })}`,
  }))
}

/**
 * hreflang links to all translations, itself among them, as search engines ask; none where there is only one. Readers
 * of any other language are sent to the one in the publication's language, or the first; every one of them says the same.
 */
function alternates({ siteUrl, language }: Publication, story: PublishedStory): PageHead['alternates'] {
  if (story.translations.length === 0) return undefined
  const all = [{ slug: story.slug, language: story.language }, ...story.translations]
    .map(each => ({ hreflang: each.language, href: webAddress(siteUrl, `/${each.slug}`) }))
    .sort((a, b) => (a.hreflang < b.hreflang ? -1 : a.hreflang > b.hreflang ? 1 : a.href < b.href ? -1 : 1))
  const usual = all.find(each => each.hreflang === language) ?? all[0]!
  return [...all, { hreflang: 'x-default', href: usual.href }]
}

/** The picture for a social network's card, with a whole address: the crop made for it, or the picture itself until then. */
export function socialImage(siteUrl: string, photograph: PhotographData) {
  if (photograph.state === 'elsewhere' || photograph.state === 'failed' || !photograph.src) return undefined
  const { src, width, height } = photograph.social ?? { ...photograph, width: undefined, height: undefined }
  return { src: new URL(src, siteUrl).href, width, height, alt: photograph.alt || undefined }
}
