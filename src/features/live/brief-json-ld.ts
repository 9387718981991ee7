import type { Publication } from '../publication/publication.ts'
import { plainText } from '../stories/story.ts'
import type { ReaderBrief } from './brief-queries.ts'

/** schema.org NewsArticle for a brief's own page. */
export function briefArticle(brief: ReaderBrief, publication: Publication): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...posting(brief, publication),
    mainEntityOfPage: addressOf(brief, publication),
    inLanguage: brief.language ?? publication.language,
    author: organisation(publication),
    publisher: organisation(publication),
    isAccessibleForFree: true,
    ...(brief.story ? { isBasedOn: `${publication.siteUrl}/${brief.story.slug}` } : {}),
  }
}

/** schema.org LiveBlogPosting for the News Feed: the briefs of one page as its updates. */
export function liveBlog(
  options: { name: string; description: string; path: string; briefs: readonly ReaderBrief[] },
  publication: Publication,
): object | null {
  const { name, description, path, briefs } = options
  const url = publication.siteUrl + path
  const times = briefs.map(brief => brief.publishedAt.getTime())
  if (times.length === 0) return null
  const changes = briefs.map(brief => (brief.updatedAt ?? brief.publishedAt).getTime())
  const started = new Date(Math.min(...times)).toISOString()
  return {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: name,
    description,
    url,
    mainEntityOfPage: url,
    inLanguage: publication.language,
    coverageStartTime: started,
    datePublished: started,
    dateModified: new Date(Math.max(...changes)).toISOString(),
    author: organisation(publication),
    publisher: organisation(publication),
    liveBlogUpdate: briefs.map(brief => ({ '@type': 'BlogPosting', ...posting(brief, publication) })),
  }
}

function posting(brief: ReaderBrief, publication: Publication): object {
  const text = brief.content.map(plainText).join('\n\n')
  return {
    '@id': brief.feedId,
    headline: brief.headline,
    url: addressOf(brief, publication),
    datePublished: brief.publishedAt.toISOString(),
    dateModified: (brief.updatedAt ?? brief.publishedAt).toISOString(),
    articleBody: text || brief.headline,
  }
}

function organisation({ siteUrl, name }: Publication): object {
  return { '@type': 'NewsMediaOrganization', '@id': `${siteUrl}/#organisation`, name, url: `${siteUrl}/` }
}

function addressOf(brief: ReaderBrief, { siteUrl }: Publication): string {
  return `${siteUrl}/news/${brief.id}`
}
