import type { Inline, Mark } from '../../stories/story.ts'
import { hasWords, sameMarks } from '../html/running-text.ts'
import type { ImportedBlock } from '../import.ts'

const order: readonly Mark['type'][] = [
  'link',
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'subscript',
  'superscript',
  'highlight',
  'language',
]
const mostParts = 10_000

/** What stands in one paragraph, heading or list item: stretches of running text, and blocks met between them. */
export type Stretch = { text: Inline[] } | { block: ImportedBlock }

/** Gathers running text; neighbours with the same marks become one part. */
export class Running {
  readonly #stretches: Stretch[] = []
  #open: Inline[] = []

  text(words: string, marks: readonly Mark[]): void {
    if (words === '') return
    const own = tidied(marks)
    const last = this.#open.at(-1)
    if (last?.type === 'text' && sameMarks(last.marks ?? [], own)) last.text += words
    else
      this.#open.push(
        own.length > 0 ? { type: 'text', text: words, marks: own } : { type: 'text', text: words },
      )
  }

  break(): void {
    this.#open.push({ type: 'break' })
  }

  block(block: ImportedBlock): void {
    this.#close()
    this.#stretches.push({ block })
  }

  finish(): Stretch[] {
    this.#close()
    return this.#stretches
  }

  #close(): void {
    if (this.#open.length > 0) this.#stretches.push({ text: this.#open })
    this.#open = []
  }
}

/** Running text without breaks at its ends; two breaks in a row part it. Without words it is nothing. */
export function paragraphsOf(content: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]]
  content.forEach((part, index) => {
    const open = paragraphs.at(-1)!
    if (part.type !== 'break') {
      if (open.length >= mostParts) paragraphs.push([part])
      else open.push(part)
    } else if (content[index - 1]?.type === 'break') {
      if (open.at(-1)?.type === 'break') open.pop()
      if (open.length > 0) paragraphs.push([])
    } else if (open.length > 0) open.push(part)
  })
  return paragraphs.map(withoutEnds).filter(hasWords)
}

/** One text for a place that holds no paragraphs: a heading, a list item. */
export function lineOf(content: readonly Inline[]): Inline[] {
  return withoutEnds(content).slice(0, mostParts * 2)
}

function withoutEnds(content: readonly Inline[]): Inline[] {
  let [from, to] = [0, content.length]
  while (from < to && content[from]!.type === 'break') from++
  while (to > from && content[to - 1]!.type === 'break') to--
  return content.slice(from, to)
}

function tidied(marks: readonly Mark[]): Mark[] {
  if (marks.length < 2) return [...marks]
  return order.flatMap(type => marks.find(mark => mark.type === type) ?? [])
}
