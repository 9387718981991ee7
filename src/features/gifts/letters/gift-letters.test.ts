import { expect, test } from 'vitest'
import { letterhead } from '../../../../test/builders/mail-doors.ts'
import { interfaceLanguages } from '../../../design/messages.ts'
import type { WrittenLetter } from '../../../platform/mail/letter.ts'
import * as letters from './gift-letters.ts'

const words = { buyer: 'Nell <b>N.</b>', recipient: 'Ines & Co', tier: 'Friend', months: 12 }
const link = 'https://lantern.example/gift/claim?token=1.abc'
const at = new Date('2027-03-28T08:00:00Z')
const gifts = [
  { recipient: 'Ines', address: 'ines@reader.example', deliverAt: at, timeZone: 'Europe/Dublin' },
  { recipient: 'Tom', address: 'tom@reader.example', deliverAt: null, timeZone: 'UTC' },
  { recipient: 'Ada', address: null, deliverAt: null, timeZone: 'UTC' },
]

function all(language: string): WrittenLetter[] {
  const context = { language, letterhead }
  const money = { amountMinor: 30_000, currency: 'eur' }
  const message = 'First line\n<script>alert(1)</script>'
  const paid = { ...words, ...money, gifts, paidAt: at, link, taxText: 'No VAT.' }
  return [
    letters.giftReceiptLetter.write(paid, context),
    letters.giftLetter.write({ ...words, message, link, claimUntil: at }, context),
    letters.giftReminderLetter.write({ ...words, link, claimUntil: at }, context),
    letters.ownReminderLetter.write({ ...words, link, claimUntil: at }, context),
    letters.giftClaimedLetter.write(words, context),
    letters.giftRefundedLetter.write({ ...words, ...money }, context),
    letters.giftProofLetter.write({ buyer: words.buyer, name: '', link }, context),
    letters.carryOnLetter.write({ name: 'Ines', buyer: words.buyer, until: at }, context),
    ...(['own', 'later', 'longer', 'renewal'] as const).map(how =>
      letters.giftBegunLetter.write({ ...words, name: 'Ines', how, from: at, until: at }, context),
    ),
  ]
}

test.each(interfaceLanguages)('every letter about a gift is whole in %s', language => {
  const written = all(language)
  for (const { subject, html, text } of written) {
    expect(subject).not.toBe('')
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
    expect(html).not.toMatch(/\[\[|<b>N\.|<script|undefined|\[object/)
    expect(text).not.toMatch(/\[\[|undefined|\[object|&amp;|&lt;/)
  }
  const [receipt, gift] = written
  expect(receipt?.text).toContain('09:00 (Europe/Dublin)')
  expect(receipt?.text).toContain('No VAT.')
  expect(gift?.html).toContain('First line<br>&lt;script&gt;')
  expect(gift?.text).toContain(link)
  if (language !== 'en') expect(written.map(({ subject }) => subject)).not.toContain(all('en')[1]?.subject)
})

test.each(interfaceLanguages)('a receipt counts its gifts in %s', language => {
  const context = { language, letterhead }
  const written = [1, 2, 3, 5, 11].map(n => {
    const several = Array.from({ length: n }, () => gifts[1]!)
    const data = { ...words, gifts: several, amountMinor: n, currency: 'eur', paidAt: at, link, taxText: '' }
    return letters.giftReceiptLetter.write(data, context).text.split('\n\n')[1]
  })
  expect(new Set(written).size).toBe(5)
})
