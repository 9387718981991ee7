import type { PhotographData } from '../../design/photograph-data.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import { breadcrumbJsonLd, type Publication, publisherJsonLd } from '../publication/publication.ts'
import { correctionAnchor } from './correction-anchor.ts'
import type { PublishedStory } from './story.ts'
import { canonicalOf } from './story-head.ts'

/** A story as schema.org knows it: NewsArticle with authors, picture and credit, corrections; and its place on the site. */
export function storyJsonLd(publication: Publication, story: PublishedStory): object[] {
  const { siteUrl } = publication
  const path = `/${story.slug}`
  const url = webAddress(siteUrl, path)
  const steps = [
    ...(story.topic ? [{ name: story.topic.name, path: `/topics/${story.topic.slug}` }] : []),
    { name: story.headline, path },
  ]
  if (story.kind === 'page') return [pageJsonLd(publication, story), breadcrumbJsonLd(publication, steps)]
  const opinion = /^(opinion|коментар|думка|opinión|meinung|tribune|رأي)/i.test(story.label)
  return [
    {
      '@context': 'https://schema.org',
      '@type': opinion ? 'OpinionNewsArticle' : 'NewsArticle',
      '@id': `${url}#story`,
      mainEntityOfPage: canonicalOf(siteUrl, story),
      url,
      headline: story.headline.slice(0, 110),
      alternativeHeadline: story.headline.length > 110 ? story.headline : undefined,
      description: story.standfirst || undefined,
      datePublished: story.publishedAt.toISOString(),
      dateModified: lastChange(story).toISOString(),
      inLanguage: story.language,
      articleSection: story.topic?.name,
      keywords: story.topics.length ? story.topics.map(topic => topic.name) : undefined,
      wordCount: story.words,
      isAccessibleForFree: true,
      author: story.authors.map(author => ({
        '@type': 'Person',
        name: author.name,
        url: webAddress(siteUrl, `/authors/${author.slug}`),
        jobTitle: author.role || undefined,
      })),
      publisher: publisherJsonLd(publication),
      image: story.photograph
        ? pictureJsonLd(siteUrl, story.photograph, story.content.photograph)
        : undefined,
      correction: story.corrections.length
        ? story.corrections.map(each => ({
            '@type': 'CorrectionComment',
            '@id': `${url}#${correctionAnchor(each.id)}`,
            url: `${url}#${correctionAnchor(each.id)}`,
            text: each.text,
            inLanguage: story.language,
            datePublished: each.publishedAt.toISOString(),
          }))
        : undefined,
      workTranslation: story.translations.length
        ? story.translations.map(each => ({
            '@type': 'NewsArticle',
            '@id': `${webAddress(siteUrl, `/${each.slug}`)}#story`,
            inLanguage: each.language,
            headline: each.headline,
          }))
        : undefined,
    },
    breadcrumbJsonLd(publication, steps),
  ]
}

function pageJsonLd(publication: Publication, story: PublishedStory): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    url: webAddress(publication.siteUrl, `/${story.slug}`),
    name: story.headline,
    description: story.standfirst || undefined,
    inLanguage: story.language,
    dateModified: lastChange(story).toISOString(),
    publisher: publisherJsonLd(publication),
  }
}

/** The picture with whose it is (ImageObject: creditText, creator). */
function pictureJsonLd(
  siteUrl: string,
  photograph: PhotographData,
  words: { caption?: string; credit?: string } | null,
): object | undefined {
  if (photograph.state === 'elsewhere' || photograph.state === 'failed') return undefined
  const widest = photograph.renditions
    .filter(each => each.format === 'jpeg')
    .sort((a, b) => b.width - a.width)[0]
  const credit = words?.credit ?? photograph.credit
  return {
    '@type': 'ImageObject',
    url: new URL(widest?.src ?? photograph.src, siteUrl).href,
    width: widest?.width ?? photograph.width ?? undefined,
    height: widest?.height ?? photograph.height ?? undefined,
    caption: (words?.caption ?? photograph.caption) || undefined,
    creditText: credit || undefined,
    creator: credit ? { '@type': 'Person', name: credit.split('/')[0]?.trim() } : undefined,
  }
}

function lastChange(story: PublishedStory): Date {
  const times = [story.publishedAt, story.updatedAt, ...story.corrections.map(each => each.publishedAt)]
  return new Date(Math.max(...times.map(time => time?.getTime() ?? 0)))
}
