import { isSafeHref } from './inline.ts'

/**
 * Links as each medium needs them. Both give null where a link cannot be made, so that its words stay and nothing else.
 */

/** On the web: addresses of this publication from the slash, all others as they are. */
export function hrefHere(href: unknown, siteUrl: string): string | null {
  if (typeof href !== 'string' || !isSafeHref(href)) return null
  return isOnSite(href, siteUrl) ? href.slice(siteUrl.length).replace(/^(?!\/)/, '/') : href
}

/** In e-mail and feeds: whole addresses. A place in the text needs the story's own path. */
export function hrefAnywhere(href: unknown, siteUrl: string, storyPath?: string): string | null {
  if (typeof href !== 'string' || !isSafeHref(href)) return null
  if (href.startsWith('#')) return storyPath === undefined ? null : siteUrl + storyPath + href
  return href.startsWith('/') ? siteUrl + href : href
}

/** Address of a file or picture of ours, made whole where it begins at the slash. */
export function wholeAddress(src: string, siteUrl: string): string {
  return src.startsWith('/') && !src.startsWith('//') ? siteUrl + src : src
}

/** True where following the link leaves the publication. */
export function leavesSite(href: string): boolean {
  return /^https?:/i.test(href)
}

export function storyPath(slug: string): string {
  return `/${encodeURIComponent(slug.toWellFormed())}`
}

function isOnSite(href: string, siteUrl: string): boolean {
  if (href.length < siteUrl.length || !leavesSite(href)) return false
  if (href.slice(0, siteUrl.length).toLowerCase() !== siteUrl.toLowerCase()) return false
  const after = href[siteUrl.length]
  // "//" would become an address at another host.
  return after === undefined || after === '?' || after === '#' || /^\/(?!\/)/.test(href.slice(siteUrl.length))
}
