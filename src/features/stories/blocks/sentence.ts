/**
 * One sentence (or more) for the voice: on one line, and ended, so that it pauses before what follows.
 * '' where nothing is to be said.
 */
export function sentence(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(line)) return ''
  return /[.!?…:;。！？؟؛۔।][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(line) ? line : `${line}.`
}

/** Paragraphs for the voice: one to a line, the empty ones left out. */
export function spoken(paragraphs: readonly string[]): string {
  return paragraphs.map(sentence).filter(Boolean).join('\n')
}

/** Paragraphs of plain text with a line between them, the empty ones left out. */
export function written(paragraphs: readonly string[]): string {
  return paragraphs
    .map(one => one.trim())
    .filter(Boolean)
    .join('\n\n')
}
