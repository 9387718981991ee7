import { expect, test } from 'vitest'
import { interfaceLanguages } from '../../../design/messages.ts'
import { giftMessages } from '../gift-messages.ts'
import { emptyGift, momentOf, readGift, zonesWith } from './gift-form.ts'

const now = new Date('2027-03-01T12:00:00Z')
const texts = giftMessages('en')
const typed = {
  ...emptyGift({ language: 'en', timeZone: 'Europe/Dublin', now }),
  name: 'Ines',
  email: 'Ines@Reader.example',
}

test.each([
  // Before and after the clocks go forward, in the hour that they leave out, and in one that comes twice.
  ['2027-03-27', '09:00', 'Europe/Dublin', '2027-03-27T09:00:00.000Z'],
  ['2027-03-28', '09:00', 'Europe/Dublin', '2027-03-28T08:00:00.000Z'],
  ['2027-03-28', '01:00', 'Europe/Dublin', '2027-03-28T01:00:00.000Z'],
  ['2027-10-31', '01:00', 'Europe/Dublin', '2027-10-31T00:00:00.000Z'],
  ['2027-03-14', '02:00', 'America/New_York', '2027-03-14T07:00:00.000Z'],
  ['2027-06-01', '09:00', 'Asia/Kathmandu', '2027-06-01T03:15:00.000Z'],
  ['2027-06-01', '00:00', 'Pacific/Kiritimati', '2027-05-31T10:00:00.000Z'],
])('%s, %s in %s is %s', (day, hour, zone, moment) => {
  expect(momentOf({ day, hour, zone }, now)).toEqual(new Date(moment))
})

test.each([
  ['2027-02-31', '09:00', 'UTC', 'day'],
  ['soon', '09:00', 'UTC', 'day'],
  ['2029-01-01', '09:00', 'UTC', 'day'],
  ['2027-04-01', '25:00', 'UTC', 'day'],
  ['2027-03-01', '12:00', 'UTC', 'past'],
  ['2027-04-01', '09:00', 'Middle/Earth', 'zone'],
])('%s, %s in %s is refused: %s', (day, hour, zone, why) => {
  expect(momentOf({ day, hour, zone }, now)).toBe(why)
})

test('what is typed becomes a gift, whatever its name holds', () => {
  expect(readGift(typed, { texts, now })).toMatchObject({
    gift: { delivery: 'letter', recipientEmail: 'ines@reader.example', deliverAt: null },
  })
  expect(readGift({ ...typed, delivery: 'self', email: 'no matter' }, { texts, now })).toMatchObject({
    gift: { delivery: 'self', recipientEmail: null },
  })
  expect(readGift({ ...typed, name: 'Ines\r\nBcc: all' }, { texts, now })).toMatchObject({
    gift: { recipientName: 'Ines Bcc: all' },
  })
  for (const [field, value] of [
    ['name', '   '],
    ['name', 'x'.repeat(81)],
    ['email', 'a@b@c'],
    ['message', 'x'.repeat(601)],
  ] as const)
    expect(readGift({ ...typed, [field]: value }, { texts, now })).toHaveProperty(`wrong.${field}`)
})

test('every zone that is offered is one, and every language has its words', () => {
  expect(zonesWith('Europe/Kyiv')).toContain('Europe/Kyiv')
  for (const timeZone of zonesWith('Asia/Kathmandu'))
    expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
  for (const language of interfaceLanguages)
    for (let n = 1; n <= 10; n++) expect(giftMessages(language).count(n)).not.toMatch(/undefined|^$/)
})
