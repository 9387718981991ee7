import type { Database } from '../../platform/database/database.ts'
import { findPhotographs } from '../media/photograph.ts'

export interface StoryAddress {
  slug: string
  headline: string
  language: string
  publishedAt: Date
  /** The last change readers were told of. */
  changedAt: Date
  /** Path of its photograph. */
  picture: string | null
}

/** Addresses of published stories or pages, newest first, for sitemaps. */
export async function listAddresses(
  db: Database,
  query: { kind: 'story' | 'page'; from?: Date; until?: Date; limit: number },
): Promise<StoryAddress[]> {
  let list = db
    .selectFrom('published_stories')
    .select(['slug', 'headline', 'language', 'published_at', 'updated_at', 'photograph_id'])
    .where('kind', '=', query.kind)
  if (query.from) list = list.where('published_at', '>=', query.from)
  if (query.until) list = list.where('published_at', '<', query.until)
  const rows = await list
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc')
    .limit(query.limit)
    .execute()
  const pictures = await findPhotographs(db, [...new Set(rows.flatMap(row => row.photograph_id ?? []))])
  return rows.map(row => {
    const picture = row.photograph_id === null ? undefined : pictures.get(row.photograph_id)
    return {
      slug: row.slug,
      headline: row.headline,
      language: row.language,
      publishedAt: row.published_at,
      changedAt: row.updated_at ?? row.published_at,
      picture: picture && picture.state !== 'elsewhere' && picture.src ? picture.src : null,
    }
  })
}
