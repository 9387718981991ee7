import { describe, expect, test } from 'vitest'
import { type Arm, compareWordings, settledChance } from './compare-wordings.ts'

/** `gave` of `views` readers gave one of the usual amounts each. */
function arm(wordingId: number, views: number, gave: number, chance = settledChance(wordingId)): Arm {
  const usual = [500, 1000, 1000, 1000, 2500, 6000]
  return {
    wordingId,
    views,
    amounts: Array.from({ length: gave }, () => usual[Math.floor(chance() * usual.length)]!),
  }
}

const compare = (...arms: Arm[]) => compareWordings(arms, settledChance(7))

describe('two wordings', () => {
  test('that differ clearly have a best one', () => {
    const { results, verdict } = compare(arm(1, 10_000, 40), arm(2, 10_000, 120))
    expect(verdict).toEqual({ kind: 'best', wordingId: 2 })
    expect(results[1]!.best).toBeGreaterThan(0.975)
    expect(results[1]!.low).toBeGreaterThan(results[0]!.perThousand)
  })

  test('that brought nearly the same have none', () => {
    expect(compare(arm(1, 10_000, 60), arm(2, 10_000, 63)).verdict).toEqual({ kind: 'no-difference' })
  })

  test('that few have answered have no verdict, however far apart', () => {
    expect(compare(arm(1, 10_000, 0), arm(2, 10_000, 19)).verdict).toEqual({ kind: 'too-few' })
    expect(compare(arm(1, 0, 0), arm(2, 10_000, 50)).verdict).toEqual({ kind: 'too-few' })
  })

  test('are told by money, not by how many gave', () => {
    const small = { wordingId: 1, views: 10_000, amounts: Array<number>(100).fill(300) }
    const large = { wordingId: 2, views: 10_000, amounts: Array<number>(60).fill(3000) }
    expect(compare(small, large).verdict).toEqual({ kind: 'best', wordingId: 2 })
  })

  test('one large gift makes no verdict', () => {
    const plain = { wordingId: 1, views: 10_000, amounts: Array<number>(30).fill(1000) }
    const lucky = { wordingId: 2, views: 10_000, amounts: [...Array<number>(30).fill(1000), 50_000] }
    expect(compare(plain, lucky).verdict).toEqual({ kind: 'no-difference' })
  })

  test('nobody answered are not known to bring nothing', () => {
    const { results } = compare(arm(1, 2000, 0), arm(2, 2000, 30))
    expect(results[0]!.perThousand).toBe(0)
    expect(results[0]!.high).toBeGreaterThan(0)
  })

  test('get the same verdict each time', () => {
    const arms = [arm(1, 5000, 30), arm(2, 5000, 44)]
    expect(compare(...arms)).toEqual(compare(...arms))
  })
})

test('of three the best is found too', () => {
  const { verdict } = compare(arm(1, 9000, 30), arm(2, 9000, 110), arm(3, 9000, 45))
  expect(verdict).toEqual({ kind: 'best', wordingId: 2 })
})

test('the interval holds the truth about 95 times in 100, and equal wordings have a best one about 5 times', () => {
  const chance = settledChance(11)
  const rate = 0.006
  const usual = [500, 1000, 1000, 1000, 2500, 6000]
  const truth = rate * (usual.reduce((a, b) => a + b) / usual.length) * 1000
  const views = 8000
  const trial = (wordingId: number): Arm => {
    const amounts: number[] = []
    for (let i = 0; i < views; i++)
      if (chance() < rate) amounts.push(usual[Math.floor(chance() * usual.length)]!)
    return { wordingId, views, amounts }
  }
  let held = 0
  let named = 0
  const trials = 100
  for (let i = 0; i < trials; i++) {
    const { results, verdict } = compareWordings([trial(1), trial(2)], chance)
    if (results[0]!.low <= truth && truth <= results[0]!.high) held++
    if (verdict.kind === 'best') named++
  }
  expect(held).toBeGreaterThanOrEqual(88)
  expect(named).toBeLessThanOrEqual(12)
}, 60_000)
