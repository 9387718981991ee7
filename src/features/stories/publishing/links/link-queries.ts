import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../../../platform/database/database.ts'
import type { LinkFacts } from './link-facts.ts'

type State = LinkFacts['state']

export function hashOfUrl(url: string): Buffer {
  return createHash('sha256').update(url).digest()
}

/** What is known of these addresses; what nobody has asked about is missing. */
export async function findLinkChecks(
  db: Database,
  urls: readonly string[],
): Promise<Map<string, { state: State; detail: string }>> {
  if (urls.length === 0) return new Map()
  const rows = await db
    .selectFrom('link_checks')
    .select(['url', 'state', 'detail'])
    .where('hash', 'in', urls.map(hashOfUrl))
    .execute()
  return new Map(rows.map(({ url, state, detail }) => [url, { state, detail }]))
}

/** Marks as waiting those that nobody asked about in the last day, or whose answer never came; returns them. */
export async function markWaiting(
  tx: Transaction,
  { urls, now }: { urls: readonly string[]; now: Date },
): Promise<string[]> {
  if (urls.length === 0) return []
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const rows = await tx
    .insertInto('link_checks')
    .values(
      [...new Set(urls)].map(url => ({
        hash: hashOfUrl(url),
        url,
        state: 'waiting' as const,
        asked_at: now,
      })),
    )
    .onConflict(conflict =>
      conflict
        .column('hash')
        .doUpdateSet({ state: 'waiting', detail: '', asked_at: now })
        .where(eb =>
          eb.or([
            eb('link_checks.asked_at', '<', ago(86_400)),
            eb.and([eb('link_checks.state', '=', 'waiting'), eb('link_checks.asked_at', '<', ago(180))]),
            eb.and([eb('link_checks.state', '=', 'unknown'), eb('link_checks.asked_at', '<', ago(600))]),
          ]),
        ),
    )
    .returning('url')
    .execute()
  return rows.map(row => row.url)
}

export async function keepLinkCheck(
  db: Database,
  check: { url: string; state: State; detail: string; at: Date },
): Promise<void> {
  await db
    .updateTable('link_checks')
    .set({ state: check.state, detail: check.detail.slice(0, 2000), checked_at: check.at })
    .where('hash', '=', hashOfUrl(check.url))
    .execute()
}

export async function forgetOldLinkChecks(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('link_checks').where('asked_at', '<', before).execute()
}

/** Of paths on the publication ("/ferry-vote"): where each leads. Only stories, redirects and names are looked at. */
export async function lookInside(
  db: Database,
  paths: readonly string[],
): Promise<Map<string, { slug: string | null; movedTo: string | null; isGone: boolean }>> {
  if (paths.length === 0) return new Map()
  const { rows } = await sql<{
    path: string
    slug: string | null
    target: string | null
    state: string | null
  }>`
    select asked.path, p.slug, r.target, s.state
    from unnest(${[...paths]}::text[], ${paths.map(slugIn)}::text[]) as asked(path, slug)
    left join story_slugs on story_slugs.slug = asked.slug
    left join stories s on s.id = story_slugs.story_id
    left join published_stories p on p.story_id = s.id
    left join redirects r on r.path = asked.path`.execute(db)
  return new Map(
    rows.map(({ path, slug, target, state }) => [
      path,
      { slug, movedTo: slug ? null : target, isGone: state === 'withdrawn' },
    ]),
  )
}

/** The slug in a path, as it is kept. */
export function slugIn(path: string): string {
  const first = path.split(/[?#]/)[0]!.replace(/^\/+|\/+$/g, '')
  try {
    return decodeURIComponent(first)
  } catch {
    return first
  }
}
