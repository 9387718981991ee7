import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailAddress, mailbox, oneLine } from './address.ts'
import { nextTry } from './back-off.ts'
import { readSmtpUrl } from './smtp-server.ts'

test('whatever is read as an address is one address on one line', () => {
  const domain = fc.oneof(fc.domain(), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.tuple(fc.string(), domain).map(parts => parts.join('@')),
      ),
      text => {
        const { data } = emailAddress.safeParse(text)
        if (data !== undefined) expect(data).toMatch(/^[\x21-\x7e]+@[a-z\d.-]+$/)
      },
    ),
  )
})

test('no control character is left on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(oneLine(text)).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]{0,600}$/u)
    }),
  )
})

test.each([
  ['letters@paper.example', { address: 'letters@paper.example', name: '' }],
  ['The Lantern <letters@paper.example>', { address: 'letters@paper.example', name: 'The Lantern' }],
  [
    '"The Lantern, daily" <letters@paper.example>',
    { address: 'letters@paper.example', name: 'The Lantern, daily' },
  ],
])('MAIL_FROM may be %s', (text, expected) => {
  expect(mailbox.parse(text)).toEqual(expected)
})

test.each([
  '',
  'The Lantern',
  'a@b.example, c@d.example',
  'X <a@b.example> Y',
  '<<a@b.example>>',
  'X <a@b.example',
])('MAIL_FROM may not be %j', text => {
  expect(mailbox.safeParse(text).success).toBe(false)
})

test.each([
  ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, user: '', password: '' }],
  [
    'smtps://desk%40paper.example:p%2Fw@mail.example',
    { host: 'mail.example', port: 465, secure: true, user: 'desk@paper.example', password: 'p/w' },
  ],
  ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, user: '', password: '' }],
])('SMTP_URL may be %s', (text, expected) => {
  expect(readSmtpUrl(text)).toEqual(expected)
})

test.each([
  'mail.example:587',
  'http://mail.example',
  'smtp://',
  'smtp://mail.example/x',
  'smtp://a b',
  'smtp://%zz@mail.example',
  'smtp://mail.example?pool=true',
])('SMTP_URL may not be %s', text => {
  expect(readSmtpUrl(text)).toBeNull()
})

test('pauses grow, with a little chance in them, and end', () => {
  const minutes = (tries: number, chance: number) =>
    (nextTry(tries, new Date(0), chance)?.getTime() ?? Number.NaN) / 60_000
  expect([1, 2, 3, 4, 5].map(tries => Math.round(minutes(tries, 0.5)))).toEqual([1, 5, 15, 60, 240])
  expect(minutes(2, 0)).toBeLessThan(minutes(2, 1))
  expect(nextTry(8, new Date(0))).toBeNull()
})
