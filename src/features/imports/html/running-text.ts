import type { Inline, Mark } from '../../stories/story.ts'
import type { ImportedBlock } from '../import.ts'
import type { Whitespace } from './conversion.ts'
import { isEmbeddable, providerOf } from './embeds.ts'

type Token =
  | { type: 'text'; text: string; marks: readonly Mark[] }
  | { type: 'break' }
  | { type: 'split' }
  | { type: 'block'; block: ImportedBlock }

const mostParts = 10_000

/** Gathers text, breaks and blocks as they are met and makes paragraphs of what stands between blocks. */
export class RunningText {
  readonly #blocks: ImportedBlock[] = []
  #run: Token[] = []

  text(text: string, marks: readonly Mark[], whitespace: Whitespace): void {
    if (whitespace === 'collapse') {
      this.#run.push({ type: 'text', text: text.replace(/[ \t\r\n\f]+/g, ' '), marks })
      return
    }
    const lines = text.split(/\r\n?|\n/)
    lines.forEach((line, index) => {
      if (index > 0) this.#lineEnd(whitespace)
      const kept = whitespace === 'preserve' ? keepSpaces(line) : line.replace(/[ \t\f]+/g, ' ')
      if (kept !== '') this.#run.push({ type: 'text', text: kept, marks })
    })
  }

  break(): void {
    this.#run.push({ type: 'break' })
  }

  /** A picture or the like met within text: it goes before or after the paragraph unless it stands on its own line. */
  within(block: ImportedBlock): void {
    this.#run.push({ type: 'block', block })
  }

  /** A block that ends whatever paragraph was open. */
  block(block: ImportedBlock): void {
    this.endParagraph()
    this.#blocks.push(block)
  }

  endParagraph(): void {
    const run = this.#run
    if (run.length === 0) return
    this.#run = []
    for (const each of assemble(run)) {
      if (Array.isArray(each)) this.#blocks.push(...paragraphs(each))
      else this.#blocks.push(each)
    }
  }

  finish(): ImportedBlock[] {
    this.endParagraph()
    return this.#blocks
  }

  /** An end of line after a break is the same break (WordPress writes `<br />` and the line end). */
  #lineEnd(whitespace: Whitespace): void {
    const last = this.#run.at(-1)
    if (whitespace === 'lines' && last?.type === 'break' && !this.#fromLineEnd.has(last)) {
      this.#fromLineEnd.add(last)
      return
    }
    const token: Token = { type: 'break' }
    this.#fromLineEnd.add(token)
    this.#run.push(token)
  }
  readonly #fromLineEnd = new WeakSet<Token>()
}

/** Paragraphs and blocks in order. Two breaks in a row are a new paragraph. */
function assemble(tokens: readonly Token[]): (Inline[] | ImportedBlock)[] {
  const result: (Inline[] | ImportedBlock)[] = []
  let paragraph: Inline[] = []
  let held: ImportedBlock[] = []
  const end = () => {
    const trimmed = trimEnd(paragraph)
    if (hasWords(trimmed)) result.push(trimmed)
    result.push(...held)
    paragraph = []
    held = []
  }
  tokens.forEach((token, index) => {
    if (token.type === 'text') addText(paragraph, token)
    else if (token.type === 'split') end()
    else if (token.type === 'break') {
      if (paragraph.at(-1)?.type === 'break') end()
      else if (paragraph.length > 0) {
        trimSpace(paragraph)
        paragraph.push({ type: 'break' })
      }
    } else if (!hasWords(paragraph)) {
      held.push(token.block)
      end()
    } else if (paragraph.at(-1)?.type === 'break' && endsLine(tokens, index + 1)) {
      held.push(token.block)
      end()
    } else held.push(token.block)
  })
  end()
  return result
}

function endsLine(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.type !== 'text') return true
    if (token.text.trim() !== '') return false
  }
  return true
}

function addText(paragraph: Inline[], { text, marks }: { text: string; marks: readonly Mark[] }): void {
  const last = paragraph.at(-1)
  const atStart =
    last === undefined || last.type === 'break' || (last.type === 'text' && last.text.endsWith(' '))
  const words = atStart ? text.replace(/^ +/, '') : text
  if (words === '') return
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += words
  else
    paragraph.push(
      marks.length ? { type: 'text', text: words, marks: [...marks] } : { type: 'text', text: words },
    )
}

export function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other)
}

function trimSpace(paragraph: Inline[]): void {
  const last = paragraph.at(-1)
  if (last?.type !== 'text') return
  last.text = last.text.replace(/ +$/, '')
  if (last.text === '') paragraph.pop()
}

function trimEnd(paragraph: Inline[]): Inline[] {
  for (let last = paragraph.at(-1); last !== undefined; last = paragraph.at(-1)) {
    if (last.type === 'break') paragraph.pop()
    else {
      const before = paragraph.length
      trimSpace(paragraph)
      if (paragraph.length === before) break
    }
  }
  return paragraph
}

export function hasWords(content: readonly Inline[]): boolean {
  return content.some(part => part.type === 'text' && /[^\s\p{Cf}]/u.test(part.text))
}

/** The paragraph, with lines that are nothing but an address turned into what the address shows. */
function paragraphs(content: Inline[]): ImportedBlock[] {
  if (!content.some(part => part.type === 'text' && /^\s*https?:\/\//.test(part.text)))
    return chunked(content)
  const blocks: ImportedBlock[] = []
  let open: Inline[] = []
  for (const line of linesOf(content)) {
    const address = loneAddress(line)
    if (address !== null && isEmbeddable(address)) {
      blocks.push(...chunked(open), { type: 'embed', url: address, provider: providerOf(address) })
      open = []
    } else if (address !== null && linesOf(content).length === 1) {
      open.push({ type: 'text', text: address, marks: [{ type: 'link', href: address }] })
    } else {
      if (open.length > 0) open.push({ type: 'break' })
      open.push(...line)
    }
  }
  return [...blocks, ...chunked(open)]
}

function linesOf(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const part of content) {
    if (part.type === 'break') lines.push([])
    else lines.at(-1)!.push(part)
  }
  return lines
}

function loneAddress(line: readonly Inline[]): string | null {
  const [only] = line
  if (line.length !== 1 || only?.type !== 'text' || only.marks?.length) return null
  const text = only.text.trim()
  return /^https?:\/\/[^\s<>"\\]{3,2000}$/i.test(text) && URL.canParse(text) ? text : null
}

/** A paragraph is bounded by its schema; one with more parts than anybody writes becomes several. */
function chunked(content: Inline[]): ImportedBlock[] {
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < content.length; from += mostParts) {
    const part = content.slice(from, from + mostParts)
    if (hasWords(part)) blocks.push({ type: 'paragraph', content: part })
  }
  return blocks
}

/** Spaces that HTML would fold into one. */
function keepSpaces(line: string): string {
  return line.replaceAll('\t', '    ').replace(/^ +| {2,}/g, spaces => '\u00a0'.repeat(spaces.length))
}

/**
 * Blocks as running text for a place that holds nothing else (a quotation, a cell, a list item). What cannot be text
 * is given back, to stand after that place.
 */
export function asTexts(blocks: readonly ImportedBlock[]): { texts: Inline[][]; rest: ImportedBlock[] } {
  const texts: Inline[][] = []
  const rest: ImportedBlock[] = []
  for (const block of blocks) {
    const lines = textsOf(block)
    if (lines) texts.push(...lines.filter(hasWords))
    else rest.push(block)
  }
  return { texts, rest }
}

type List = { ordered: boolean; start?: number; items: { content: Inline[]; list?: List }[] }

function textsOf(block: ImportedBlock): Inline[][] | null {
  const content = block.content as Inline[]
  switch (block.type) {
    case 'paragraph':
    case 'pull-quote':
      return [content]
    case 'heading':
      return [content.map(part => withMark(part, { type: 'bold' }))]
    case 'quotation':
      return [...(block.paragraphs as Inline[][]), ...(block.cite ? [block.cite as Inline[]] : [])]
    case 'call-out':
      return [
        ...(block.title
          ? [[{ type: 'text', text: block.title as string, marks: [{ type: 'bold' }] } as Inline]]
          : []),
        ...(block.paragraphs as Inline[][]),
      ]
    case 'list':
      return listTexts(block as unknown as List)
    case 'code':
      return [linesToBreaks(block.text as string)]
    case 'divider':
      return []
    default:
      return null
  }
}

function listTexts(list: List): Inline[][] {
  return list.items.flatMap((item, index) => [
    [
      { type: 'text', text: list.ordered ? `${index + (list.start ?? 1)}. ` : '• ' } as Inline,
      ...item.content,
    ],
    ...(item.list ? listTexts(item.list) : []),
  ])
}

function linesToBreaks(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as Inline] : []),
      ...(line ? [{ type: 'text', text: line, marks: [{ type: 'code' }] } as Inline] : []),
    ])
}

function withMark(part: Inline, mark: Mark): Inline {
  if (part.type !== 'text' || part.marks?.some(each => each.type === mark.type)) return part
  return { ...part, marks: [...(part.marks ?? []), mark] }
}

/** Several texts as one, with breaks between. */
export function joined(texts: readonly Inline[][]): Inline[] {
  return texts.flatMap((text, index): Inline[] => (index === 0 ? text : [{ type: 'break' }, ...text]))
}
