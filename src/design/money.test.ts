import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, minorDigits, readMoney } from './money.ts'

test('whole amounts stand without a point, others with all of their digits', () => {
  expect(formatMoney(1000, 'eur', 'en')).toBe('€10')
  expect(formatMoney(1050, 'eur', 'en')).toBe('€10.50')
  expect(formatMoney(500, 'jpy', 'en')).toBe('¥500')
  expect(formatMoney(1_234_500, 'usd', 'en')).toBe('$12,345')
})

test('amounts are written as the language does', () => {
  expect(formatMoney(1050, 'eur', 'de')).toBe('10,50\u00a0€')
  expect(formatMoney(-1050, 'gbp', 'en')).toBe('-£10.50')
})

test('the processor’s special currencies are counted in hundredths', () => {
  expect(minorDigits('isk')).toBe(2)
  expect(minorDigits('jpy')).toBe(0)
  expect(minorDigits('kwd')).toBe(3)
})

test.each([
  ['12', 1200],
  ['12,5', 1250],
  ['12.50', 1250],
  [' 1 200 ', 120_000],
  ['12.345', null],
  ['-5', null],
  ['1e3', null],
  ['', null],
])('"%s" is read as %s', (text, right) => expect(readMoney(text, 'eur')).toBe(right))

test('what is written is read again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom('eur', 'jpy', 'kwd'),
      (minor, currency) => {
        const digits = minorDigits(currency)
        expect(readMoney((minor / 10 ** digits).toFixed(digits), currency)).toBe(minor)
      },
    ),
  )
})
