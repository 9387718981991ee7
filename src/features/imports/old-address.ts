/** Queries by which WordPress names a story; all others are trackers and the like. */
const naming = /^\?(p|page_id|attachment_id|post_type|name|pagename)=/
const longest = 1000

/**
 * The part of an old address that a redirect is looked up by: path (escapes in capitals, no slash at the end) and the
 * query where it names a story. Null for the front page and for what is no address.
 */
export function oldPath(address: string): string | null {
  const url = URL.parse(address, 'http://old.invalid')
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
    .replace(/%[0-9a-f]{2}/gi, found => found.toUpperCase())
  const query = naming.test(url.search) ? url.search.replace(/&.*$/, '') : ''
  const whole = query && path !== '/' ? `${path}/${query}` : path + query
  return whole === '/' || whole.length > longest ? null : whole
}

/** The same path as old software writes it: with escapes in small letters. Requests bring either. */
export function spellings(path: string): string[] {
  const small = path.replace(/%[0-9A-F]{2}/g, found => found.toLowerCase())
  return small === path ? [path] : [path, small]
}

/** A key, never a path, for a story's slug at the old site. */
export function guessKey(slug: string): string {
  return `slug:${slug}`
}

/** The key of the story that a dated address ("/2018/11/03/block-button") speaks of, should the date be wrong. */
export function guessedKey(path: string): string | null {
  const last = /^\/(?:[^/]+\/)*\d{4}\/\d{1,2}(?:\/\d{1,2})?\/([^/?]+)$/.exec(path)?.[1]
  try {
    return last ? guessKey(decodeURIComponent(last)) : null
  } catch {
    return null
  }
}

/** Host without "www.", and without what changes when a site moves to https. */
export function siteOf(address: string): string | null {
  const url = URL.parse(address)
  return url ? url.host.toLowerCase().replace(/^www\./, '') : null
}
