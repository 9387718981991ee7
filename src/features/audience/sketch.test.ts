import fc from 'fast-check'
import { expect, test } from 'vitest'
import { salted, spread } from './reader-mark.ts'
import { addTo, countOf, emptySketch, mergeSketch } from './sketch.ts'

const salt = { high: 123_456_789, low: -987_654_321 }
const start = { high: 1, low: 2 }

function sketchOf(readers: readonly string[]): Uint8Array {
  const sketch = emptySketch()
  for (const reader of readers) {
    const { high, low } = salted(spread(reader, start), salt)
    addTo(sketch, high, low)
  }
  return sketch
}

const people = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, n) => `203.0.${(from + n) % 256}.${Math.floor((from + n) / 256)}`)

test.each([0, 1, 2, 3, 10, 100])('%i different ones are counted to the last one', n => {
  expect(countOf(sketchOf(people(0, n)))).toBe(n)
})

test.each([1000, 10_000, 50_000, 200_000])('%i are counted to within three percent', n => {
  const counted = countOf(sketchOf(Array.from({ length: n }, (_, reader) => `reader ${reader}`)))
  expect(Math.abs(counted - n) / n).toBeLessThan(0.03)
})

test('the same one counts once, in whatever order, and however sketches are put together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.ipV4(), { maxLength: 60 }),
      fc.array(fc.ipV4(), { maxLength: 60 }),
      (here, there) => {
        const together = sketchOf(here)
        mergeSketch(together, sketchOf(there))
        expect(together).toEqual(sketchOf([...there, ...here, ...here]))
      },
    ),
  )
})

test('another salt makes other marks of the same readers', () => {
  const mark = spread('203.0.113.9', start)
  expect(salted(mark, salt)).not.toEqual(salted(mark, { ...salt, low: 5 }))
})
