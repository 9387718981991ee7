import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords, type Part } from './compare-texts.ts'

const older = (parts: readonly Part[]) => joined(parts, 'ins')
const newer = (parts: readonly Part[]) => joined(parts, 'del')

function joined(parts: readonly Part[], without: Part['kind']): string {
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
}

test('a changed word is one word gone and one come', () => {
  expect(compareWords('The ferry came at six.', 'The ferry came at seven.', 'en')).toEqual([
    { kind: 'same', text: 'The ferry came at ' },
    { kind: 'del', text: 'six' },
    { kind: 'ins', text: 'seven' },
    { kind: 'same', text: '.' },
  ])
})

test('neighbouring words are one change', () => {
  expect(compareWords('It has red roofs here', 'It has green walls here', 'en')).toEqual([
    { kind: 'same', text: 'It has ' },
    { kind: 'del', text: 'red roofs' },
    { kind: 'ins', text: 'green walls' },
    { kind: 'same', text: ' here' },
  ])
})

test('words are found in every script, and a language that nobody knows does no harm', () => {
  expect(compareWords('Корабель прибув учора', 'Корабель прибув сьогодні', 'uk').at(-1)).toEqual({
    kind: 'ins',
    text: 'сьогодні',
  })
  expect(compareWords('وصلت السفينة', 'وصلت العبارة', 'ar')[0]).toEqual({ kind: 'same', text: 'وصلت ' })
  expect(compareWords('我爱北京', '我爱上海', 'zh')[0]?.kind).toBe('same')
  expect(compareWords('one', 'two', 'not a language!')).toHaveLength(2)
})

test('whatever the texts are, both can be read out of what differs', () => {
  const words = fc.array(fc.constantFrom('a', 'bee', ' ', '  ', '\n', '.', 'sea', 'ї'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (some, others) => {
      const [a, b] = [some.join(''), others.join('')]
      const parts = compareWords(a, b, 'en')
      expect(older(parts)).toBe(a)
      expect(newer(parts)).toBe(b)
    }),
    { numRuns: 300 },
  )
})

test('two long texts without a word in common are compared in no time', () => {
  const long = (stem: string) => Array.from({ length: 20_000 }, (_, i) => `${stem}${i}`).join(' ')
  const began = performance.now()
  const parts = compareWords(long('a'), long('b'), 'en')
  expect(parts.map(({ kind }) => kind)).toEqual(['del', 'ins'])
  expect(performance.now() - began).toBeLessThan(5000)
})
