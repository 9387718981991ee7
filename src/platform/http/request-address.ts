/**
 * The address that was asked for, on this publication: whatever host or scheme the request's target names (RFC 9112,
 * 3.2), only its path and query count, and no target is too odd to have one.
 */
export function addressOf(target: string, siteUrl: string): URL {
  const [path = '', ...query] = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').split('?')
  const url = new URL(siteUrl)
  url.pathname = path
  url.search = query.join('?')
  return url
}

/**
 * The name that a page is printed under: its route's pattern with what the handler gets to see, parameters and the
 * query that counts in one order. So every spelling of an address shares one print, and none can be printed as another.
 */
export function printName(
  pattern: string,
  { params, query }: { params: Record<string, string>; query: Record<string, string> },
): string {
  const path = pattern.replace(/:(\w+)(?:\([^)]*\))?/g, (_, name) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  )
  const counted = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))
  const text = new URLSearchParams(counted).toString()
  return text ? `${path}?${text}` : path
}
