import type { Inline, Mark } from '../blocks/inline.ts'
import { saying, type TreeMark, type TreeNode } from './tree.ts'

/** Marks of the paper in the order in which they are written down; it carries no meaning. */
const markFields: Record<string, readonly string[]> = {
  bold: [],
  italic: [],
  underline: [],
  strike: [],
  code: [],
  subscript: [],
  superscript: [],
  highlight: [],
  language: ['language'],
  link: ['href'],
}
const markOrder = Object.keys(markFields)

/** Running text as nodes. Neighbours with the same marks become one, as they do in every editor. */
export function textNodes(content: readonly Inline[]): TreeNode[] {
  return tidyText(content).map(part => {
    if (part.type === 'text' && isPlain(part, ['type', 'text', 'marks'])) {
      const marks = (part.marks ?? []).map(treeMark)
      return { type: 'text', text: part.text, ...(marks.length > 0 ? { marks } : {}) }
    }
    if (part.type === 'break' && isPlain(part, ['type'])) return { type: 'break' }
    return { type: 'unknownPart', attrs: { original: part } }
  })
}

/**
 * Nodes as running text of the story: notes in the margin and suggested insertions are not part of it, what somebody
 * suggests to delete still is.
 */
export function runningTextOf(nodes: readonly TreeNode[]): Inline[] {
  const parts = nodes.flatMap((one): Inline[] => {
    if (one.marks?.some(mark => mark.type === 'insertion')) return []
    if (one.type === 'break') return [{ type: 'break' }]
    if (one.type === 'unknownPart') return isNamed(one.attrs?.original) ? [one.attrs?.original as Inline] : []
    if (one.type !== 'text') return runningTextOf(one.content ?? [])
    const marks = (one.marks ?? []).flatMap(markOf)
    return [{ type: 'text', text: one.text ?? '', ...(marks.length > 0 ? { marks } : {}) }]
  })
  return tidyText(parts)
}

/** The same text in the one form in which it is written down: no empty parts, neighbours joined, marks in order. */
export function tidyText(content: readonly Inline[]): Inline[] {
  const tidy: Inline[] = []
  for (const part of content) {
    if (part.type !== 'text' || !isPlain(part, ['type', 'text', 'marks'])) {
      tidy.push(part)
      continue
    }
    if (part.text === '') continue
    const marks = tidyMarks(part.marks ?? [])
    const last = tidy.at(-1)
    if (
      last?.type === 'text' &&
      isPlain(last, ['type', 'text', 'marks']) &&
      sameMarks(last.marks ?? [], marks)
    )
      tidy[tidy.length - 1] = { ...last, text: last.text + part.text }
    else tidy.push({ type: 'text', text: part.text, ...(marks.length > 0 ? { marks } : {}) })
  }
  return tidy
}

/** One mark of each kind, the last one said, as an editor would have it; unknown ones all. */
function tidyMarks(marks: readonly Mark[]): Mark[] {
  const byKind = new Map<string, Mark>()
  for (const mark of marks) byKind.set(isKnown(mark) ? mark.type : JSON.stringify(sorted(mark)), mark)
  return [...byKind.values()].sort(
    (a, b) => place(a) - place(b) || (JSON.stringify(sorted(a)) < JSON.stringify(sorted(b)) ? -1 : 1),
  )
}

function place(mark: Mark): number {
  return isKnown(mark) ? markOrder.indexOf(mark.type) : markOrder.length
}

function sameMarks(some: readonly Mark[], others: readonly Mark[]): boolean {
  return JSON.stringify(some.map(sorted)) === JSON.stringify(others.map(sorted))
}

function treeMark(mark: Mark): TreeMark {
  if (!isKnown(mark)) return { type: 'unknownMark', attrs: { original: mark } }
  const { type, ...attrs } = mark
  return Object.keys(attrs).length > 0 ? { type, attrs } : { type }
}

function markOf({ type, attrs = {} }: TreeMark): Mark[] {
  if (type === 'unknownMark') return isNamed(attrs.original) ? [attrs.original as Mark] : []
  const fields = Object.hasOwn(markFields, type) ? markFields[type] : undefined
  if (!fields) return []
  return [{ type, ...Object.fromEntries(fields.map(name => [name, String(attrs[name] ?? '')])) } as Mark]
}

/** A mark of ours with exactly its fields; anything more would be lost as one of ours. */
function isKnown(mark: Mark): boolean {
  const fields = Object.hasOwn(markFields, mark.type) ? markFields[mark.type] : undefined
  if (!fields) return false
  const record = mark as unknown as Record<string, unknown>
  return isPlain(mark, ['type', ...fields]) && fields.every(name => typeof record[name] === 'string')
}

function isPlain(value: object, fields: readonly string[]): boolean {
  return Object.keys(saying(value as Record<string, unknown>)).every(name => fields.includes(name))
}

function isNamed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
