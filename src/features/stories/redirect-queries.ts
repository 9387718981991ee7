import type { Database } from '../../platform/database/database.ts'
import { locationOf } from '../../platform/http/route.ts'

/** Queries by which old systems named a story; all others are trackers and the like. */
const naming = /^\?(?:p|page_id|attachment_id|post_type|name|pagename)=[^&]*/

/**
 * Where an old address leads, as a Location header has it: looked for with its query first (`/?p=12`), then without.
 * Null where it leads nowhere, to itself, or to what is no address of the web.
 */
export async function findRedirect(db: Database, url: URL): Promise<string | null> {
  const paths = spellingsOf(url)
  const rows = await db.selectFrom('redirects').selectAll().where('path', 'in', paths).execute()
  const byPath = new Map(rows.map(row => [row.path, row.target]))
  for (const path of paths) {
    const location = locationOf(byPath.get(path) ?? '')
    if (location !== null && location !== url.pathname && location !== url.pathname + url.search)
      return location
  }
  return null
}

/** Old systems wrote addresses with and without a slash at the end, and escapes in large or small letters. */
function spellingsOf({ pathname, search }: URL): string[] {
  const path = pathname.replace(/\/{2,}/g, '/')
  const large = path.replace(/%[0-9a-f]{2}/gi, byte => byte.toUpperCase())
  const paths = [path, withSlash(path), large, withSlash(large)].filter(each => each !== '')
  const queries = new Set([search, naming.exec(search)?.[0] ?? '', ''])
  return [...new Set([...queries].flatMap(query => paths.map(each => each + query)))]
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : `${path}/`
}
