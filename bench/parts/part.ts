import type { Figure } from '../figure.ts'
import type { RunningHouse } from '../run-house.ts'

/** What a part is given to measure with. */
export interface Ground {
  /** Small sizes and few rounds: to see that it works. */
  quick: boolean
  /** Writes CPU profiles of what is measured and tells what cost most. */
  profile: boolean
  /** One line about what goes on. */
  say(line: string): void
  /** The data folder of the demo house; what fills it first, saves the others the time. */
  demoData(): Promise<string>
  /** A house with the demo newsroom, at rest; the same one for every part that asks. */
  demoHouse(): Promise<RunningHouse>
}

export type Part = (ground: Ground) => Promise<Figure[]>
