/**
 * A time as Ghost writes it: "2026-11-22 12:31:31" and ISO 8601 in UTC, milliseconds in old exports (as a number or as
 * digits). Undefined for what is none.
 */
export function ghostTime(value: string | number | null | undefined): Date | undefined {
  if (value === null || value === undefined || value === '') return
  const date = new Date(typeof value === 'number' ? value : readable(value.trim()))
  const year = date.getUTCFullYear()
  return year >= 1000 && year <= 9999 ? date : undefined
}

function readable(text: string): string | number {
  if (/^\d{11,14}$/.test(text)) return Number(text)
  const local = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(text)
  return local ? `${local[1]}T${local[2]}Z` : text
}
