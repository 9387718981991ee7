import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeToCover } from './covering-fees.ts'

test('what is added covers the fee on the whole, and not a unit more', () => {
  const fee = fc.record({
    percent: fc.integer({ min: 0, max: 2000 }).map(n => n / 100),
    fixedMinor: fc.integer({ min: 0, max: 500 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fee, (amount, { percent, fixedMinor }) => {
      const leftOf = (whole: number) => whole - (whole * percent) / 100 - fixedMinor
      const added = feeToCover(amount, { percent, fixedMinor })
      expect(leftOf(amount + added)).toBeGreaterThanOrEqual(amount - 1e-6)
      if (added > 0) expect(leftOf(amount + added - 1)).toBeLessThan(amount)
    }),
  )
})

test('a fee of 1.5 percent and 25 cents on ten euros', () => {
  expect(feeToCover(1000, { percent: 1.5, fixedMinor: 25 })).toBe(41)
})
