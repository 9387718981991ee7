import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { inForceUntil, isInForce, type Membership } from './membership.ts'
import { stateOf } from './subscription-state.ts'

const seconds = (text: string) => Date.parse(text) / 1000
const settings = { graceDays: 14 }
const midway = new Date('2026-11-20T12:00:00Z')

test('one that is paid stays in force until its renewal has had time to arrive', () => {
  const state = stateOf(subscription({}), settings)!
  expect(state).toMatchObject({ state: 'active', amountMinor: 1000, currency: 'eur', period: 'month' })
  expect(inForceUntil(state)).toEqual(new Date('2026-12-03T00:00:00Z'))
})

test('one that was never paid for is no membership', () => {
  expect(stateOf(subscription({ status: 'incomplete' }), settings)).toBeNull()
  expect(stateOf(subscription({ status: 'incomplete_expired' }), settings)).toBeNull()
})

test('an invoice that waits for its hour takes nothing away', () => {
  const state = stateOf(
    subscription({ latest_invoice: invoice({ status: 'draft', attempt_count: 0 }) }),
    settings,
  )!
  expect(isInForce(state, midway)).toBe(true)
  expect(state.state).toBe('active')
})

test('a renewal that failed leaves it in force for the newsroom’s grace, counted from the first try', () => {
  const late = subscription({
    status: 'past_due',
    latest_invoice: invoice({ status: 'open', attempt_count: 3, amount_remaining: 1000 }),
  })
  const state = stateOf(late, settings)!
  expect(state).toMatchObject({ state: 'late', paidUntil: new Date('2026-11-01T00:00:00Z') })
  expect(inForceUntil(state)).toEqual(new Date('2026-11-15T00:00:00Z'))
  expect(isInForce(state, midway)).toBe(false)
  expect(isInForce(stateOf(late, { graceDays: 30 })!, midway)).toBe(true)
})

test('one that is to end does so at its last paid moment, without grace', () => {
  const state = stateOf(subscription({ cancel_at_period_end: true }), settings)!
  expect(state.cancelsAtEnd).toBe(true)
  expect(inForceUntil(state)).toEqual(new Date('2026-12-01T00:00:00Z'))
})

test('a pause keeps what is paid, and asks for nothing after it', () => {
  const paused = {
    pause_collection: { behavior: 'void' as const, resumes_at: seconds('2027-02-01T00:00:00Z') },
  }
  const before = stateOf(subscription(paused), settings)!
  expect(before).toMatchObject({ state: 'paused', pausedUntil: new Date('2027-02-01T00:00:00Z') })
  expect(isInForce(before, midway)).toBe(true)
  const after = stateOf(subscription({ ...paused, latest_invoice: invoice({ status: 'void' }) }), settings)!
  expect(isInForce(after, midway)).toBe(false)
})

test('a trial is in force, and says that it is one', () => {
  const begins = { status: 'trialing' as const, trial_start: seconds('2026-10-01T00:00:00Z') }
  expect(stateOf(subscription(begins), settings)).toMatchObject({ state: 'trial' })
})

test('a member whose next payment was put off is in no trial', () => {
  const later = { status: 'trialing' as const, trial_start: seconds('2026-10-20T00:00:00Z') }
  expect(stateOf(subscription(later), settings)).toMatchObject({ state: 'active' })
})

test.each([
  [{ reason: 'payment_failed' as const }, 'unpaid'],
  [{ reason: 'payment_disputed' as const }, 'disputed'],
  [{ reason: 'cancellation_requested' as const }, 'cancelled'],
  [{ reason: 'cancellation_requested' as const, comment: 'refunded' }, 'refunded'],
])('why it ended: %j', (details, because) => {
  const ended = subscription({
    status: 'canceled',
    ended_at: seconds('2026-11-18T00:00:00Z'),
    cancellation_details: { comment: null, feedback: null, feedback_option: null, ...details },
  })
  const state = stateOf(ended, settings)!
  expect(state).toMatchObject({ state: 'ended', endedBecause: because, cancelsAtEnd: false })
  expect(isInForce(state as Membership, new Date('2026-11-17T00:00:00Z'))).toBe(false)
})

function invoice(changes: Partial<Stripe.Invoice>): Stripe.Invoice {
  return {
    status: 'paid',
    attempt_count: 1,
    amount_remaining: 0,
    created: seconds('2026-11-01T00:00:00Z'),
    ...changes,
  } as Stripe.Invoice
}

/** What the processor would send, as far as it is read. */
function subscription(changes: Partial<Stripe.Subscription>): Stripe.Subscription {
  return {
    status: 'active',
    currency: 'eur',
    start_date: seconds('2026-10-01T00:00:00Z'),
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
    ended_at: null,
    pause_collection: null,
    cancellation_details: null,
    latest_invoice: invoice({}),
    items: {
      data: [
        {
          current_period_start: seconds('2026-11-01T00:00:00Z'),
          current_period_end: seconds('2026-12-01T00:00:00Z'),
          quantity: 1,
          price: { unit_amount: 1000, recurring: { interval: 'month' } },
        },
      ],
    },
    ...changes,
  } as Stripe.Subscription
}
