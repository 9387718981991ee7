import type { Database } from '../../../platform/database/database.ts'
import { type Suggestion, suggestionsIn } from '../suggestions/suggestions.ts'
import { listNotes, listStoryPeople, namesOfStaff, openNotesOf } from './note-queries.ts'
import type { Note } from './notes.ts'
import type { Passage } from './passages.ts'

/** A thread with the place it stands at now; null where its text is gone, or where it never had one. */
export type PlacedNote = Note & { passageNow: Passage | null }

/** Everything in the margin of a story. */
export interface Margin {
  /** Open and resolved, in the order of the text; first those that stand beside no words (any more). */
  notes: PlacedNote[]
  suggestions: (Suggestion & { by: string })[]
  /** Who may open the story, and so be named. */
  people: { id: number; name: string }[]
}

/** The margin as it is stored; call `liveDrafts.flush` before. */
export async function readMargin(db: Database, storyId: number): Promise<Margin> {
  const text = await readText(db, storyId)
  const [notes, people] = [await listNotes(db, storyId), await listStoryPeople(db, storyId)]
  const passages = text?.passages ?? new Map<string, Passage>()
  const order = [...passages.keys()]
  const placed = notes.map(note => ({
    ...note,
    passageNow: note.mark === null ? null : (passages.get(note.mark) ?? null),
  }))
  placed.sort((a, b) => order.indexOf(a.mark ?? '') - order.indexOf(b.mark ?? '') || a.id - b.id)
  const suggestions = text?.suggestions ?? []
  const names = await namesOfStaff(
    db,
    suggestions.map(({ staffId }) => staffId),
  )
  return {
    notes: placed,
    suggestions: suggestions.map(one => ({ ...one, by: names.get(one.staffId) ?? '' })),
    people: people.filter(({ mayOpen }) => mayOpen).map(({ id, name }) => ({ id, name })),
  }
}

/** What publishing wants to know of a margin. */
export interface MarginFacts {
  /** Numbers of the threads that nobody has resolved. */
  openNotes: number[]
  suggestions: number
}

export async function readMarginFacts(db: Database, storyId: number): Promise<MarginFacts> {
  const notes = await openNotesOf(db, storyId)
  const text = await readText(db, storyId)
  return { openNotes: notes.map(({ id }) => id), suggestions: text?.suggestions.length ?? 0 }
}

/** What reads shared documents is heavy, so it is loaded when it is first wanted. */
async function readText(db: Database, storyId: number) {
  const [{ readStandingText }, { passagesIn }] = await Promise.all([
    import('../live-draft/standing-text.ts'),
    import('./passages.ts'),
  ])
  const text = await readStandingText(db, storyId)
  return text && { passages: passagesIn(text), suggestions: suggestionsIn(text) }
}
