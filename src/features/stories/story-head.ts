import type { PageHead } from '../../design/frame.ts'
import type { PhotographData } from '../../design/photograph-data.ts'
import type { Publication } from '../publication/publication.ts'
import type { PublishedStory } from './story.ts'
import { storyJsonLd } from './story-json-ld.ts'

/** What a story's page says of itself to machines. */
export function storyHead(publication: Publication, story: PublishedStory): PageHead {
  const { siteUrl } = publication
  const url = `${siteUrl}/${story.slug}`
  const { content, topic } = story
  const description = content.searchDescription || story.standfirst
  return {
    title: content.searchHeadline || story.headline,
    description: description || undefined,
    canonical: content.canonicalUrl ?? url,
    alternates: alternates(publication, story),
    robots: 'max-image-preview:large',
    jsonLd: storyJsonLd(publication, story),
    feeds: oEmbedLink(story),
    openGraph: {
      type: 'article',
      title: content.searchHeadline || story.headline,
      description: description || undefined,
      image: story.photograph ? socialImage(siteUrl, story.photograph) : undefined,
      publishedAt: story.publishedAt,
      updatedAt: story.updatedAt ?? undefined,
      section: topic?.name,
      authors: story.authors.map(author => `${siteUrl}/authors/${author.slug}`),
      locale: story.language.replace('-', '_'),
    },
  }
}

/** Where other programs learn how to show the story as a card (oEmbed, discovery). */
function oEmbedLink(story: PublishedStory): PageHead['feeds'] {
  const href = `/oembed?${new URLSearchParams({ url: `/${story.slug}` })}`
  return [{ title: story.headline, type: 'application/json+oembed', href }]
}

/** hreflang links to all translations, itself among them, as search engines ask; none where there is only one. */
function alternates({ siteUrl }: Publication, story: PublishedStory): PageHead['alternates'] {
  if (story.translations.length === 0) return undefined
  return [{ slug: story.slug, language: story.language }, ...story.translations].map(
    ({ slug, language }) => ({
      hreflang: language,
      href: `${siteUrl}/${slug}`,
    }),
  )
}

/** The picture for a social network's card, with a whole address: the crop made for it, or the picture itself until then. */
export function socialImage(siteUrl: string, photograph: PhotographData) {
  if (photograph.state === 'elsewhere' || photograph.state === 'failed' || !photograph.src) return undefined
  const { src, width, height } = photograph.social ?? { ...photograph, width: undefined, height: undefined }
  return { src: new URL(src, siteUrl).href, width, height, alt: photograph.alt || undefined }
}
