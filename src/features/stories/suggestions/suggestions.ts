import { piecesOf, type StandingPlace, type StandingText } from '../live-draft/text-pieces.ts'

/** Something somebody suggests to change: words put in, words taken out, or both in one place. */
export interface Suggestion {
  id: string
  staffId: number
  /** ISO 8601; '' where it is not known. */
  at: string
  place: StandingPlace
  /** Words that are to go, and words that are to come. */
  before: string
  after: string
}

/** The suggestions of a text, in the order in which they stand there. Never throws, whatever the marks hold. */
export function suggestionsIn(text: StandingText): Suggestion[] {
  const found = new Map<string, Suggestion>()
  for (const { place, text: piece } of piecesOf(text))
    for (const { type, attrs = {} } of piece.marks ?? []) {
      if (type !== 'insertion' && type !== 'deletion') continue
      const id = String(attrs.id ?? '')
      const one = found.get(id) ?? begin(id, attrs, place)
      found.set(id, one)
      if (type === 'insertion') one.after += piece.text ?? ''
      else one.before += piece.text ?? ''
    }
  return [...found.values()]
}

function begin(id: string, attrs: Record<string, unknown>, place: StandingPlace): Suggestion {
  const at = typeof attrs.at === 'string' && !Number.isNaN(Date.parse(attrs.at)) ? attrs.at : ''
  return { id, staffId: Number(attrs.staffId) || 0, at, place, before: '', after: '' }
}

/** Words as they stand in a list: one line, not endless. */
export function shortWords(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
