import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testCards } from '../test-cards.ts'
import { passesLuhn, readCard } from './read-card.ts'

const now = Date.parse('2026-11-22T09:00:00Z') / 1000
const typed = { number: '4242 4242-4242 4242', expires: '11/26', cvc: '123' }

test('a card is read with spaces, in other digits, and to the end of its month', () => {
  expect(readCard(typed, now).card).toMatchObject({
    card: { number: '4242424242424242', brand: 'visa' },
    expires: { month: 11, year: 2026 },
  })
  const arabic = { number: '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢', expires: '٠٣/٢٨', cvc: '١٢٣' }
  expect(readCard(arabic, now).card?.expires).toEqual({ month: 3, year: 2028 })
  expect(readCard(typed, Date.parse('2026-12-01T00:00:00Z') / 1000).wrong).toEqual({ expires: 'past' })
})

test.each([
  ['12/2034', { month: 12, year: 2034 }],
  ['1234', { month: 12, year: 2034 }],
  ['1/34', { month: 1, year: 2034 }],
  ['01-34', { month: 1, year: 2034 }],
  ['0/34', null],
  ['13/34', null],
  ['soon', null],
])('%s is read', (expires, read) => {
  expect(readCard({ ...typed, expires }, now).card?.expires ?? null).toEqual(read)
})

test('American Express may have four digits, others may not', () => {
  const amex = { ...typed, number: '378282246310005' }
  expect(readCard({ ...amex, cvc: '1234' }, now).wrong).toEqual({})
  expect(readCard({ ...typed, cvc: '1234' }, now).wrong).toEqual({ cvc: 'length' })
})

test('every known number has its check digit, and no single wrong digit gets through', () => {
  for (const number of Object.keys(testCards)) expect(passesLuhn(number), number).toBe(true)
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(testCards)),
      fc.nat(15),
      fc.integer({ min: 1, max: 9 }),
      (number, place, by) => {
        const at = place % number.length
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
        return !passesLuhn(wrong)
      },
    ),
  )
})
