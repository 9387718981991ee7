/** Words of a text as its language divides it into words (UAX 29). Pure: the editor counts as the page does. */
export function countWordsIn(text: string, language: string): number {
  // Where words stand apart, looking for the gaps is ten times as quick and comes to the same.
  if (!withoutGaps.test(text)) return text.match(apart)?.length ?? 0
  let words = 0
  for (const { isWordLike } of segmenter(language).segment(text)) if (isWordLike) words++
  return words
}

/** Whole minutes at 230 words a minute, at least one; 0 for no words. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / 230))
}

const apart = /[\p{L}\p{N}\p{M}_]+(?:['’.,·:][\p{L}\p{N}\p{M}_]+)*/gu
/** Scripts that write words without gaps: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const withoutGaps =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    // A tag that is not well formed: the root rules divide most scripts well.
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
