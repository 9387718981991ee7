import type { Inline } from '../blocks/inline.ts'
import { tidyText } from './running-text.ts'
import { saying } from './tree.ts'

/** True where two blocks say the same: null and missing are one, and so are the ways to cut a text into parts. */
export function sameBlock(some: unknown, other: unknown): boolean {
  return same(tidyBlock(some), tidyBlock(other))
}

/** A block in the one form in which conversions give it back. */
export function tidyBlock(block: unknown): unknown {
  return tidy(block, 0)
}

/** Deeper than the deepest list; what is nested deeper is compared as it is. */
const deepest = 60

function tidy(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) return value.map(one => tidy(one, depth + 1))
  // Never by assignment: a field may have any name, `__proto__` too.
  const record: Record<string, unknown> = Object.fromEntries(
    Object.entries(saying(value as Record<string, unknown>)).map(([name, inner]) => [
      name,
      tidyField(name, inner, depth),
    ]),
  )
  // A cell that spans one column or row, or is no header, is a plain cell.
  if (isCell(record)) {
    for (const name of ['colspan', 'rowspan']) if (record[name] === 1) delete record[name]
    if (record.header === false) delete record.header
  }
  return record
}

function tidyField(name: string, value: unknown, depth: number): unknown {
  if (name === 'original' || name === 'more') return value
  if (['content', 'caption', 'cite'].includes(name) && isText(value)) return tidyText(value)
  if (name === 'paragraphs' && Array.isArray(value))
    return value.map(one => (isText(one) ? tidyText(one) : one))
  return tidy(value, depth + 1)
}

function isCell(record: Record<string, unknown>): boolean {
  return Array.isArray(record.content) && !('type' in record) && !('list' in record)
}

function isText(value: unknown): value is Inline[] {
  return (
    Array.isArray(value) &&
    value.every(
      one => typeof one === 'object' && one !== null && typeof (one as { type?: unknown }).type === 'string',
    )
  )
}

function same(some: unknown, other: unknown): boolean {
  if (Object.is(some, other)) return true
  if (typeof some !== 'object' || typeof other !== 'object' || some === null || other === null) return false
  if (Array.isArray(some) !== Array.isArray(other)) return false
  const names = Object.keys(some)
  if (names.length !== Object.keys(other).length) return false
  return names.every(
    name =>
      Object.hasOwn(other, name) &&
      same((some as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  )
}
