import type { Database } from '../../platform/database/database.ts'

/** Where an old address leads: looked for with its query first (`/?p=12`), then without. Null where it leads nowhere. */
export async function findRedirect(db: Database, url: URL): Promise<string | null> {
  const paths = [...new Set([url.pathname + url.search, url.pathname, withSlash(url.pathname)])]
  const rows = await db.selectFrom('redirects').selectAll().where('path', 'in', paths).execute()
  const byPath = new Map(rows.map(row => [row.path, row.target]))
  for (const path of paths) {
    const target = byPath.get(path)
    if (target !== undefined && target !== url.pathname) return target
  }
  return null
}

/** Old systems wrote addresses with and without a slash at the end. */
function withSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : `${path}/`
}
