import type { RevisionKind } from '../story.ts'

/** One state of a story's text that can be looked at and restored. */
export interface TimelineEntry {
  /** How addresses and forms name it: `now`, `d<number>` for a saved draft, `r<number>` for a revision. */
  ref: string
  at: Date
  /** Names of who wrote, or of who published. */
  who: string[]
  what:
    | { kind: 'now' }
    | { kind: 'writing' }
    /** Kept as the story went on to this state. */
    | { kind: 'moved'; to: string }
    /** Kept before an earlier text was put in its place. */
    | { kind: 'restore' }
    | { kind: 'revision'; number: number; change: RevisionKind; reason: string }
}

/** What a name of an entry means; null for none. */
export function readRef(
  text: string | undefined,
): { kind: 'now' } | { kind: 'draft' | 'revision'; number: number } | null {
  if (text === 'now') return { kind: 'now' }
  const [, kind, number] = /^([dr])([1-9]\d{0,14})$/.exec(text ?? '') ?? []
  if (!kind) return null
  return { kind: kind === 'd' ? 'draft' : 'revision', number: Number(number) }
}
