import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../src/platform/database/database.ts'
import type { Log } from '../../src/platform/log.ts'
import {
  claimEvents,
  type Listener,
  listenersOf,
  markTried,
  nextTryAt,
  readDelivery,
  type WaitingEvent,
} from './event-queries.ts'

export interface Deliverer {
  /** Where this program hears events. */
  deliverTo(url: string): void
  /** Something was committed: deliver soon. */
  wake(): void
  /** Delivers what waits. `patient` tries again what is refused, three times in all, before it is left for later. */
  deliverAll(options: { patient: boolean }): Promise<void>
  close(): Promise<void>
}

/** After a refusal: 5 s, half a minute, 5 minutes, then hourly for three days, as Stripe does where it counts. */
const pausesMs = [5_000, 30_000, 300_000, ...Array<number>(72).fill(3_600_000)]
const patienceMs = 20_000
/** Another node may have written an event and died before it was delivered. */
const longestSleepMs = 30_000
/** What is held back is looked at again and again. */
const shortestSleepMs = 1_000

/**
 * Sends events to whoever listens, one after another: what hears them may hold locks and connections meanwhile.
 * Times here are the wall clock's, since the listener checks the signature's against it.
 */
export function createDeliverer(options: { db: Database; log: Log; webhookSecret: string }): Deliverer {
  const { db, log, webhookSecret } = options
  let url = ''
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const leaving = new AbortController()

  return {
    deliverTo(to) {
      url = to
      wake()
    },
    wake,
    deliverAll: ({ patient }) => inTurn(() => passes(patient ? 3 : 1)),
    async close() {
      closed = true
      clearTimeout(timer)
      leaving.abort()
      await turn
    },
  }

  function wake(): void {
    if (closed || !url) return
    void inTurn(async () => {
      await onePass({ due: true })
      await sleepUntilNext()
    }).catch(error => {
      log.warn({ error: error.message }, 'practice events could not be delivered')
      sleep(longestSleepMs)
    })
  }

  async function sleepUntilNext(): Promise<void> {
    const next = await nextTryAt(db)
    if (next) sleep(Math.max(next.getTime() - Date.now(), shortestSleepMs))
  }

  function sleep(milliseconds: number): void {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(wake, Math.min(milliseconds, longestSleepMs))
    timer.unref()
  }

  /** One thing at a time on this node. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const result = turn.then(() => (closed ? undefined : work()))
    turn = result.catch(() => {})
    return result
  }

  async function passes(most: number): Promise<void> {
    for (let pass = 1; pass <= most; pass++) {
      const { refused } = await onePass({ due: false, fresh: most === 1 })
      if (!refused || closed) return
      if (pass < most) await wait(100 * 2 ** pass)
    }
  }

  /** Everything that waits once, in the order that is set. */
  async function onePass(which: { due: boolean; fresh?: boolean }): Promise<{ refused: boolean }> {
    let refused = false
    let after = 0
    while (!closed) {
      const delivery = await readDelivery(db)
      const own: Listener[] = url
        ? [{ id: 'masthead', url, secret: webhookSecret, kinds: ['*'], after: 0 }]
        : []
      const listeners = [...own, ...(await listenersOf(db))]
      if (delivery.held || listeners.length === 0) return { refused }
      const events = await claimEvents(db, { ...which, after })
      if (events.length === 0) return { refused }
      after = Math.max(...events.map(({ seq }) => seq))
      const sent = events.flatMap(event => [
        { event, again: false },
        ...(delivery.twice ? [{ event, again: true }] : []),
      ])
      for (const one of delivery.shuffled ? inAnyOrder(sent) : sent)
        if (!(await deliver(one, listeners))) refused = true
    }
    return { refused }
  }

  /** Sends one event to all who want it; `again` to those, too, who said yes, and then nothing is noted. */
  async function deliver(
    { event, again }: { event: WaitingEvent; again: boolean },
    listeners: Listener[],
  ): Promise<boolean> {
    const wanting = listeners.filter(
      ({ id, kinds, after }) =>
        event.seq > after &&
        (again || !event.accepted.includes(id)) &&
        (kinds.includes('*') || kinds.includes(event.kind)),
    )
    const accepted: string[] = []
    for (const listener of wanting) if (await post(event, listener)) accepted.push(listener.id)
    if (again) return true
    const done = accepted.length === wanting.length
    const pause = pausesMs[event.attempts]
    if (!done)
      log.warn(
        { event: event.id, kind: event.kind, attempts: event.attempts + 1 },
        'a practice event was refused',
      )
    const later = done || pause === undefined ? null : new Date(Date.now() + pause)
    // Where this program does not hear yet, its own events wait for the node that does.
    await markTried(db, event, { accepted, nextTryAt: url ? later : new Date() })
    return done
  }

  async function post(event: WaitingEvent, listener: Listener): Promise<boolean> {
    const body = JSON.stringify(event.data, null, 2)
    try {
      const answer = await fetch(listener.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(patienceMs)]),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signatureOf(body, listener.secret),
        },
      })
      await answer.body?.cancel()
      return answer.ok
    } catch {
      return false
    }
  }
}

/** `Stripe-Signature`: HMAC-SHA256 over the time and the bytes (docs.stripe.com/webhooks/signature). */
function signatureOf(body: string, secret: string): string {
  const at = Math.floor(Date.now() / 1000)
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

function inAnyOrder<One>(these: readonly One[]): One[] {
  return these
    .map(one => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}
