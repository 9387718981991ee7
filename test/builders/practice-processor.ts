import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import Stripe from 'stripe'
import { afterAll } from 'vitest'
import { openProcessor } from '../../practice/processor/open-processor.ts'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { createLog } from '../../src/platform/log.ts'
import type { PracticeProcessor } from '../../src/platform/payments/payments.ts'
import { testDatabase } from './test-database.ts'

export const practiceSecret = 'whsec_for_tests'

export interface TestProcessor {
  db: Database
  stripe: Stripe
  processor: PracticeProcessor
  clock: { now(): Date; set(time: string): void }
  /** Lets everything happen until then, and moves the clock there. */
  play(until: string): Promise<void>
  /** Closes it and opens another one over the same database, as a restart does. */
  restart(): Promise<void>
}

/** The practice processor over a database of its own, and Stripe's own client that speaks to it. */
export async function testProcessor(): Promise<TestProcessor> {
  const { connection } = await testDatabase()
  const db = openDatabase(connection)
  const clock = standingClock('2026-11-22T09:00:00Z')
  const one = { db, clock, ...(await open(db, clock)) } as TestProcessor
  one.play = async until => {
    clock.set(until)
    await one.processor.runDue(clock.now())
  }
  one.restart = async () => {
    await one.processor.close()
    Object.assign(one, await open(db, clock))
  }
  afterAll(async () => {
    await one.processor.close()
    await db.destroy()
  })
  return one
}

/** A clock that stands still until it is set. Here and not the house's, whose builder brings the whole program along. */
function standingClock(start: string): TestProcessor['clock'] {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    set: time => {
      now = new Date(time)
    },
  }
}

async function open(db: Database, clock: TestProcessor['clock']) {
  const processor = await openProcessor({
    db,
    log: createLog('silent'),
    siteUrl: 'http://localhost:4000',
    apiKey: 'sk_test_for_tests',
    webhookSecret: practiceSecret,
    now: clock.now,
  })
  const { apiKey, host, port } = processor
  const stripe = new Stripe(apiKey, { host, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
  return { processor, stripe }
}

export interface Hearing {
  url: string
  /** What was heard, in the order in which it came; only what the client's own check accepted. */
  events: Stripe.Event[]
  /** What it answers from now on. */
  answer(status: number): void
}

/** Listens to events as this program does, and proves each signature with Stripe's own client. */
export async function hearEvents(secret = practiceSecret): Promise<Hearing> {
  const stripe = new Stripe('sk_test_unused')
  const events: Stripe.Event[] = []
  let status = 200
  const server = createServer(async (request, response) => {
    const raw = await buffer(request)
    const signature = request.headers['stripe-signature'] as string
    const event = await stripe.webhooks.constructEventAsync(raw, signature, secret).catch(() => null)
    if (event && status === 200) events.push(event)
    response.writeHead(event ? status : 400).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhooks/stripe`,
    events,
    answer: to => {
      status = to
    },
  }
}
