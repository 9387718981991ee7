import { diffArrays } from 'diff'

/** A run of words that stands in both texts, only in the newer (`ins`), or only in the older (`del`). */
export interface Part {
  kind: 'same' | 'ins' | 'del'
  text: string
}

/** Two texts whose words differ more than this are shown as one in place of the other; nobody could read the rest. */
const mostChanges = 1500

/**
 * What changed from one text to another, in whole words as the language divides them (UAX 29). The parts that are not
 * `ins` make the older text again, those that are not `del` the newer.
 */
export function compareWords(older: string, newer: string, language: string): Part[] {
  if (older === newer) return older === '' ? [] : [{ kind: 'same', text: older }]
  const changes = diffArrays(wordsOf(older, language), wordsOf(newer, language), {
    maxEditLength: mostChanges,
  })
  if (!changes) return parts([part('del', older), part('ins', newer)])
  return parts(
    changes.map(({ added, removed, value }) =>
      part(added ? 'ins' : removed ? 'del' : 'same', value.join('')),
    ),
  )
}

function part(kind: Part['kind'], text: string): Part {
  return { kind, text }
}

/** Changes that only a space stands between are one change: "red roofs → green walls", not word by word. */
function parts(found: readonly Part[]): Part[] {
  const tidy: Part[] = []
  let gone = ''
  let come = ''
  found.forEach(({ kind, text }, place) => {
    const changing = gone !== '' || come !== ''
    const next = found[place + 1]
    if (kind === 'del') gone += text
    else if (kind === 'ins') come += text
    else if (changing && next && /^\s+$/.test(text)) {
      gone += text
      come += text
    } else {
      settle()
      if (text !== '') tidy.push({ kind: 'same', text })
    }
  })
  settle()
  return tidy

  function settle(): void {
    if (gone !== '') tidy.push({ kind: 'del', text: gone })
    if (come !== '') tidy.push({ kind: 'ins', text: come })
    gone = ''
    come = ''
  }
}

function wordsOf(text: string, language: string): string[] {
  return [...segmenterFor(language).segment(text)].map(({ segment }) => segment)
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || 'en', { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
