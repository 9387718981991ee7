// biome-ignore-start lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const odd = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]/g
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: control characters are what is looked for

/**
 * Text that HTML and XML can carry: without control characters and non-characters (XML 1.0, 2.2), half surrogate pairs
 * replaced, and the separators U+2028 and U+2029, which scripts take for line ends, turned into line feeds.
 */
export function cleanText(text: string): string {
  if (!odd.test(text)) return text
  return text
    .toWellFormed()
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(controls, '')
}
