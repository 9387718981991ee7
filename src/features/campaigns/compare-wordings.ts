/** What one wording of an experiment brought. */
export interface Arm {
  wordingId: number
  views: number
  /** What each who gave has paid, net of what was given back, in minor units; nobody twice. */
  amounts: readonly number[]
}

export interface ArmResult {
  wordingId: number
  views: number
  gave: number
  /** Money per thousand views, in minor units, and the range in which it lies with 95% probability. */
  perThousand: number
  low: number
  high: number
  /** How probable it is that this wording brings the most. */
  best: number
}

export type Verdict = { kind: 'too-few' } | { kind: 'no-difference' } | { kind: 'best'; wordingId: number }

/** Below so many who gave, chance decides; no verdict is given. */
export const fewestGivers = 20
/** Of a hundred experiments whose wordings are equal, about five name a best one all the same. */
const sure = 0.975
const draws = 4000

/**
 * Compares wordings by the money they bring per view, as Bayes would: how many give is a rate with Jeffreys' prior
 * (Gamma), how much each gives is drawn from what was given by reweighting it (Rubin's Bayesian bootstrap, 1981). Since
 * gifts differ widely, a wording that few have answered could bring what any other one's readers gave: one gift of the
 * average size of all stands in for those not seen yet. `chance` gives numbers from 0 to 1, without 1.
 */
export function compareWordings(
  arms: readonly Arm[],
  chance: () => number,
): { results: ArmResult[]; verdict: Verdict } {
  const all = arms.flatMap(({ amounts }) => amounts)
  const usual = all.length === 0 ? 0 : sum(all) / all.length
  const drawn = arms.map(arm => Array.from({ length: draws }, () => drawPerThousand(arm, usual, chance)))
  const wins = arms.map(() => 0)
  for (let i = 0; i < draws; i++) {
    let best = 0
    for (let arm = 1; arm < arms.length; arm++) if (drawn[arm]![i]! > drawn[best]![i]!) best = arm
    wins[best]!++
  }
  const results = arms.map(({ wordingId, views, amounts }, i) => {
    const sorted = drawn[i]!.sort((a, b) => a - b)
    return {
      wordingId,
      views,
      gave: amounts.length,
      perThousand: views === 0 ? 0 : (sum(amounts) / views) * 1000,
      low: sorted[Math.floor(draws * 0.025)]!,
      high: sorted[Math.floor(draws * 0.975)]!,
      best: wins[i]! / draws,
    }
  })
  return { results, verdict: verdictOn(results, all.length) }
}

/** Numbers from 0 to 1 that are the same each time, so that a page shows the same verdict twice (mulberry32). */
export function settledChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function verdictOn(results: readonly ArmResult[], gave: number): Verdict {
  if (gave < fewestGivers || results.some(({ views }) => views === 0)) return { kind: 'too-few' }
  const best = results.find(each => each.best >= sure)
  return best ? { kind: 'best', wordingId: best.wordingId } : { kind: 'no-difference' }
}

function drawPerThousand({ views, amounts }: Arm, usual: number, chance: () => number): number {
  if (views === 0) return 0
  const rate = gamma(amounts.length + 0.5, chance) / views
  let weights = exponential(chance)
  let weighed = weights * usual
  for (const amount of amounts) {
    const weight = exponential(chance)
    weights += weight
    weighed += weight * amount
  }
  return rate * (weighed / weights) * 1000
}

function exponential(chance: () => number): number {
  return -Math.log(1 - chance())
}

/** Marsaglia and Tsang, 2000; for shapes below 1 by way of the next one. */
function gamma(shape: number, chance: () => number): number {
  if (shape < 1) return gamma(shape + 1, chance) * (1 - chance()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(chance)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Box and Muller, 1958. */
function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
