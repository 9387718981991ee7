import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstFontFiles, fontStacks, sansNames, serifNames } from '../typefaces.ts'

const folder = import.meta.dirname
const bytes = (name: string) => statSync(join(folder, 'files', `${name}.woff2`)).size
const faces = readFileSync(join(folder, 'faces.css'), 'utf8')

describe('the cut typefaces', () => {
  test('a story in English, with italics, asks for at most 90 KB of fonts', () => {
    const asked = [
      'source-serif-4-text-latin',
      'source-serif-4-display-latin',
      'source-serif-4-italic-latin',
      'public-sans-latin',
    ]
    expect(asked.map(bytes).reduce((a, b) => a + b)).toBeLessThanOrEqual(90_000)
  })

  test('every family a publication can choose is declared, with stand-ins that match it', () => {
    for (const serif of serifNames)
      for (const sans of sansNames)
        for (const stack of Object.values(fontStacks(serif, sans)))
          for (const family of stack.split(',').slice(0, 3)) expect(faces).toContain(`font-family:${family};`)
  })

  test('the fonts that are asked for first exist for each script', () => {
    for (const serif of serifNames)
      for (const sans of sansNames)
        for (const language of ['en', 'uk', 'de-AT', 'ar'])
          for (const file of firstFontFiles(serif, sans, language))
            expect(bytes(file), file).toBeGreaterThan(10_000)
    expect(firstFontFiles('literata', 'inter', 'en')).toHaveLength(3)
  })

  test('no face is put in once the text can be read, and stand-ins are scaled to the real face', () => {
    const real = faces.split('\n').filter(rule => rule.includes('url('))
    for (const rule of real) expect(rule).toMatch(/font-display:optional;.*unicode-range:/)
    const scales = [...faces.matchAll(/size-adjust:([\d.]+)%/g)].map(match => Number(match[1]))
    expect(scales.length).toBeGreaterThan(20)
    for (const scale of scales) expect(scale).toBeGreaterThan(80)
    for (const scale of scales) expect(scale).toBeLessThan(125)
  })
})
