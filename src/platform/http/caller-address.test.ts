import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { callerAddress } from './caller-address.ts'

const addressOf = callerAddress(['127.0.0.1', '10.0.0.0/8', '::1'])

test.each([
  ['nobody says anything', '203.0.113.9', undefined, '203.0.113.9'],
  ['a proxy says who it was', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['a proxy behind a proxy', '10.1.2.3', '203.0.113.9, 10.9.9.9', '203.0.113.9'],
  ['what a reader wrote in front of it is not believed', '127.0.0.1', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
  ['a stranger’s word is not taken', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
  ['IPv4 in the clothes of IPv6', '::ffff:127.0.0.1', '2001:db8::7', '2001:db8::7'],
  ['all of them are ours', '127.0.0.1', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
])('%s', (_what, remoteAddress, forwarded, right) => {
  const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }
  expect(addressOf(request as unknown as IncomingMessage)).toBe(right)
})
