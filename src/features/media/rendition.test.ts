import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Negative, planProof, planRenditions, socialCut } from './rendition.ts'

const negative: Negative = {
  id: 7,
  fingerprint: 'f'.repeat(64),
  width: 2000,
  height: 1333,
  transparent: false,
  focalX: 0.5,
  focalY: 0.5,
  credit: '',
  holder: '',
}

test('a large photograph has three formats at six widths, and the card', () => {
  const plan = planRenditions(negative)
  expect(plan.map(one => one.key.replace(/^photographs\/7\/[0-9a-f]{12}-/, ''))).toEqual([
    ...[320, 480, 720, 960, 1280, 1920].flatMap(width => [`${width}.avif`, `${width}.webp`, `${width}.jpg`]),
    'social-50-50.jpg',
  ])
})

test('a small one is never made larger, and ends at its own width', () => {
  const widths = new Set(planRenditions({ ...negative, width: 700, height: 500 }).map(one => one.width))
  expect([...widths]).toEqual([320, 480, 700])
})

test('a transparent one has PNG in place of JPEG', () => {
  const plan = planRenditions({ ...negative, transparent: true })
  expect(new Set(plan.filter(one => !one.cut).map(one => one.format))).toEqual(
    new Set(['avif', 'webp', 'png']),
  )
})

test('one that is too tall for AVIF and WebP at its widest has neither', () => {
  const sizes = (height: number) =>
    planRenditions({ ...negative, width: 1000, height }).filter(one => !one.cut)
  expect(new Set(sizes(16_383).map(one => one.format)).size).toBe(3)
  expect(sizes(30_000).map(one => `${one.format} ${one.width}`)).toEqual(
    [320, 480, 720, 960, 1000].map(width => `jpeg ${width}`),
  )
})

test('what is printed into a picture is part of its address', () => {
  const keys = (changes: Partial<Negative>) => planRenditions({ ...negative, ...changes }).map(one => one.key)
  expect(keys({ credit: 'Jonas Weir/Lantern' })).not.toEqual(keys({}))
  const [moved, still] = [keys({ focalX: 0.2 }), keys({})]
  expect(moved.slice(0, -1)).toEqual(still.slice(0, -1))
  expect(moved.at(-1)).not.toBe(still.at(-1))
})

const side = fc.integer({ min: 1, max: 30_000 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('the first rendition is always one of the plan', () => {
  fc.assert(
    fc.property(side, side, fc.boolean(), (width, height, transparent) => {
      const one = { ...negative, width, height, transparent }
      expect(planRenditions(one)).toContainEqual(planProof(one))
    }),
  )
})

test('the card lies within the picture and holds the focal point', () => {
  fc.assert(
    fc.property(side, side, share, share, (width, height, focalX, focalY) => {
      const cut = socialCut({ width, height, focalX, focalY })
      expect(cut.left).toBeGreaterThanOrEqual(0)
      expect(cut.top).toBeGreaterThanOrEqual(0)
      expect(cut.left + cut.width).toBeLessThanOrEqual(width)
      expect(cut.top + cut.height).toBeLessThanOrEqual(height)
      expect(cut.left).toBeLessThanOrEqual(Math.ceil(focalX * width))
      expect(cut.left + cut.width).toBeGreaterThanOrEqual(Math.floor(focalX * width))
      expect(cut.top + cut.height).toBeGreaterThanOrEqual(Math.floor(focalY * height))
    }),
  )
})
