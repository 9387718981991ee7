import { type Inline, isSafeHref, type Mark } from '../../blocks/inline.ts'

/**
 * Running text as it can be typed into a plain field: `**bold**`, `*italic*`, `[words](address)`, line ends for breaks.
 * Null where something would be lost on the way back.
 */
export function toPlain(content: readonly Inline[]): string | null {
  let text = ''
  for (const part of content) {
    if (part.type === 'break') text += '\n'
    else if (part.type !== 'text') return null
    else {
      const words = marked(part.text, part.marks ?? [])
      if (words === null) return null
      text += words
    }
  }
  return sameText(fromPlain(text), content) ? text : null
}

/** The running text that a plain field holds. Never throws: what is no mark stays as it was typed. */
export function fromPlain(text: string): Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const found of text.matchAll(pattern)) {
    push(parts, text.slice(at, found.index))
    const { bold, italic, words, href } = found.groups as Record<string, string | undefined>
    if (bold !== undefined) push(parts, bold, { type: 'bold' })
    else if (italic !== undefined) push(parts, italic, { type: 'italic' })
    else if (href !== undefined && isSafeHref(href)) push(parts, words ?? '', { type: 'link', href })
    else push(parts, found[0])
    at = found.index + found[0].length
  }
  push(parts, text.slice(at))
  return parts
}

const pattern =
  /\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\n]+)\*|\[(?<words>[^[\]\n]+)\]\((?<href>[^()\s]+)\)/g

function push(parts: Inline[], text: string, mark?: Mark): void {
  text.split('\n').forEach((line, i) => {
    if (i > 0) parts.push({ type: 'break' })
    if (line === '') return
    const last = parts.at(-1)
    if (!mark && last?.type === 'text' && !last.marks) last.text += line
    else parts.push(mark ? { type: 'text', text: line, marks: [mark] } : { type: 'text', text: line })
  })
}

function marked(text: string, marks: readonly Mark[]): string | null {
  const [mark, ...others] = marks
  if (!mark) return text
  if (others.length > 0) return null
  if (mark.type === 'bold') return `**${text}**`
  if (mark.type === 'italic') return `*${text}*`
  return mark.type === 'link' ? `[${text}](${mark.href})` : null
}

function sameText(some: readonly Inline[], other: readonly Inline[]): boolean {
  return JSON.stringify(tidy(some)) === JSON.stringify(tidy(other))
}

/** Neighbours with the same marks are one part. */
function tidy(content: readonly Inline[]): unknown[] {
  const parts: { text: string; marks: string }[] = []
  for (const part of content) {
    const text = part.type === 'text' ? part.text : '\n'
    const marks = part.type === 'text' ? JSON.stringify(part.marks ?? []) : '[]'
    const last = parts.at(-1)
    if (last?.marks === marks) last.text += text
    else if (text !== '') parts.push({ text, marks })
  }
  return parts
}
