import { Writable } from 'node:stream'
import Stripe from 'stripe'
import { afterAll, expect, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { testDatabase } from '../../test/builders/test-database.ts'
import { openProcessor } from './open-processor.ts'

const lines: string[] = []
const log = createLog('info', new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }))
const { db } = await testDatabase()
const processor = await openProcessor({
  db,
  log,
  siteUrl: 'http://localhost:4000',
  apiKey: 'sk_test_log',
  webhookSecret: 'whsec_log',
  now: () => new Date(),
})
const { host, port, apiKey } = processor
const stripe = new Stripe(apiKey, { host, port, protocol: 'http', maxNetworkRetries: 0 })
afterAll(() => processor.close())

test('what is not known is named in the log, and nobody’s address or card stands there', async () => {
  await stripe.customers.create({ sources: 'x' } as never).catch(() => {})
  await stripe.topups.list().catch(() => {})
  await stripe.customers.search({ query: "mail:'ada@paper.example'" }).catch(() => {})
  await stripe.paymentMethods
    .create({ type: 'card', card: { number: '4242424242424242', cvc: '123' } } as never)
    .catch(() => {})
  const told = lines.join('')
  expect(told).toContain('Received unknown parameter: sources')
  expect(told).toContain('GET: /v1/topups')
  expect(told).toContain('"param":"query"')
  expect(told).not.toMatch(/ada@paper|4242424242424242/)
})
