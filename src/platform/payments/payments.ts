import type Stripe from 'stripe'
import type { Clock } from '../clock.ts'
import type { Config } from '../config/config.ts'
import { BadInput, Unavailable } from '../errors/errors.ts'

/** A card processor of our own that speaks Stripe's HTTP, while no real one is set. */
export interface PracticeProcessor {
  host: string
  port: number
  apiKey: string
  webhookSecret: string
  /** Where its events go, once this node answers there. Until then they wait. */
  deliverTo(url: string): void
  /** Does what is due until then (renewals, retries, ends), and delivers every event that waits. */
  runDue(until: Date): Promise<void>
  close(): Promise<void>
}

/** Whose time money keeps in practice: the clock's, ahead by what has been rehearsed. */
export interface PracticeTime {
  /** Milliseconds. */
  ahead(): number
  /** Moves it on for every node, by milliseconds. */
  move(milliseconds: number): Promise<void>
  close(): void
}

export interface Payments {
  /** closed: readers could be charged here, but there are no keys; pages say that joining is not open yet. */
  mode: 'stripe' | 'practice' | 'closed'
  /** The processor's own client. Throws Unavailable where joining is closed. */
  stripe(): Promise<Stripe>
  /** What the processor sent, once its signature over the raw bytes is proved. Throws BadInput otherwise. */
  readEvent(raw: Buffer, signature: string | undefined): Promise<Stripe.Event>
  /** The time that memberships, gifts, campaigns and the ledger go by. */
  now(): Date
  /** Runs work that asks the processor while it holds a transaction: a few at once, so that pages keep connections. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** The processor for practice. Throws Unavailable where payments are real or closed. */
  practice(): Promise<PracticeProcessor>
  /** Moves practice time on, by milliseconds. Throws Unavailable where payments are real or closed. */
  moveOn(milliseconds: number): Promise<void>
  /** Says where this node hears the practice processor's events; a real processor is told in its own dashboard. */
  hearAt(url: string): void
  close(): Promise<void>
}

interface Doors {
  client: Stripe
  webhookSecret: string
  practice: PracticeProcessor | null
}

/** Answers of the processor that take longer are given up; the client asks again by itself, with the same idempotency key. */
const patienceMs = 20_000
const retries = 2
const mostAtOnce = 3

/** The door to the card processor. Nothing is loaded or opened before it is used. */
export function createPayments(options: {
  config: Pick<Config, 'stripe' | 'siteUrl' | 'practicePayments'>
  clock: Clock
  practiceTime: PracticeTime
  openPractice: () => Promise<PracticeProcessor>
}): Payments {
  const { config, clock, practiceTime, openPractice } = options
  const mode = modeOf(config)
  let opened: Promise<Doors> | null = null
  let heardAt = ''
  const inTurn = turns(mostAtOnce)

  return {
    mode,
    async stripe() {
      return (await doors()).client
    },
    async readEvent(raw, signature = '') {
      const { client, webhookSecret } = await doors()
      try {
        // The tolerance is against a replay of an old letter; a replayed event is applied once anyway.
        return await client.webhooks.constructEventAsync(raw, signature, webhookSecret, 300)
      } catch {
        throw new BadInput({
          field: 'stripe-signature',
          sentence: 'The signature does not fit what was sent.',
        })
      }
    },
    now: () => (mode === 'practice' ? new Date(clock.now().getTime() + practiceTime.ahead()) : clock.now()),
    inTurn,
    async practice() {
      const { practice } = await doors()
      if (!practice) throw new Unavailable('Payments are real here, so nothing can be practised.')
      return practice
    },
    async moveOn(milliseconds) {
      if (mode !== 'practice') throw new Unavailable('Payments are real here, so time goes as it goes.')
      await practiceTime.move(milliseconds)
    },
    hearAt(url) {
      heardAt = url
      opened?.then(({ practice }) => practice?.deliverTo(url)).catch(() => {})
    },
    async close() {
      practiceTime.close()
      await (await opened?.catch(() => null))?.practice?.close()
    },
  }

  function doors() {
    if (mode === 'closed')
      throw new Unavailable('Joining is not open yet: no card processor has been set for this publication.')
    opened ??= open().catch(error => {
      opened = null
      throw error
    })
    return opened
  }

  async function open(): Promise<Doors> {
    const { default: StripeClient } = await import('stripe')
    const common = { maxNetworkRetries: retries, timeout: patienceMs, telemetry: false }
    if (config.stripe) {
      const { secretKey, webhookSecret } = config.stripe
      return { client: new StripeClient(secretKey, common), webhookSecret, practice: null }
    }
    const practice = await openPractice()
    if (heardAt) practice.deliverTo(heardAt)
    const { host, port, apiKey, webhookSecret } = practice
    const client = new StripeClient(apiKey, { ...common, host, port, protocol: 'http' })
    return { client, webhookSecret, practice }
  }
}

/** How payments are taken with these settings. */
export function modeOf({
  stripe,
  siteUrl,
  practicePayments,
}: Pick<Config, 'stripe' | 'siteUrl' | 'practicePayments'>) {
  if (stripe) return 'stripe'
  return siteUrl.startsWith('https:') && !practicePayments ? 'closed' : 'practice'
}

/** Lets `most` pieces of work run at once; the others wait in the order they came. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async work => {
    if (running < most) running++
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // Whoever waits takes this place over.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
