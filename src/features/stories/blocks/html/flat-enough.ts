const deepest = 20_000
const tag = /<(\/?)([a-z][^\s/>]*)/gi
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
])

/**
 * HTML as it came, or, where more elements may stand inside each other than any page has, its markup as plain text.
 * Parsers take time with the square of the depth: a megabyte of `<div>` would hold up every reader for a quarter of a
 * minute. An element counts as open until an end of its own name comes, so the depth is never reckoned too small.
 */
export function flatEnough(html: string): string {
  const open = new Map<string, number>()
  let depth = 0
  for (const [, end, given = ''] of html.matchAll(tag)) {
    const name = given.toLowerCase()
    const count = open.get(name) ?? 0
    if (empty.has(name) || (end && count === 0)) continue
    open.set(name, end ? count - 1 : count + 1)
    depth += end ? -1 : 1
    if (depth > deepest) return html.replaceAll('<', '&lt;')
  }
  return html
}
