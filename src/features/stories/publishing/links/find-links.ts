import type { Database } from '../../../../platform/database/database.ts'
import { reservedSlugs } from '../../reserved-slugs.ts'
import { kindOfLink, type LinkFacts, linksIn } from './link-facts.ts'
import { findLinkChecks, lookInside, slugIn } from './link-queries.ts'

/** Where the links of a story lead, as far as it is known now; what nobody has asked about yet is waiting. */
export async function findLinks(
  db: Database,
  options: { blocks: readonly { id: string }[]; siteUrl: string; ownSlug: string },
): Promise<LinkFacts[]> {
  const { siteUrl, ownSlug } = options
  const links = linksIn(options.blocks).map(link => ({ ...link, to: kindOfLink(link.href, siteUrl) }))
  const known = await findLinkChecks(db, outsideOf(links))
  const inside = await lookInside(
    db,
    links.flatMap(({ to }) => (to.kind === 'inside' ? [to.path] : [])),
  )
  return links.flatMap(({ href, block, to }): LinkFacts[] => {
    if (to.kind === 'other') return []
    if (to.kind === 'outside') {
      const check = known.get(to.url)
      return [{ href, block, state: check?.state ?? 'waiting', detail: check?.detail ?? '' }]
    }
    return [{ href, block, ...insideState(to.path, inside.get(to.path), ownSlug) }]
  })
}

/** The addresses outside that a story links to. */
export function outsideOf(links: readonly { to: ReturnType<typeof kindOfLink> }[]): string[] {
  return [...new Set(links.flatMap(({ to }) => (to.kind === 'outside' ? [to.url] : [])))]
}

type Inside = Awaited<ReturnType<typeof lookInside>> extends Map<string, infer V> ? V : never

function insideState(
  path: string,
  found: Inside | undefined,
  ownSlug: string,
): Pick<LinkFacts, 'state' | 'detail'> {
  const slug = slugIn(path)
  const good = { state: 'good', detail: '' } as const
  if (slug === '' || slug === ownSlug || reservedSlugs.has(slug.split('/')[0]!)) return good
  if (found?.slug) return found.slug === slug ? good : { state: 'moved', detail: `/${found.slug}` }
  if (found?.movedTo) return { state: 'moved', detail: found.movedTo }
  return {
    state: 'dead',
    detail: found?.isGone
      ? 'That story has been withdrawn.'
      : 'Nothing is published at this address of ours, or not yet.',
  }
}
