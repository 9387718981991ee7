import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentOn, type Colour, contrast, darkPaper, lightPaper, mix, readColour } from './colour.ts'

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map(value => `#${value.toString(16).padStart(6, '0')}` as Colour)

describe('the accent of a publication', () => {
  test('whatever is wanted, it can be read on light and on dark paper, and paper can be read on it', () => {
    fc.assert(
      fc.property(anyColour, wanted => {
        for (const [mode, sheet] of [
          ['light', lightPaper],
          ['dark', darkPaper],
        ] as const) {
          const { accent, ink } = accentOn(mode, wanted)
          expect(contrast(accent, sheet.paper)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(accent, sheet.tint)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(ink, accent)).toBeGreaterThanOrEqual(4.5)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('an accent that suffices is left alone', () => {
    expect(accentOn('light', '#0b5563').accent).toBe('#0b5563')
  })

  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
  })

  test('only hexadecimal colours are read', () => {
    expect(readColour('#0B5')).toBe('#00bb55')
    for (const bad of ['red', '#12', '#1234567', '#12345g', '#fff;}', '']) expect(readColour(bad)).toBeNull()
  })
})
