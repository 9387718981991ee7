/** A text as LIKE and ILIKE look for it: `%`, `_` and `\` in it mean themselves. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
