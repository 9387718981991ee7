/** Small steps on a parsed document. None of them loads or runs anything: the document has no window. */

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

export function rename(element: Element, tag: string): HTMLElement {
  const fresh = element.ownerDocument.createElement(tag)
  fresh.append(...element.childNodes)
  element.replaceWith(fresh)
  return fresh
}

/** Wraps what is inside an element into another. */
export function wrapInside(element: Element, tag: string): void {
  const inner = element.ownerDocument.createElement(tag)
  inner.append(...element.childNodes)
  element.append(inner)
}

export function styleOf(element: Element): string {
  return (element.getAttribute('style') ?? '').toLowerCase()
}

/** The value of one property of a style attribute; '' where it is not said. Reads what browsers would not (mso-…), too. */
export function property(element: Element, name: string): string {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(
    element.getAttribute('style') ?? '',
  )
  return found?.[1]?.trim().toLowerCase() ?? ''
}

export function hasWords(element: Element): boolean {
  return /[^\s\u00a0\u200b\ufeff]/.test(element.textContent ?? '')
}

export const blockTags = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'DD',
  'DIV',
  'DL',
  'DT',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TBODY',
  'TD',
  'TFOOT',
  'TH',
  'THEAD',
  'TR',
  'UL',
])

export function isBlock(node: Node | null): boolean {
  return node?.nodeType === 1 && blockTags.has((node as Element).tagName)
}

export function hasBlocks(element: Element): boolean {
  return element.querySelector(anyBlock) !== null
}

const anyBlock = [...blockTags].join(',')
