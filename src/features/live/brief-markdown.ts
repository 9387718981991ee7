import type { Inline, Mark } from '../stories/story.ts'

/**
 * A brief as it is typed: the first line is the headline, every further line a paragraph, in which `[words](address)`,
 * `**bold**`, `_italic_` and whole web addresses count. A backslash takes a sign for what it is.
 */
export function readBriefText(text: string): { headline: string; content: Inline[][] } {
  const [headline = '', ...paragraphs] = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return { headline, content: paragraphs.map(line => readInline(line)) }
}

/** A link in the first line, which as a headline cannot hold one. */
export function linkInHeadline(headline: string): boolean {
  return /\[[^\]]+\]\([^)\s]+\)/.test(headline)
}

/** The brief as it would have been typed. What has no sign of its own (a line break, underlining) is left out. */
export function writeBriefText({ headline, content }: { headline: string; content: Inline[][] }): string {
  return [headline, ...content.map(writeInline)].join('\n')
}

/**
 * What was typed over a brief that is there: a paragraph that was not touched keeps what cannot be typed.
 */
export function readOverBrief(text: string, before: Inline[][]): { headline: string; content: Inline[][] } {
  const typed = readBriefText(text)
  const known = new Map(
    before.map(paragraph => [JSON.stringify(readInline(writeInline(paragraph))), paragraph]),
  )
  return {
    headline: typed.headline,
    content: typed.content.map(paragraph => known.get(JSON.stringify(paragraph)) ?? paragraph),
  }
}

// One alternative each: an escaped sign, a link, bold, italic, a bare address.
const signs =
  /\\([\\*_[\]])|\[((?:[^[\]\\]|\\.)+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|\*\*(?=\S)(.*?\S)\*\*|(?<![\p{L}\p{N}])_(?=\S)(.*?\S)_(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"“”]+)/gu

function readInline(line: string, marks: Mark[] = []): Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const match of line.matchAll(signs)) {
    const [whole, escaped, words, href, bold, italic, address] = match
    say(line.slice(at, match.index))
    at = match.index + whole.length
    if (escaped !== undefined) say(escaped)
    else if (words !== undefined && href !== undefined) {
      if (isWebAddress(href) && !marks.some(mark => mark.type === 'link'))
        add(readInline(words, [...marks, { type: 'link', href }]))
      else say(whole)
    } else if (bold !== undefined) add(readInline(bold, [...marks, { type: 'bold' }]))
    else if (italic !== undefined) add(readInline(italic, [...marks, { type: 'italic' }]))
    else if (address !== undefined) bare(address)
  }
  say(line.slice(at))
  return parts

  function bare(address: string): void {
    // What ends a sentence does not belong to the address in it.
    const href = address.replace(/[.,;:!?)\]}’'*_]+$/u, '')
    if (marks.some(mark => mark.type === 'link')) say(address)
    else {
      add([{ type: 'text', text: href, marks: [...marks, { type: 'link', href }] }])
      say(address.slice(href.length))
    }
  }

  function say(text: string): void {
    if (text !== '') add([{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }])
  }

  /** Neighbours of the same kind are one. */
  function add(more: Inline[]): void {
    for (const part of more) {
      const last = parts.at(-1)
      if (last?.type === 'text' && part.type === 'text' && sameMarks(last.marks, part.marks))
        parts[parts.length - 1] = { ...last, text: last.text + part.text }
      else parts.push(part)
    }
  }
}

function writeInline(content: readonly Inline[]): string {
  return content.map(part => (part.type === 'text' ? writePart(part.text, part.marks ?? []) : ' ')).join('')
}

function writePart(text: string, marks: readonly Mark[]): string {
  const link = marks.find(mark => mark.type === 'link')
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (words === '') return text
  // A bare address is written as one.
  if (link?.type === 'link' && link.href === words) return before + words + after
  let written = words.replace(/[\\*_[\]]/g, '\\$&')
  if (marks.some(mark => mark.type === 'italic')) written = `_${written}_`
  if (marks.some(mark => mark.type === 'bold')) written = `**${written}**`
  if (link?.type === 'link') written = `[${written}](${link.href})`
  return before + written + after
}

function sameMarks(some: Mark[] = [], others: Mark[] = []): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}

function isWebAddress(href: string): boolean {
  return /^(https?:\/\/[^\s\\]+|mailto:\S+|tel:[+\d().-]+|\/(?![/\\])\S*)$/i.test(href)
}
