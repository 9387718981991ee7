import { piecesOf, type StandingPlace, type StandingText } from '../live-draft/text-pieces.ts'

/** The words a note stands beside, as they are now. */
export interface Passage {
  words: string
  place: StandingPlace
}

/** By the mark of their note, in the order of the text. Notes whose mark is missing here have lost their text. */
export function passagesIn(text: StandingText): Map<string, Passage> {
  const found = new Map<string, Passage>()
  for (const { place, text: piece } of piecesOf(text))
    for (const { type, attrs } of piece.marks ?? []) {
      if (type !== 'note' || typeof attrs?.id !== 'string') continue
      const before = found.get(attrs.id)
      found.set(attrs.id, {
        place: before?.place ?? place,
        words: (before?.words ?? '') + (piece.text ?? ''),
      })
    }
  return found
}

export function hrefOfPlace(storyId: number, place: StandingPlace): string {
  const anchor = 'block' in place ? `block-${encodeURIComponent(place.block)}` : `field-${place.field}`
  return `/newsroom/stories/${storyId}#${anchor}`
}
