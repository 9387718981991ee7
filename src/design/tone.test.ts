import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectStyles, focalClass, frameHeightClass, toneClass } from './tone.ts'

test('a tone is rounded to three digits', () => {
  expect(toneClass('#0b5563')).toBe('tone-156')
  expect(toneClass('#FFFFFF')).toBe('tone-fff')
  expect([toneClass(null), toneClass(''), toneClass('red'), toneClass('#fff')]).toEqual(['', '', '', ''])
})

test('a focal point is kept in steps of five percent; the middle needs none', () => {
  expect(focalClass(0.23, 0.71)).toBe('focal-25-70')
  expect(focalClass(0.5, 0.51)).toBe('')
  expect(focalClass(-3, 7)).toBe('focal-0-100')
  expect(focalClass(Number.NaN, 0.1)).toBe('focal-50-10')
})

test('a frame is as tall as the next step', () => {
  expect([0, 1, 40, 41, 5000].map(frameHeightClass)).toEqual([
    'frame-h-40',
    'frame-h-40',
    'frame-h-40',
    'frame-h-80',
    'frame-h-2000',
  ])
})

test('the rules of a page are those of its classes, each once, in a settled order', () => {
  const html =
    '<img class="a tone-156 focal-25-70"><img class="focal-25-70 tone-156"><iframe class="x frame-h-80">'
  expect(collectStyles(html)).toBe(
    '.focal-25-70{object-position:25% 70%}.frame-h-80{block-size:80px}.tone-156{background-color:#156}',
  )
  expect(collectStyles('<p>no-tone-156 tone-1566 tone-xyz semitone-abc</p>')).toBe('')
})

test('nothing in a page makes anything but such rules', () => {
  const rules = /^(\.(tone-[0-9a-f]{3}|focal-\d+-\d+|frame-h-\d+)\{[a-z-]+:[#\w% ]+\})*$/
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(' tone-', '"focal-', ' frame-h-', '156', '{}', '-', '50', '<'),
  )
  fc.assert(fc.property(fc.array(part), parts => rules.test(collectStyles(parts.join('')))))
})
