import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Inline } from '../../blocks/inline.ts'
import { fromPlain, toPlain } from './plain-text.ts'

test('bold, italic, links and breaks can be typed', () => {
  const content = fromPlain('The **ferry** stays, *for now* ([minutes](/minutes)).\nBy two votes.')
  expect(content).toEqual([
    { type: 'text', text: 'The ' },
    { type: 'text', text: 'ferry', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' stays, ' },
    { type: 'text', text: 'for now', marks: [{ type: 'italic' }] },
    { type: 'text', text: ' (' },
    { type: 'text', text: 'minutes', marks: [{ type: 'link', href: '/minutes' }] },
    { type: 'text', text: ').' },
    { type: 'break' },
    { type: 'text', text: 'By two votes.' },
  ])
  expect(toPlain(content)).toBe('The **ferry** stays, *for now* ([minutes](/minutes)).\nBy two votes.')
})

test('addresses that could run stay words', () => {
  expect(fromPlain('[x](javascript:alert)')).toEqual([{ type: 'text', text: '[x](javascript:alert)' }])
})

test('what a plain field cannot hold is not offered there', () => {
  expect(toPlain([{ type: 'text', text: 'x', marks: [{ type: 'underline' }] }])).toBeNull()
  expect(toPlain([{ type: 'text', text: 'two *stars* here' }])).toBeNull()
})

test('nothing is lost on the way there and back', () => {
  const anyMark = fc.constantFrom<[] | [{ type: 'bold' }] | [{ type: 'italic' }]>(
    [],
    [{ type: 'bold' }],
    [{ type: 'italic' }],
  )
  const part: fc.Arbitrary<Inline> = fc.oneof(
    fc
      .record({ text: fc.string({ minLength: 1 }).filter(text => !text.includes('\n')), marks: anyMark })
      .map(({ text, marks }) =>
        marks.length ? { type: 'text' as const, text, marks: [...marks] } : { type: 'text' as const, text },
      ),
    fc.constant<Inline>({ type: 'break' }),
  )
  const words = (content: readonly Inline[]) =>
    content.map(one => (one.type === 'text' ? one.text : '\n')).join('')
  fc.assert(
    fc.property(fc.array(part), content => {
      const plain = toPlain(content)
      if (plain !== null) expect(words(fromPlain(plain))).toBe(words(content))
    }),
  )
})
