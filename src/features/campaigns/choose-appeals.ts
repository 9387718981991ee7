import type { Appeal, Wording } from './appeal.ts'
import { isFor, isOnlyHeldOut, type ReaderFacts, type State, shareOf } from './rules.ts'

/** An appeal that a page may carry, with the wordings that are shown just now: one, or those of an experiment. */
export interface Candidate {
  appeal: Appeal
  wordings: readonly Wording[]
  /** What deals the readers to the wordings: the experiment, or the appeal where there is none. */
  draw: string
  /** Null where none runs. */
  experimentId: number | null
  state: State
}

/** What one reader sees of one appeal. */
export interface Shown {
  appeal: Appeal
  wording: Wording
  experimentId: number | null
  /** Members and supporters are thanked. */
  thanks: boolean
}

/** What one reader sees on one page: never more than a strip and one appeal. */
export interface Choice {
  strip: Shown | null
  appeal: Shown | null
  /** What would have been shown, had the reader not been held out. */
  heldOut: readonly Pick<Shown, 'wording' | 'experimentId'>[]
}

/** Candidates in the order in which they are tried: the more important first, then the older. */
export function inOrder<Each extends { appeal: Appeal }>(candidates: readonly Each[]): Each[] {
  return candidates.toSorted((a, b) => b.appeal.priority - a.appeal.priority || a.appeal.id - b.appeal.id)
}

/** Chooses for a reader among candidates that stand in order. */
export function chooseAppeals(candidates: readonly Candidate[], reader: ReaderFacts): Choice {
  const heldOut: Pick<Shown, 'wording' | 'experimentId'>[] = []
  const first = (wanted: (appeal: Appeal) => boolean): Shown | null => {
    for (const candidate of candidates) {
      const { appeal, state } = candidate
      if (!wanted(appeal)) continue
      const { experimentId } = candidate
      if (isFor(reader, appeal, state)) {
        const wording = wordingFor(candidate, reader)
        return { appeal, wording, experimentId, thanks: reader.standing !== 'guest' }
      }
      // Another appeal in its place would spoil what holding out is for.
      if (appeal.rules.holdOut > 0 && isOnlyHeldOut(reader, appeal, state)) {
        heldOut.push({ wording: wordingFor(candidate, reader), experimentId })
        return null
      }
    }
    return null
  }
  const strip = first(({ place }) => place === 'strip')
  return { strip, appeal: first(({ place }) => place !== 'strip'), heldOut }
}

/** The same reader gets the same wording for as long as the experiment runs. */
export function wordingFor({ wordings, draw }: Candidate, { lot }: Pick<ReaderFacts, 'lot'>): Wording {
  return wordings.length === 1 ? wordings[0]! : wordings[shareOf(lot, draw, wordings.length)]!
}
