/** Deeper than any block; what is nested deeper is left out. */
const deepest = 100

/**
 * A value as PostgreSQL's jsonb can hold it: without NUL in its texts, without half surrogate pairs, and not nested
 * without end. What is fine already comes back as it is.
 */
export function storable<T>(value: T): T {
  return clean(value, 0) as T
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) return null
  if (Array.isArray(value)) return value.map(one => clean(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [cleanText(name), clean(inner, depth + 1)]),
  )
}

function cleanText(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text
}
