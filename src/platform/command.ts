import type { House } from './house.ts'

/** One thing that can be done from the command line: `npm run masthead -- <name> …`. */
export interface Command {
  name: string
  /** What follows the name, as in "FILE [--fetch-media]"; empty for nothing. */
  usage: string
  /** One line that says what it does. */
  summary: string
  /** Does it; returns the exit code. An ExpectedError is shown as its sentence, with exit code 1. */
  run(args: string[], house: House): Promise<number>
}
