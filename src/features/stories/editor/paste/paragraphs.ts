import { blockTags, hasBlocks, hasWords, isBlock, rename, unwrap } from './dom.ts'

/** Paragraphs where programs have divisions, empty lines and hard spaces. */
export function cleanParagraphs(body: HTMLElement): void {
  tidySpaces(body)
  for (const division of [...body.querySelectorAll('div')].reverse())
    if (hasBlocks(division)) unwrap(division)
    else rename(division, 'p')
  for (const paragraph of [...body.querySelectorAll('p')]) {
    if (hasBlocks(paragraph)) unwrap(paragraph)
    else splitAtEmptyLines(paragraph)
  }
  wrapLoose(body)
  for (const quotation of body.querySelectorAll('blockquote')) wrapLoose(quotation)
  for (const item of body.querySelectorAll('li')) tidyItem(item)
  for (const element of body.querySelectorAll('p, h2, h3, h4')) {
    trimBreaks(element)
    if (!hasWords(element)) element.remove()
  }
  for (const list of [...body.querySelectorAll('li, ul, ol, blockquote')].reverse())
    if (!hasWords(list) && !list.querySelector('figure')) list.remove()
}

/** Two breaks in a row are the end of a paragraph. */
function splitAtEmptyLines(paragraph: Element): void {
  const page = paragraph.ownerDocument
  const parts: Element[] = [page.createElement('p')]
  let breaks: Node[] = []
  for (const child of [...paragraph.childNodes]) {
    if (child.nodeName === 'BR') breaks.push(child)
    else if (child.nodeType === 3 && !/\S/.test(child.textContent ?? '') && breaks.length > 0) continue
    else {
      if (breaks.length > 1) parts.push(page.createElement('p'))
      else parts.at(-1)!.append(...breaks)
      breaks = []
      parts.at(-1)!.append(child)
    }
  }
  if (parts.length > 1) paragraph.replaceWith(...parts)
  else paragraph.append(...parts[0]!.childNodes)
}

/** Words that stand between blocks are a paragraph of their own. */
function wrapLoose(parent: Element): void {
  let paragraph: Element | null = null
  for (const child of [...parent.childNodes]) {
    if (isBlock(child)) paragraph = null
    else if (child.nodeName === 'BR' && !paragraph) (child as ChildNode).remove()
    else if (child.nodeType === 3 && !/\S/.test(child.textContent ?? '') && !paragraph) child.remove()
    else {
      if (!paragraph) {
        paragraph = parent.ownerDocument.createElement('p')
        child.before(paragraph)
      }
      paragraph.append(child)
    }
  }
  for (const made of parent.querySelectorAll(':scope > p')) splitAtEmptyLines(made)
}

/** An item is one paragraph, with breaks where it had several, and then perhaps a list. */
function tidyItem(item: Element): void {
  const page = item.ownerDocument
  const lists = [...item.children].filter(child => /^(UL|OL)$/.test(child.tagName))
  for (const list of lists) list.remove()
  const paragraph = page.createElement('p')
  for (const child of [...item.childNodes]) {
    const isSeparate = isBlock(child)
    if (isSeparate && paragraph.hasChildNodes() && hasWords(paragraph))
      paragraph.append(page.createElement('br'))
    paragraph.append(...(isSeparate ? [...child.childNodes] : [child]))
  }
  for (const block of paragraph.querySelectorAll([...blockTags].join(','))) unwrap(block)
  item.replaceChildren(paragraph, ...lists)
}

function trimBreaks(element: Element): void {
  for (const edge of ['firstChild', 'lastChild'] as const) {
    let node = element[edge]
    while (node && (node.nodeName === 'BR' || (node.nodeType === 3 && !/\S/.test(node.textContent ?? '')))) {
      node.remove()
      node = element[edge]
    }
  }
}

/**
 * Hard spaces that only kept an editor's spaces apart become spaces; those that a typesetter means stay: beside a figure,
 * a sign, or a word of one or two letters. Line ends of the source are spaces.
 */
function tidySpaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    if (text.parentElement?.closest('pre')) continue
    text.data = text.data
      .replace(/[\u200b\ufeff\u00ad]/g, '')
      .replace(/[\t\r\n ]+/g, ' ')
      .replace(/ *\u00a0[ \u00a0]+|[ \u00a0]+\u00a0 */g, ' ')
      .replace(/\u00a0/g, (_space, at: number, all: string) => (isMeant(all, at) ? '\u00a0' : ' '))
  }
}

function isMeant(text: string, at: number): boolean {
  const before = /\S*$/.exec(text.slice(0, at).replaceAll('\u00a0', ' '))?.[0] ?? ''
  const after = /^\S*/.exec(text.slice(at + 1).replaceAll('\u00a0', ' '))?.[0] ?? ''
  if (before === '' || after === '') return false
  const isShort = (word: string) => /^\p{L}{1,2}$/u.test(word)
  return /\d$|«$|[–—]$/.test(before) || /^[\d»:;!?%€$£–—]/.test(after) || isShort(before) || isShort(after)
}
