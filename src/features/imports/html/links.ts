import { isSafeHref, type Mark } from '../../stories/story.ts'
import { type Conversion, note } from './conversion.ts'
import { attribute, type Element } from './dom.ts'

/** The mark of `<a>`; null where the link goes nowhere or may not be kept, so that only its words stay. */
export function linkMark(link: Element, conversion: Conversion): Mark | null {
  const source = attribute(link, 'href')
  // Browsers drop these inside addresses, so "java\nscript:" must meet the same check as "javascript:".
  const href = source?.replace(/[\t\r\n]/g, '').trim()
  if (!href) return null
  if (href.startsWith('#')) return { type: 'link', href: href.replace(/\s/g, '%20') }
  const whole = resolved(href, conversion.baseUrl)
  if (whole !== null && whole.length <= 4000 && isSafeHref(whole)) return { type: 'link', href: whole }
  if (whole === null || /^https?:/i.test(href))
    note(conversion, 'a link with a broken address was taken off its words')
  else note(conversion, 'a link that could do harm was taken off its words')
  return null
}

/** Same-site paths stay paths only where no site is known; "mailto:" and "tel:" stay as they are. */
function resolved(href: string, baseUrl: string | undefined): string | null {
  if (/^(mailto|tel):/i.test(href))
    return href.replace(/\s+/g, href.toLowerCase().startsWith('tel:') ? '' : '%20')
  if (!baseUrl && href.startsWith('/') && !href.startsWith('//')) return href.replaceAll('\\', '/')
  try {
    const url = new URL(href, baseUrl)
    if (url.username || url.password) return null
    return url.href
  } catch {
    return null
  }
}
