/** Somebody who can be named in a note. */
export interface Nameable {
  id: number
  name: string
}

/**
 * Whom a note names: `@` and a whole name, or a first name that only one has. Several of one name are all meant. An
 * address of mail names nobody. Each once, in the order in which they are named.
 */
export function mentionsIn(words: string, people: readonly Nameable[]): number[] {
  const text = tidy(words)
  const named = [...text.matchAll(/(?<![\p{L}\p{N}._-])@(?=\p{L})/gu)]
    .flatMap(({ index }) => namedAt(text.slice(index + 1), people))
    .map(({ id }) => id)
  return [...new Set(named)]
}

function namedAt(rest: string, people: readonly Nameable[]): readonly Nameable[] {
  const whole = people.filter(({ name }) => startsWithWord(rest, tidy(name)))
  if (whole.length > 0) {
    const longest = Math.max(...whole.map(({ name }) => name.length))
    return whole.filter(({ name }) => name.length === longest)
  }
  const first = people.filter(({ name }) => startsWithWord(rest, tidy(name).split(' ')[0]!))
  return first.length === 1 ? first : []
}

function startsWithWord(text: string, word: string): boolean {
  return word !== '' && text.startsWith(word) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(word.length))
}

function tidy(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('und').replace(/\s+/g, ' ').trim()
}
