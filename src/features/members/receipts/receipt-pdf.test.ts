import { expect, test } from 'vitest'
import { interfaceLanguages } from '../../../design/messages.ts'
import { receiptNumber } from './receipt.ts'
import { receiptPdf } from './receipt-pdf.ts'

const receipt = {
  lineId: 42,
  amountMinor: 1050,
  currency: 'eur',
  paidAt: new Date('2026-12-31T23:30:00Z'),
  tier: 'Friend',
  covers: { from: new Date('2026-12-31T23:30:00Z'), until: new Date('2027-01-31T23:30:00Z') },
  givenBackMinor: 500,
}
const paper = {
  name: 'The Wrenmouth Lantern',
  imprint: ['The Wrenmouth Lantern Society', '1 Ropewalk Lane'],
  email: 'newsroom@wrenmouth-lantern.example',
  taxText: 'No VAT is due.\nЗа це не сплачується ПДВ. لا تُفرض ضريبة على هذا المبلغ.',
}

test.each(interfaceLanguages)('a receipt in %s is one sheet with its own faces', async language => {
  const pdf = await receiptPdf({
    receipt,
    paper,
    reader: { name: 'سلمى حداد Łukasz', email: 'reader@example.org' },
    place: { language, timeZone: 'Europe/Dublin' },
  })
  const text = pdf.toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
  expect(text).toContain('SourceSerif')
  expect(text).toContain('NotoNaskhArabic')
  expect(text).not.toContain('Helvetica')
})

test('a receipt that was never paid back, for a gift of money, of somebody without a name', async () => {
  const pdf = await receiptPdf({
    receipt: { ...receipt, tier: null, covers: null, givenBackMinor: 0, currency: 'jpy', amountMinor: 3000 },
    paper: { name: 'P', imprint: [], email: '', taxText: '' },
    reader: { name: '', email: `${'long'.repeat(20)}@example.org` },
    place: { language: 'en', timeZone: 'UTC' },
  })
  expect(pdf.length).toBeGreaterThan(1000)
})

test('the year of a receipt’s number is that of the publication’s clock', () => {
  expect(receiptNumber(receipt, 'Europe/Dublin')).toBe('2026-000042')
  expect(receiptNumber(receipt, 'Europe/Kyiv')).toBe('2027-000042')
})
