import { isSafeHref } from '../../stories/story.ts'

/** Ghost's own windows for readers who sign up, which are no pages. */
const portal = /^(?:https?:\/\/[^/]+)?\/?(?:[^#]*)#\/(portal|share|search)\b/

/** The addresses of one export: pictures become whole, links to the site's own pages begin at the slash. */
export interface Addresses {
  /** Every text of a body, with `__GHOST_URL__` and sizes of pictures replaced. */
  readable(text: string): string
  /** A picture's or file's address; null where it has none on the web. */
  media(source: unknown): string | null
  /** A link's target; null where there is none that may be kept. */
  link(source: unknown): string | null
  /** An address of an embed or bookmark, whole; null as above. */
  web(source: unknown): string | null
  isOwn(href: string): boolean
}

/** `site` is where the old site answers, or where it is taken to. */
export function createAddresses(site: string): Addresses {
  const base = new URL(site)
  const root = base.href.replace(/[?#].*$/, '').replace(/\/+$/, '')
  const host = base.host.replace(/^www\./, '')

  const readable = (text: string) =>
    text
      .replaceAll('__GHOST_URL__', root)
      .replace(/(\/content\/images)\/size\/(?:w\d+)?(?:h\d+)?(?:\/format\/\w+)?(?=\/)/g, '$1')
  const parse = (source: unknown): URL | null => {
    if (typeof source !== 'string' || source.length > 6000) return null
    const text = readable(source)
      .replace(/[\t\r\n]/g, '')
      .trim()
    if (text === '') return null
    const below = /^\/(?!\/)/.test(text) && !text.startsWith(`${base.pathname}`.replace(/\/?$/, '/'))
    const url = URL.parse(below ? root + text : text, `${root}/`)
    const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
    return url && isWeb && !url.username && !url.password && url.href.length <= 2000 ? url : null
  }
  const isOwn = (url: URL) => url.host.replace(/^www\./, '') === host && url.href.startsWith(url.origin)

  return {
    readable,
    isOwn: href => {
      const url = URL.parse(href)
      return url !== null && isOwn(url)
    },
    media: source => parse(source)?.href ?? null,
    web: source => parse(source)?.href ?? null,
    link(source) {
      if (typeof source !== 'string') return null
      const text = readable(source)
        .replace(/[\t\r\n]/g, '')
        .trim()
      if (portal.test(text)) return null
      if (/^#\S*$/.test(text) || /^(mailto|tel):/i.test(text)) {
        const href = text.replace(/\s+/g, /^tel:/i.test(text) ? '' : '%20')
        return href.length <= 4000 && isSafeHref(href) ? href : null
      }
      const url = parse(source)
      if (!url) return null
      const href = isOwn(url) ? `${url.pathname}${url.search}${url.hash}`.replace(/^\/{2,}/, '/') : url.href
      return isSafeHref(href) ? href : null
    },
  }
}
