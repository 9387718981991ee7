import type { Database } from '../../platform/database/database.ts'
import { type FrontContent, frontContent } from './front.ts'

/** The live content of a front; null where it was never published. */
export async function readFront(db: Database, slug: string): Promise<FrontContent | null> {
  const row = await db.selectFrom('fronts').select('live').where('slug', '=', slug).executeTakeFirst()
  return row ? frontContent.parse(row.live) : null
}

export async function readFrontTitle(db: Database, slug: string): Promise<string | null> {
  const row = await db.selectFrom('fronts').select('title').where('slug', '=', slug).executeTakeFirst()
  return row?.title ?? null
}
