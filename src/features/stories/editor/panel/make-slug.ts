const longest = 80
const apart: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * The last part of a story's address from its headline: words in small letters with hyphens between, Latin letters
 * without their accents, other scripts as they are; at most 80 letters, ended at a word. '' where there is no letter.
 */
export function makeSlug(headline: string): string {
  const words = headline
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, letter => apart[letter]!)
    .normalize('NFD')
    .replace(/(?<=\p{sc=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[’'ʼ`´]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > longest) break
    slug = longer
  }
  return slug || (words[0]?.slice(0, longest) ?? '')
}

/** What is typed for an address, while it is typed: a space becomes a hyphen, what cannot stand there is left out. */
export function typedSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}._~-]/gu, '')
    .replace(/-{2,}/g, '-')
    .slice(0, 190)
}
