/**
 * The whole address of a path on the publication, as machines want it: in ASCII, letters of other scripts as
 * percent-encoded UTF-8 (RFC 3986, 2.5; sitemaps.org and RSS ask for it).
 */
export function webAddress(siteUrl: string, path: string): string {
  if (plain.test(path)) return siteUrl + path
  return siteUrl + new URL(`.${path}`, 'http://here.invalid').href.slice('http://here.invalid'.length)
}

/** Paths that nothing is to be done about, by far the most. */
const plain = /^(?:\/[\w-]+)+$/
