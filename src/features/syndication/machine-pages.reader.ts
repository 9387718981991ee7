import { lightPaper } from '../../design/colour.ts'
import { direction } from '../../design/messages.ts'
import { BadInput, ExpectedError, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import { readPublication } from '../publication/publication.ts'
import { findFormerAddress, findPublishedStory, socialImage } from '../stories/story.ts'
import { document, element } from './xml.ts'

/** `/robots.txt` (RFC 9309). */
export async function robots(_ask: Ask, house: House): Promise<Answer> {
  const { siteUrl } = await readPublication(house)
  const lines = [
    'User-agent: *',
    'Disallow: /newsroom',
    'Disallow: /account',
    'Disallow: /search',
    'Disallow: /blocks/',
    'Allow: /',
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
  ]
  return { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n`, keys: ['publication'] }
}

/** `/manifest.webmanifest` (W3C Web Application Manifest). */
export async function manifest(_ask: Ask, house: House): Promise<Answer> {
  const { name, shortName, description, language, accent } = await readPublication(house)
  const icon = (size: number, purpose: string) => ({
    src: `/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const body = {
    id: '/',
    name,
    short_name: shortName || name,
    description: description || undefined,
    lang: language,
    dir: direction(language),
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: lightPaper.paper,
    theme_color: accent,
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
  return {
    type: 'application/manifest+json; charset=utf-8',
    body: JSON.stringify(body),
    keys: ['publication'],
  }
}

/**
 * `/oembed?url=…&format=json|xml` (oembed.com 1.0): a story as a card for other sites: a quotation that links to it,
 * with no script and no frame. 404 for an address that is not a story of ours, 501 for another format.
 */
export async function oEmbed(ask: Ask, house: House): Promise<Answer> {
  const publication = await readPublication(house)
  const { url = '', format = 'json' } = ask.query
  if (!url)
    throw new BadInput({
      field: 'url',
      sentence: 'The address of the story is missing: add ?url= to the address.',
    })
  if (format !== 'json' && format !== 'xml')
    throw new ExpectedError('not-implemented', 501, 'The format can be json or xml.')
  const story = await findByAddress(house, url, publication.siteUrl)
  const width = within(ask.query.maxwidth, 600)
  const image = story.photograph ? socialImage(publication.siteUrl, story.photograph) : undefined
  const facts = {
    version: '1.0',
    type: 'rich',
    provider_name: publication.name,
    provider_url: `${publication.siteUrl}/`,
    title: story.headline,
    author_name: story.authors.map(author => author.name).join(', ') || undefined,
    author_url: story.authors[0] && webAddress(publication.siteUrl, `/authors/${story.authors[0].slug}`),
    cache_age: 3600,
    thumbnail_url: image?.src,
    thumbnail_width: image?.width,
    thumbnail_height: image?.height,
    html: quotation(story, publication),
    width,
    height: within(ask.query.maxheight, 200),
  }
  const headers = { 'access-control-allow-origin': '*' }
  const keys = [
    'publication',
    `story:${story.id}`,
    ...story.authors.map(author => `author:${author.id}`),
    ...(story.photograph ? [`photograph:${story.photograph.id}`] : []),
  ]
  if (format === 'json')
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(facts), headers, keys }
  const fields = Object.entries(facts).map(([name, value]) => value !== undefined && element(name, {}, value))
  return { type: 'text/xml; charset=utf-8', body: document(element('oembed', {}, fields)), headers, keys }
}

async function findByAddress(house: House, address: string, siteUrl: string) {
  const url = URL.parse(address, siteUrl)
  if (!url || url.origin !== siteUrl) throw new NotFound()
  const slug = decoded(url.pathname.replace(/^\/+|\/+$/g, ''))
  const story = await findPublishedStory(house.db, slug)
  if (story) return story
  const former = await findFormerAddress(house.db, slug)
  const moved = former && 'movedTo' in former ? await findPublishedStory(house.db, former.movedTo) : null
  if (!moved) throw new NotFound()
  return moved
}

function quotation(
  story: { slug: string; headline: string; standfirst: string; language: string },
  { siteUrl, name }: { siteUrl: string; name: string },
): string {
  const link = element('a', { href: webAddress(siteUrl, `/${story.slug}`) }, story.headline)
  const { language } = story
  return element(
    'blockquote',
    { class: 'masthead-story', lang: language, dir: direction(language) },
    element('p', {}, link),
    story.standfirst && element('p', {}, story.standfirst),
    element('footer', {}, name),
  ).xml
}

function within(text: string | undefined, most: number): number {
  const asked = /^\d{1,5}$/.test(text ?? '') ? Number(text) : most
  return Math.max(1, Math.min(asked, most))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll('\0', '')
  } catch {
    return text
  }
}
