import type { Form } from '../../../src/platform/http/form.ts'
import { type TestCard, testCards } from '../test-cards.ts'

export interface TypedCard {
  card: TestCard & { number: string }
  expires: { month: number; year: number }
}

/** What is wrong with a card that was typed, by field. */
export interface WrongCard {
  number?: 'missing' | 'luhn' | 'unknown'
  expires?: 'unreadable' | 'past'
  cvc?: 'length'
}

/**
 * Reads a card from a form's fields `number`, `expires` ("12/34") and `cvc`. Only Stripe's test cards are taken: nobody's
 * own card may be typed in here. `now` in Unix seconds.
 */
export function readCard(form: Form, now: number): { card: TypedCard | null; wrong: WrongCard } {
  const wrong: WrongCard = {}
  const number = textOf(form.number).replace(/[\s-]/g, '')
  const card = testCards[number]
  if (!/^\d{12,19}$/.test(number)) wrong.number = 'missing'
  else if (!passesLuhn(number)) wrong.number = 'luhn'
  else if (!card) wrong.number = 'unknown'
  const expires = readExpiry(textOf(form.expires))
  if (!expires) wrong.expires = 'unreadable'
  else if (isOver(expires, now)) wrong.expires = 'past'
  const digits = card?.brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/
  if (!digits.test(textOf(form.cvc).trim())) wrong.cvc = 'length'
  return Object.keys(wrong).length > 0 || !card || !expires
    ? { card: null, wrong }
    : { card: { card: { ...card, number }, expires }, wrong }
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Digits of other scripts are read, too. */
function textOf(value: string | string[] | undefined): string {
  const text = typeof value === 'string' ? value.slice(0, 60) : ''
  return text
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
}

function readExpiry(text: string): { month: number; year: number } | null {
  const [, month = '', year = ''] = /^\s*(\d{1,2})\s*[/.\- ]?\s*(\d{2}|\d{4})\s*$/.exec(text) ?? []
  const at = { month: Number(month), year: Number(year.length === 2 ? `20${year}` : year) }
  return at.month >= 1 && at.month <= 12 ? at : null
}

/** A card is good to the end of its month. */
function isOver({ month, year }: { month: number; year: number }, now: number): boolean {
  return Date.UTC(year, month, 1) / 1000 <= now
}
