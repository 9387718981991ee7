import { expect, test } from 'vitest'
import { compileLetter } from './compile-letter.ts'
import { letterPieces } from './letter-pieces.ts'

test.each(['ltr', 'rtl'] as const)('letter-pieces.ts is what letter.mjml makes (%s)', async direction => {
  expect(letterPieces[direction]).toEqual(await compileLetter(direction))
})

test('nothing in the frame comes from elsewhere', () => {
  const html = JSON.stringify(letterPieces)
  const addresses = html.match(/(?:https?:)?\/\/[a-z][^\s"'\\)]*/gi) ?? []
  expect([...new Set(addresses)]).toEqual(['http://www.w3.org/1999/xhtml'])
  expect(html).not.toMatch(/@import|<link|<img|<script/)
})
