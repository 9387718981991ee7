import type Stripe from 'stripe'
import { hiddenOf, type Till } from '../till.ts'

const hour = 3600
const day = 24 * hour

/** What of a subscription was told already, by the moment it was about. */
export interface Told extends Record<string, unknown> {
  /** The end of the period whose renewal was announced. */
  upcoming?: number
  /** The end of the trial that was announced. */
  trial?: number
}

/** Days before which a renewal, and the end of a trial, are announced. */
const announced = { renewal: 7 * day, trial: 3 * day }
/** How long the first payment may wait, as Stripe has it. */
const incompleteFor = 23 * hour

export interface NextThing {
  what: 'announce-trial' | 'announce-renewal' | 'resume' | 'end' | 'renew' | 'expire'
  at: number
}

/** The next thing that happens to a subscription by itself. */
export function nextThing(subscription: Stripe.Subscription, told: Told): NextThing | null {
  const { status, cancel_at, trial_end, pause_collection, created } = subscription
  const end = periodOf(subscription).end
  if (status === 'incomplete') return { what: 'expire', at: created + incompleteFor }
  if (!['trialing', 'active', 'past_due', 'unpaid'].includes(status)) return null
  const things: NextThing[] = [{ what: 'renew', at: end }]
  if (cancel_at !== null && cancel_at <= end) things.unshift({ what: 'end', at: cancel_at })
  if (pause_collection?.resumes_at) things.push({ what: 'resume', at: pause_collection.resumes_at })
  const ends = cancel_at !== null && cancel_at <= end
  if (status === 'trialing' && trial_end && told.trial !== trial_end && !ends)
    things.push({ what: 'announce-trial', at: Math.max(created, trial_end - announced.trial) })
  if (status === 'active' && told.upcoming !== end && !ends && !pause_collection)
    things.push({ what: 'announce-renewal', at: end - announced.renewal })
  return things.reduce((first, thing) => (thing.at < first.at ? thing : first))
}

/** When that is, in Unix seconds; null: never. */
export async function dueOf(till: Till, subscription: Stripe.Subscription): Promise<number | null> {
  return nextThing(subscription, await hiddenOf<Told>(till, subscription.id))?.at ?? null
}

/** The period that runs now; all items of a subscription have the same. */
export function periodOf({ items }: Stripe.Subscription): { start: number; end: number } {
  const [first] = items.data
  return { start: first?.current_period_start ?? 0, end: first?.current_period_end ?? 0 }
}
