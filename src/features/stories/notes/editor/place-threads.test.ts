import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stack } from './place-threads.ts'

test('threads stand beside their words where there is room', () => {
  const items = [
    { top: 0, height: 100, first: false },
    { top: 40, height: 50, first: false },
    { top: 400, height: 50, first: false },
  ]
  expect(stack(items, 0)).toEqual([0, 100, 400])
  expect(stack(items, 30)).toEqual([30, 130, 400])
})

test('the one in question stands at its words, the others give way', () => {
  const items = [
    { top: 100, height: 100, first: false },
    { top: 140, height: 50, first: true },
    { top: 150, height: 50, first: false },
  ]
  expect(stack(items, 0)).toEqual([40, 140, 190])
})

test('no two lie over one another, and none above the first line', () => {
  const item = fc.record({ top: fc.nat(500), height: fc.integer({ min: 1, max: 200 }) })
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 12 }),
      fc.nat(12),
      fc.nat(50),
      (found, first, start) => {
        const items = found.sort((a, b) => a.top - b.top).map((each, i) => ({ ...each, first: i === first }))
        const tops = stack(items, start)
        expect(tops[0]).toBeGreaterThanOrEqual(start)
        for (let i = 1; i < tops.length; i++)
          expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(items[i - 1]!.height)
      },
    ),
  )
})
