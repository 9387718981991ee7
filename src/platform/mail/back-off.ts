const minute = 60_000
/** After each try that failed; together a little more than a day. */
const pauses = [1, 5, 15, 60, 240, 480, 640].map(minutes => minutes * minute)

/**
 * When to try a letter again after `tries` tries that failed, or null when it is to be given up. A tenth of each pause
 * is left to chance, so that letters that failed together do not all come back together.
 */
export function nextTry(tries: number, now: Date, chance = Math.random()): Date | null {
  const pause = pauses[tries - 1]
  return pause === undefined ? null : new Date(now.getTime() + Math.round(pause * (0.95 + chance / 10)))
}
