/** The one source of time. Tests pass their own, so that no test waits for the real one. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
