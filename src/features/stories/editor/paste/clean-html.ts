import { isSafeHref } from '../../blocks/inline.ts'
import { property, rename, styleOf, unwrap } from './dom.ts'
import { marksFromStyles } from './marks-from-styles.ts'
import { cleanParagraphs } from './paragraphs.ts'
import { type PastedPicture, takePictures } from './pictures.ts'
import { realLists } from './real-lists.ts'
import { cleanTables } from './tables.ts'

export interface CleanPaste {
  html: string
  /** Pictures that came inside the text, by the number that their block carries (`more.pasted`). */
  pictures: PastedPicture[]
}

/**
 * What was copied from Google Docs, Word, Word Online, LibreOffice, a mail or a page of the web, reduced to what a story
 * is made of: paragraphs, headings, lists, quotations, tables, pictures, links and plain marks. Nothing in it is loaded.
 * What the editor itself copied comes back as it is.
 */
export function cleanPaste(html: string): CleanPaste {
  if (html.includes('data-pm-slice')) return { html, pictures: [] }
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const isOffice = /urn:schemas-microsoft-com|class="?Mso|mso-/i.test(html)
  dropSilent(body)
  realLists(body)
  headings(body)
  marksFromStyles(body, isOffice)
  links(body)
  const pictures = takePictures(body)
  cleanTables(body)
  code(body)
  dropWrappers(body)
  cleanParagraphs(body)
  dropAttributes(body)
  return { html: body.innerHTML, pictures }
}

const silent =
  'script, style, meta, link, title, base, xml, noscript, template, svg, math, object, embed, applet, canvas, audio, video, map, ' +
  'button, input, select, textarea, nav, [hidden], [aria-hidden=true]:not(img), .Apple-interchange-newline'

function dropSilent(body: HTMLElement): void {
  const comments = body.ownerDocument.createTreeWalker(body, 128 /* NodeFilter.SHOW_COMMENT */)
  const found: Node[] = []
  while (comments.nextNode()) found.push(comments.currentNode)
  for (const comment of found) (comment as ChildNode).remove()
  for (const element of body.querySelectorAll(silent)) element.remove()
  for (const element of [...body.querySelectorAll('*')]) {
    const style = styleOf(element)
    if (/display:\s*none|visibility:\s*hidden|mso-hide:\s*all/.test(style)) element.remove()
    // Word's list of comments at the end, and the signs that lead there.
    else if (/mso-element:\s*comment/.test(style) || /MsoComment/.test(element.className)) element.remove()
    // What a tracked change took out is gone; what it put in is text.
    else if (element.tagName === 'DEL' && (element.hasAttribute('cite') || element.hasAttribute('datetime')))
      element.remove()
    else if (element.tagName === 'INS' || element.tagName.includes(':')) unwrap(element)
    else if (element.tagName === 'IFRAME') replaceFrame(element)
  }
}

/** A frame becomes the address that it showed. */
function replaceFrame(frame: Element): void {
  const src = frame.getAttribute('src') ?? ''
  if (!/^https?:\/\//i.test(src)) {
    frame.remove()
    return
  }
  const link = frame.ownerDocument.createElement('a')
  link.setAttribute('href', src)
  link.textContent = src
  const paragraph = frame.ownerDocument.createElement('p')
  paragraph.append(link)
  frame.replaceWith(paragraph)
}

/** The largest heading becomes the story's largest, and those below it follow; a story's own headline is not among them. */
function headings(body: HTMLElement): void {
  for (const element of body.querySelectorAll('[role=heading]:not(h1,h2,h3,h4,h5,h6)'))
    rename(element, `h${Math.min(6, Number(element.getAttribute('aria-level')) || 2)}`)
  for (const title of body.querySelectorAll('p.MsoTitle, p.MsoTitleCxSpFirst')) rename(title, 'h1')
  const found = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  const levels = [...new Set(found.map(({ tagName }) => Number(tagName[1])))].sort((a, b) => a - b)
  for (const heading of found) {
    const level = Math.min(4, 2 + levels.indexOf(Number(heading.tagName[1])))
    const fresh = rename(heading, `h${level}`)
    for (const bold of fresh.querySelectorAll('b, strong')) unwrap(bold)
    for (const inner of fresh.querySelectorAll('[style]'))
      if (property(inner, 'font-weight')) inner.removeAttribute('style')
  }
}

/** Only addresses that a story may link to; those that lead round through somebody's counter lead straight there. */
function links(body: HTMLElement): void {
  for (const link of [...body.querySelectorAll('a')]) {
    const href = straight(link.getAttribute('href')?.trim() ?? '')
    if (!isSafeHref(href) || href.startsWith('#')) unwrap(link)
    else {
      link.setAttribute('href', href)
      for (const underline of link.querySelectorAll('u')) unwrap(underline)
      const { parentElement } = link
      if (parentElement?.tagName === 'U' && parentElement.childNodes.length === 1) unwrap(parentElement)
    }
  }
}

function straight(href: string): string {
  const url = URL.parse(href)
  if (!url) return href
  const { hostname, pathname, searchParams } = url
  const isGoogle = /^(www\.)?google\.[a-z.]+$/.test(hostname) && pathname === '/url'
  const isOutlook = hostname.endsWith('.safelinks.protection.outlook.com')
  const isFacebook = hostname === 'l.facebook.com' && pathname === '/l.php'
  const target = isGoogle
    ? (searchParams.get('q') ?? searchParams.get('url'))
    : isOutlook
      ? searchParams.get('url')
      : isFacebook
        ? searchParams.get('u')
        : null
  return target && /^https?:\/\//i.test(target) ? target : href
}

/** A piece of code is its letters, and its language where the page tells it. */
function code(body: HTMLElement): void {
  for (const pre of body.querySelectorAll('pre')) {
    const named = pre.querySelector('code') ?? pre
    const [, language] =
      /(?:language|lang|highlight-source)-([\w+#-]+)/.exec(`${named.className} ${pre.className}`) ?? []
    for (const line of pre.querySelectorAll('br')) line.replaceWith('\n')
    pre.textContent = (pre.textContent ?? '').replace(/\n$/, '')
    if (language) pre.setAttribute('data-language', JSON.stringify(language))
  }
}

const kept = new Set([
  'A',
  'B',
  'BLOCKQUOTE',
  'BR',
  'CODE',
  'DIV',
  'EM',
  'FIGCAPTION',
  'FIGURE',
  'H2',
  'H3',
  'H4',
  'HR',
  'I',
  'LI',
  'MARK',
  'OL',
  'P',
  'PRE',
  'S',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TABLE',
  'TBODY',
  'TD',
  'TH',
  'TR',
  'U',
  'UL',
])
const asDivision = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'CENTER',
  'DD',
  'DL',
  'DT',
  'FOOTER',
  'HEADER',
  'MAIN',
  'SECTION',
])

function dropWrappers(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')]) {
    if (asDivision.has(element.tagName)) rename(element, 'div')
    else if (element.tagName === 'DEL') rename(element, 's')
    else if (element.tagName === 'FIGURE' && !element.hasAttribute('data-block')) rename(element, 'div')
    else if (element.tagName === 'FIGCAPTION' && !element.closest('figure[data-block]')) rename(element, 'p')
    else if (!kept.has(element.tagName)) unwrap(element)
  }
}

const keptAttributes: Record<string, readonly string[]> = {
  A: ['href'],
  FIGURE: ['data-block', 'data-more', 'data-alt'],
  OL: ['start'],
  PRE: ['data-language'],
  TABLE: ['data-head'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
}

function dropAttributes(body: HTMLElement): void {
  for (const element of body.querySelectorAll('*')) {
    const names = keptAttributes[element.tagName] ?? []
    for (const name of element.getAttributeNames()) if (!names.includes(name)) element.removeAttribute(name)
  }
}
